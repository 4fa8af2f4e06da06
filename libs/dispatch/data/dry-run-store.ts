import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { CatalogueRule } from '../domain/catalogue.js';
import type { DryRunOutcome, DryRunState } from '../domain/dry-run.js';

/** A draft tried on past tickets, as far as it has come. */
export interface DryRun {
  readonly id: string;
  readonly draftId: string;
  readonly draftVersion: number;
  readonly scope: readonly string[];
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly state: DryRunState;
  readonly total: number;
  readonly done: number;
  readonly same: number;
  readonly changed: number;
  readonly becomesUnclear: number;
  readonly becomesClear: number;
  readonly finishedAt: Instant | null;
}

/** A run with what its next batch needs. */
export interface DryRunWork extends DryRun {
  readonly rules: readonly CatalogueRule[];
  /** With all its microseconds, which a Date would drop and the next batch then skip. */
  readonly lastOpenedAt: string | null;
  readonly lastTicketId: string | null;
}

export interface JudgedTicket {
  readonly ticketId: string;
  readonly openedAt: string;
  readonly outcome: DryRunOutcome;
  readonly fromUnitId: string | null;
  readonly fromVersion: number;
  readonly fromRule: number | null;
  readonly fromReason: string | null;
  readonly toUnitId: string | null;
  readonly toRule: number | null;
  readonly toReason: string | null;
}

// A run whose job failed for good stands still: the dead letter says so, nobody else writes it down.
const COLUMNS = `r.id, r.draft_id as "draftId", r.draft_version as "draftVersion", r.scope, a.display_name as "startedBy",
  r.started_at as "startedAt", case when r.finished_at is null
    and exists (select 1 from dead_letter l where l.outbox_id = r.outbox_id) then 'failed' else r.state end as state,
  r.total, r.done, r.same, r.changed, r.becomes_unclear as "becomesUnclear", r.becomes_clear as "becomesClear",
  r.finished_at as "finishedAt"`;
const FROM = 'catalogue_dry_run r join account a on a.id = r.started_by';

@Injectable()
export class DryRunStore {
  async insert(
    tx: Transaction,
    run: Pick<DryRunWork, 'id' | 'draftId' | 'draftVersion' | 'rules' | 'total'>,
  ): Promise<void> {
    await rows(
      tx,
      `insert into catalogue_dry_run (id, draft_id, draft_version, rules, scope, started_by, started_at, updated_at,
         state, total) values ($1, $2, $3, $4, $5, $6, $7, $7, 'queued', $8)`,
      [
        run.id,
        run.draftId,
        run.draftVersion,
        JSON.stringify(run.rules),
        tx.scope.prefixes,
        tx.scope.accountId,
        tx.now,
        run.total,
      ],
    );
  }

  find(tx: Transaction, id: string): Promise<DryRun | null> {
    return row<DryRun & Record<string, unknown>>(tx, `select ${COLUMNS} from ${FROM} where r.id = $1`, [id]);
  }

  /** The newest run of a draft whose scope lies within the reader's. */
  latest(tx: Transaction, draftId: string): Promise<DryRun | null> {
    return row<DryRun & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from ${FROM} where r.draft_id = $1 and ${COVERED} order by r.id desc limit 1`,
      [draftId, tx.scope.prefixes],
    );
  }

  /** A finished run over the whole tree of this version of the draft or a later one. */
  finishedSince(tx: Transaction, draftId: string, version: number): Promise<DryRun | null> {
    return row<DryRun & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from ${FROM} where r.draft_id = $1 and r.draft_version >= $2 and r.state = 'finished'
         and r.scope = array['cn/'] order by r.id desc limit 1`,
      [draftId, version],
    );
  }

  lock(tx: Transaction, id: string): Promise<DryRunWork | null> {
    return row<DryRunWork & Record<string, unknown>>(
      tx,
      `select ${COLUMNS}, r.rules, r.last_opened_at::text as "lastOpenedAt", r.last_ticket_id as "lastTicketId"
       from ${FROM} where r.id = $1 for no key update of r`,
      [id],
    );
  }

  async keepJob(tx: Transaction, id: string, outboxId: string): Promise<void> {
    await changed(tx, 'update catalogue_dry_run set outbox_id = $2 where id = $1', [id, outboxId]);
  }

  /** Stops what still runs of this draft, or of this run; what was judged stays. */
  cancel(tx: Transaction, by: 'id' | 'draft_id', id: string): Promise<number> {
    return changed(
      tx,
      `update catalogue_dry_run set state = 'cancelled', finished_at = $2, updated_at = $2
       where ${by} = $1 and state in ('queued', 'running')`,
      [id, tx.now],
    );
  }

  /** Writes one batch and moves the run on; `last` ends it, with as many tickets as there really were. */
  async advance(
    tx: Transaction,
    run: DryRunWork,
    judged: readonly JudgedTicket[],
    last: boolean,
  ): Promise<void> {
    await rows(tx, INSERT_ROWS, [run.id, JSON.stringify(judged.map(toRow(run.done)))]);
    const count = (outcome: DryRunOutcome) => judged.filter((one) => one.outcome === outcome).length;
    const newest = judged.at(-1);
    await changed(tx, ADVANCE, [
      run.id,
      tx.now,
      judged.length,
      count('same'),
      count('changed'),
      count('becomes-unclear'),
      count('becomes-clear'),
      newest?.openedAt ?? run.lastOpenedAt,
      newest?.ticketId ?? run.lastTicketId,
      last,
    ]);
  }
}

const COVERED = `(select bool_and(exists (select 1 from unnest($2::text[]) mine where p ^@ mine)) from unnest(r.scope) p)`;

const toRow = (done: number) => (one: JudgedTicket, index: number) => ({
  seq: done + index + 1,
  ticket_id: one.ticketId,
  outcome: one.outcome,
  from_unit_id: one.fromUnitId,
  from_version: one.fromVersion,
  from_rule: one.fromRule,
  from_reason: one.fromReason,
  to_unit_id: one.toUnitId,
  to_rule: one.toRule,
  to_reason: one.toReason,
});

const INSERT_ROWS = `
insert into catalogue_dry_run_row (run_id, seq, ticket_id, outcome, from_unit_id, from_version, from_rule, from_reason,
  to_unit_id, to_rule, to_reason)
select $1, j.* from jsonb_to_recordset($2::jsonb) as j(seq integer, ticket_id uuid, outcome text, from_unit_id uuid,
  from_version integer, from_rule integer, from_reason text, to_unit_id uuid, to_rule integer, to_reason text)`;

const ADVANCE = `
update catalogue_dry_run set updated_at = $2::timestamptz, done = done + $3::integer, same = same + $4::integer,
  changed = changed + $5::integer,
  becomes_unclear = becomes_unclear + $6::integer, becomes_clear = becomes_clear + $7::integer, last_opened_at = $8::timestamptz, last_ticket_id = $9::uuid,
  total = case when $10::boolean then done + $3::integer else greatest(total, done + $3::integer) end,
  state = case when $10::boolean then 'finished' else 'running' end, finished_at = case when $10::boolean then $2::timestamptz end
where id = $1`;
