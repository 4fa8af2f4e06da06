import { randomUUID } from 'node:crypto';
import type { CallRow, VisitRow } from '@hotline/telephony';
import type { TestDatabase } from './test-database.js';

export interface PlantedSource {
  readonly id: string;
  readonly unitPath: string;
}

type Owner = Pick<TestDatabase['owner'], 'query'>;
/** Moments are microseconds since the epoch; the database must hold them to the last one. */
const AT = (place: number): string => `timestamptz 'epoch' + $${place}::bigint * interval '1 microsecond'`;

export async function plantSource(owner: Owner, unitId: string, unitPath: string): Promise<PlantedSource> {
  const id = randomUUID();
  await owner.query(
    `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, created_at, changed_at)
     values ($1, $2, 'ami', $3, $4, '{}', now(), now())`,
    [id, `ami:${id.slice(0, 8)}`, unitId, unitPath],
  );
  return { id, unitPath };
}

/** A folded call with its visits, as the ingest writes them. @returns the id of the row */
export async function plantCall(
  owner: Owner,
  source: PlantedSource,
  call: CallRow,
  visits: readonly VisitRow[],
  number: { hash?: Buffer; masked?: string; sealed?: Buffer; withheld?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into call (id, source_id, call_key, unit_path, direction, arrived_at, ended_at, asked, outcome,
       callback_requested, caller_hash, caller_masked, caller_sealed, withheld, folded_at)
     values ($1, $2, $3, $4, 'in', ${AT(5)}, ${AT(6)}, $7, $8, $9, $10, $11, $12, $13, now())`,
    [
      id,
      source.id,
      call.callId,
      source.unitPath,
      call.arrived.us,
      call.ended?.us ?? null,
      call.asked,
      call.outcome,
      visits.some((visit) => visit.callbackRequested),
      number.hash ?? null,
      number.masked ?? null,
      number.sealed ?? null,
      number.withheld ?? false,
    ],
  );
  for (const visit of visits) await plantVisit(owner, source, id, call, visit);
  return id;
}

async function plantVisit(
  owner: Owner,
  source: PlantedSource,
  callId: string,
  call: CallRow,
  visit: VisitRow,
): Promise<void> {
  const counted = visit.joined?.us ?? visit.requested?.us ?? call.arrived.us;
  await owner.query(
    `insert into call_visit (id, call_id, source_id, visit_key, unit_path, queue, ordinal, requested_at, entered, joined_at,
       left_at, answered_at, counted_at, outcome, provisional, last_seen_at, wait_us, wait_known, callback_requested)
     values ($1, $2, $3, $4, $5, $6, $7, ${AT(8)}, $9, ${AT(10)}, ${AT(11)}, ${AT(12)}, ${AT(13)}, $14, $15, ${AT(16)}, $17, $18, $19)`,
    [
      randomUUID(),
      callId,
      source.id,
      visit.visitId,
      source.unitPath,
      visit.queue,
      visit.ordinal,
      visit.requested?.us ?? null,
      visit.entered,
      visit.joined?.us ?? null,
      visit.left?.us ?? null,
      visit.answered?.us ?? null,
      counted,
      visit.outcome,
      visit.provisional,
      visit.lastSeenUs,
      visit.wait?.us ?? null,
      visit.wait?.known ?? null,
      visit.callbackRequested,
    ],
  );
}

const at = (us: number) => ({ us, known: 'exact' as const });

export function aVisit(over: Partial<VisitRow> & Pick<VisitRow, 'visitId'>): VisitRow {
  return {
    source: 'ami:pbx',
    callId: null,
    callerLegId: over.visitId,
    queue: 'q12351',
    ordinal: 1,
    caller: null,
    requested: null,
    entered: true,
    joined: null,
    left: null,
    answered: null,
    talkEnded: null,
    outcome: 'abandoned',
    provisional: false,
    endKnown: true,
    lastSeenUs: 0,
    agent: null,
    agentExt: null,
    agentLegId: null,
    wait: null,
    waitS: null,
    talk: null,
    talkS: null,
    hold: { us: 0, known: 'exact' },
    holds: 0,
    endedBy: null,
    transfer: null,
    offers: 0,
    missed: [],
    callbackRequested: false,
    exitKey: null,
    ...over,
  };
}

export function aCall(callId: string, arrivedUs: number, over: Partial<CallRow> = {}): CallRow {
  return {
    source: 'ami:pbx',
    callId,
    callerLegId: callId,
    caller: null,
    dialled: null,
    arrived: at(arrivedUs),
    arrivalSeen: true,
    ended: at(arrivedUs + 60_000_000),
    asked: true,
    outcome: 'not_answered',
    visitIds: [],
    ...over,
  };
}

/** One call that waited `seconds` in a queue and ended so. */
export function anEnded(
  callId: string,
  arrivedUs: number,
  outcome: VisitRow['outcome'],
  seconds: number,
): { call: CallRow; visits: VisitRow[] } {
  const us = seconds * 1_000_000;
  const answered = outcome === 'answered';
  const visit = aVisit({
    visitId: `${callId}/1`,
    callId,
    joined: at(arrivedUs),
    left: answered ? null : at(arrivedUs + us),
    answered: answered ? at(arrivedUs + us) : null,
    outcome,
    wait: { us, known: 'exact' },
    lastSeenUs: arrivedUs + us,
  });
  const call = aCall(callId, arrivedUs, {
    outcome: answered ? 'answered' : 'not_answered',
    ended: at(arrivedUs + us + 1),
    visitIds: [visit.visitId],
  });
  return { call, visits: [visit] };
}
