import { type Instant, type Sealing, type Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import type { PastShift } from '@hotline/practice-line';
import type { LineDay } from './calendar.js';
import type { PastCaller } from './callers.js';
import { PRACTICE_QUEUE } from '../practice-telephones.js';

/** A contact of the history that came by telephone and was answered. */
interface LoggedCall {
  readonly id: string;
  readonly startedAt: Instant;
  readonly answeredAt: Instant;
  readonly endedAt: Instant;
  readonly number: string;
}

const IVR_MS = 2_500;
const BETWEEN_MS = 25_000;
/** Further apart than this, a contact and a call are not the same. */
const APART = `interval '3 seconds'`;

/** What the agent logged on that day, as far as one person can have talked to all of them. */
export async function loggedCalls(
  tx: Transaction,
  sealing: Sealing,
  accountId: string,
  { from, until }: LineDay,
): Promise<LoggedCall[]> {
  const found = await rows<Omit<LoggedCall, 'number'> & { sealed: Buffer; [column: string]: unknown }>(
    tx,
    `select c.id, c.started_at as "startedAt", c.answered_at as "answeredAt", c.ended_at as "endedAt", i.phone_sealed as sealed
     from contact c join identity i on i.id = c.identity_id and i.phone_sealed is not null
     where c.channel = 'call' and c.agent_id = $1 and c.answered_at is not null and c.ended_at is not null
       and c.started_at >= $2 and c.ended_at < $3 and not exists (select 1 from call k where k.contact_id = c.id)
     order by c.started_at`,
    [accountId, new Date(from), new Date(until - 600_000)],
  );
  const kept: LoggedCall[] = [];
  for (const { sealed, ...one } of found) {
    const last = kept.at(-1);
    if (last && one.startedAt.getTime() < last.endedAt.getTime() + BETWEEN_MS) continue;
    kept.push({ ...one, number: sealing.open(sealed) });
  }
  return kept;
}

/** The calls those contacts came from: they ring at the agent's own telephone. */
export function callersBehind(
  logged: readonly LoggedCall[],
  address: string,
  shifts: readonly PastShift[],
): PastCaller[] {
  return logged
    .filter(({ startedAt, endedAt }) =>
      shifts.some(({ from, to }) => startedAt.getTime() > from && endedAt.getTime() < to),
    )
    .map(({ startedAt, answeredAt, endedAt, number }) => ({
      at: startedAt.getTime(),
      plan: {
        number,
        queue: PRACTICE_QUEUE,
        patienceMs: 80_000,
        talkMs: endedAt.getTime() - answeredAt.getTime(),
        endedBy: 'caller' as const,
        rings: address,
        answerMs: Math.max(900, answeredAt.getTime() - startedAt.getTime() - IVR_MS),
      },
    }));
}

/** Ties contact and call where the same person took it at the same moment. @returns how many */
export function tie(
  tx: Transaction,
  sourceId: string,
  accountId: string,
  logged: readonly LoggedCall[],
): Promise<number> {
  return changed(
    tx,
    `update call c set contact_id = l.id
     from jsonb_to_recordset($1::jsonb) as l(id uuid, "startedAt" timestamptz, "answeredAt" timestamptz), call_visit v
     where c.source_id = $2 and c.direction = 'in' and c.arrived_at >= l."startedAt" and c.arrived_at < l."startedAt" + interval '5 milliseconds'
       and v.call_id = c.id and v.account_id = $3 and v.answered_at between l."answeredAt" - ${APART} and l."answeredAt" + ${APART}`,
    [JSON.stringify(logged.map(({ number: _, ...one }) => one)), sourceId, accountId],
  );
}
