import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { LadderStep } from '../domain/ladder.js';

export const BATCH = 500;

/** A stage of a custody: the hop, and the unit whose work on it is timed. */
export interface Stage {
  readonly hopId: string;
  readonly unitId: string;
}

export interface DueRun extends Stage {
  readonly ticketId: string;
  readonly version: number;
  /** The stage's earliest running clock; null while none runs. */
  readonly clock: {
    readonly yellowAt: string;
    readonly dueAt: string;
    readonly limitUnit: string;
    /** The calendar the deadline was promised by; null stands for the unit's own. */
    readonly calendarId: string | null;
  } | null;
  readonly done: readonly LadderStep[];
}

export interface StepRecord extends Stage {
  readonly ticketId: string;
  readonly step: LadderStep;
  readonly outcome: 'done' | 'skipped' | 'by-person';
  readonly reason: string | null;
  readonly orderId: string | null;
}

const STAGE_KINDS = `('dispatch', 'sign', 'handle', 'review')`;

/** Exactly the condition of the partial index clock_ladder. Exported, like the next, for the bench that looks at its plan. */
export const SEED_SQL = `
with due as (
  select id from clock where stopped_at is null and laddered_at is null and kind in ${STAGE_KINDS} and yellow_at <= $1
  order by yellow_at, id limit ${BATCH} for update skip locked
), seen as (
  update clock c set laddered_at = $1 from due where c.id = due.id returning c.hop_id, c.unit_id, c.ticket_id
), run as (
  insert into ladder_run (hop_id, unit_id, ticket_id, next_at)
  select distinct on (hop_id, unit_id) hop_id, unit_id, ticket_id, $1::timestamptz from seen where hop_id is not null
  on conflict (hop_id, unit_id) do update set next_at = excluded.next_at where ladder_run.taken_over_at is null
)
select count(*)::integer as seen from seen`;

const RUN_COLUMNS = `r.hop_id as "hopId", r.unit_id as "unitId", r.ticket_id as "ticketId",
  (select t.version from ticket t where t.id = r.ticket_id) as version,
  (select json_build_object('yellowAt', c.yellow_at, 'dueAt', c.due_at, 'limitUnit', c.limit_unit,
      'calendarId', c.calendar_id) from clock c where c.ticket_id = r.ticket_id and c.hop_id = r.hop_id and c.unit_id = r.unit_id and c.stopped_at is null
      and c.kind in ${STAGE_KINDS} order by c.due_at limit 1) as clock,
  (select coalesce(json_agg(s.step), '[]') from ladder_step s where s.hop_id = r.hop_id and s.unit_id = r.unit_id) as done`;

export const DUE_SQL = `select ${RUN_COLUMNS} from ladder_run r where r.next_at <= $1 order by r.next_at limit ${BATCH}
  for update of r skip locked`;

/** Where each stage stands on the ladder; every step is a row that can be written once. */
@Injectable()
export class LadderRuns {
  /** Takes notice of clocks that have turned yellow; returns how many. */
  async seed(tx: Transaction): Promise<number> {
    return (await row<{ seen: number }>(tx, SEED_SQL, [tx.now]))?.seen ?? 0;
  }

  /** Stages to look at now, locked; those another process holds are left to it. */
  due(tx: Transaction): Promise<DueRun[]> {
    return rows<DueRun & Record<string, unknown>>(tx, DUE_SQL, [tx.now]);
  }

  /** One stage, if it is still to be looked at; the ticket is locked before, as people's verbs do. */
  claim(tx: Transaction, { hopId, unitId }: Stage): Promise<DueRun | null> {
    return row<DueRun & Record<string, unknown>>(
      tx,
      `select ${RUN_COLUMNS} from ladder_run r where r.hop_id = $2 and r.unit_id = $3 and r.next_at <= $1
       for update of r skip locked`,
      [tx.now, hopId, unitId],
    );
  }

  async schedule(
    tx: Transaction,
    next: readonly (Stage & { readonly nextAt: Instant | null })[],
  ): Promise<void> {
    if (next.length === 0) return;
    await changed(
      tx,
      `update ladder_run r set next_at = n."nextAt"
       from jsonb_to_recordset($1::jsonb) as n("hopId" uuid, "unitId" uuid, "nextAt" timestamptz)
       where r.hop_id = n."hopId" and r.unit_id = n."unitId"`,
      [JSON.stringify(next)],
    );
  }

  async record(tx: Transaction, steps: readonly StepRecord[]): Promise<void> {
    if (steps.length === 0) return;
    await rows(
      tx,
      `insert into ladder_step (hop_id, unit_id, step, ticket_id, at, outcome, reason, order_id)
       select s."hopId", s."unitId", s.step, s."ticketId", $2, s.outcome, s.reason, s."orderId"
       from jsonb_to_recordset($1::jsonb) as s("hopId" uuid, "unitId" uuid, step text, "ticketId" uuid, outcome text,
         reason text, "orderId" uuid) on conflict do nothing`,
      [JSON.stringify(steps), tx.now],
    );
  }

  async takeOver(tx: Transaction, ticketId: string, { hopId, unitId }: Stage, reason: string): Promise<void> {
    await rows(
      tx,
      `insert into ladder_run (hop_id, unit_id, ticket_id, next_at, taken_over_at, taken_over_by, reason)
       values ($1, $2, $3, null, $4, $5, $6)
       on conflict (hop_id, unit_id) do update set next_at = null, taken_over_at = excluded.taken_over_at,
         taken_over_by = excluded.taken_over_by, reason = excluded.reason`,
      [hopId, unitId, ticketId, tx.now, tx.scope.accountId, reason],
    );
  }
}
