import { Injectable } from '@nestjs/common';
import { type Instant, type PathMove, refuse, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { ChangeState, Progress, UnitChange } from '../domain/plan.js';

const COLUMNS = `c.id, c.state, c.plan, c.reason, c.document_no as "documentNo", c.planned_by as "plannedBy",
  c.planned_at as "plannedAt", c.scheduled_for as "scheduledFor", c.scheduled_by as "scheduledBy", c.started_by as "startedBy", c.started_at as "startedAt",
  c.effective_at as "effectiveAt", c.finished_at as "finishedAt", c.preview, c.progress, c.failure, c.version`;

type ChangeRow = UnitChange & Record<string, unknown>;

/** A change with the names of the people behind it. */
export interface NamedChange extends UnitChange {
  readonly plannedByName: string;
  readonly scheduledByName: string | null;
  readonly startedByName: string | null;
}

const NAMES = `(select a.display_name from account a where a.id = c.planned_by) as "plannedByName",
  (select a.display_name from account a where a.id = c.scheduled_by) as "scheduledByName",
  (select a.display_name from account a where a.id = c.started_by) as "startedByName"`;

export interface ChangePlace {
  readonly at: string;
  readonly id: string;
}

/** The record of the reorganisations. */
@Injectable()
export class ChangeStore {
  async insert(
    tx: Transaction,
    change: Pick<UnitChange, 'id' | 'plan' | 'reason' | 'documentNo' | 'plannedBy' | 'preview'>,
  ): Promise<void> {
    const { id, plan, reason, documentNo, plannedBy, preview } = change;
    await changed(
      tx,
      `insert into unit_change (id, kind, state, unit_ids, plan, reason, document_no, planned_by, planned_at, preview)
       values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        plan.kind,
        plan.unitIds,
        JSON.stringify(plan),
        reason,
        documentNo,
        plannedBy,
        tx.now,
        JSON.stringify(preview),
      ],
    );
  }

  async show(tx: Transaction, id: string): Promise<NamedChange> {
    const found = await row<NamedChange & Record<string, unknown>>(
      tx,
      `select ${COLUMNS}, ${NAMES} from unit_change c where c.id = $1`,
      [id],
    );
    return found ?? refuse('not-found');
  }

  /** Newest first, from those the reader's units are touched by. */
  list(tx: Transaction, after: ChangePlace | null, limit: number): Promise<NamedChange[]> {
    return rows<NamedChange & Record<string, unknown>>(
      tx,
      `select ${COLUMNS}, ${NAMES} from unit_change c
       where ($1::timestamptz is null or (c.planned_at, c.id) < ($1, $2::uuid))
         and exists (select 1 from unit u where u.id = any (c.unit_ids) and u.path ^@ any ($4::text[]))
       order by c.planned_at desc, c.id desc limit $3`,
      [after?.at ?? null, after?.id ?? null, limit, tx.scope.prefixes],
    );
  }

  /** @throws Refused `not-found`, or `stale-version` when `version` is not the present one */
  async lock(tx: Transaction, id: string, version?: number): Promise<UnitChange> {
    const found = await row<ChangeRow>(
      tx,
      `select ${COLUMNS} from unit_change c where c.id = $1 for no key update`,
      [id],
    );
    if (!found) return refuse('not-found');
    if (version !== undefined && version !== found.version)
      return refuse('stale-version', {
        facts: { yours: version, newest: found.version },
        current: { id, state: found.state, version: found.version },
      });
    return found;
  }

  /** Changes whose time has come, the earliest first. */
  async due(tx: Transaction): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select id from unit_change where state = 'scheduled' and scheduled_for <= $1 order by scheduled_for, id`,
      [tx.now],
    );
    return found.map(({ id }) => id);
  }

  async schedule(tx: Transaction, id: string, at: Instant, by: string, preview: object): Promise<void> {
    await changed(
      tx,
      `update unit_change set state = 'scheduled', scheduled_for = $2, scheduled_by = $3, preview = $4,
         version = version + 1 where id = $1`,
      [id, at, by, JSON.stringify(preview)],
    );
  }

  /** Another plan in the same record, as long as nothing has been touched. */
  async revise(
    tx: Transaction,
    change: Pick<UnitChange, 'id' | 'plan' | 'reason' | 'documentNo' | 'preview'>,
  ): Promise<void> {
    const { id, plan, reason, documentNo, preview } = change;
    await changed(
      tx,
      `update unit_change set kind = $2, unit_ids = $3, plan = $4, reason = $5, document_no = $6, preview = $7,
         version = version + 1 where id = $1`,
      [id, plan.kind, plan.unitIds, JSON.stringify(plan), reason, documentNo, JSON.stringify(preview)],
    );
  }

  async otherRunning(tx: Transaction): Promise<boolean> {
    return (await rows(tx, `select 1 from unit_change where state = 'running'`)).length > 0;
  }

  async start(tx: Transaction, id: string, by: string, preview: object): Promise<void> {
    await changed(
      tx,
      `update unit_change set state = 'running', started_by = $2, started_at = $3, preview = $4,
         progress = '{"phase": "waiting"}', version = version + 1 where id = $1`,
      [id, by, tx.now, JSON.stringify(preview)],
    );
  }

  /** From now on both spellings of these subtrees are read. */
  async announce(tx: Transaction, changeId: string, moves: readonly PathMove[]): Promise<void> {
    await changed(
      tx,
      `insert into path_move (change_id, unit_id, old_path, new_path)
       select $1, m.unit_id, m.old_path, m.new_path
       from jsonb_to_recordset($2::jsonb) as m(unit_id uuid, old_path text, new_path text)`,
      [
        changeId,
        JSON.stringify(
          moves.map(({ unitId, from, to }) => ({ unit_id: unitId, old_path: from, new_path: to })),
        ),
      ],
    );
  }

  moves(tx: Transaction, changeId: string): Promise<PathMove[]> {
    return rows<PathMove & Record<string, unknown>>(
      tx,
      `select unit_id as "unitId", old_path as "from", new_path as "to" from path_move where change_id = $1`,
      [changeId],
    );
  }

  async switched(tx: Transaction, id: string, progress: Progress): Promise<void> {
    await changed(tx, 'update path_move set switched_at = $2 where change_id = $1', [id, tx.now]);
    await changed(
      tx,
      'update unit_change set effective_at = $2, progress = $3, version = version + 1 where id = $1',
      [id, tx.now, JSON.stringify(progress)],
    );
  }

  /** Rows and progress go together, and what a crash takes away is done again: the commit need not wait for the disk. */
  async relax(tx: Transaction): Promise<void> {
    await rows(tx, 'set local synchronous_commit = off');
  }

  /** Adds rows done; no new version, nobody decides by it. Asked last in its transaction: several count at once. */
  async addRows(tx: Transaction, id: string, table: string, done: number): Promise<void> {
    await changed(
      tx,
      `update unit_change set progress = progress || jsonb_build_object('phase', 'rewriting', 'rows',
         coalesce(progress -> 'rows', '{}') || jsonb_build_object($2::text,
           coalesce((progress -> 'rows' ->> $2)::bigint, 0) + $3::bigint)) where id = $1`,
      [id, table, done],
    );
  }

  /** How far it has come; no new version. */
  async advance(tx: Transaction, id: string, progress: Progress): Promise<void> {
    await changed(tx, 'update unit_change set progress = $2 where id = $1', [id, JSON.stringify(progress)]);
  }

  /** The last word; the old spelling is read no more. */
  async end(
    tx: Transaction,
    id: string,
    state: Extract<ChangeState, 'done' | 'failed' | 'cancelled'>,
    failure: string | null = null,
  ): Promise<void> {
    await changed(tx, 'update path_move set settled_at = $2 where change_id = $1 and settled_at is null', [
      id,
      tx.now,
    ]);
    await changed(
      tx,
      'update unit_change set state = $2, finished_at = $3, failure = $4, version = version + 1 where id = $1',
      [id, state, tx.now, failure],
    );
  }

  async keepPreview(tx: Transaction, id: string, preview: object): Promise<void> {
    await changed(tx, 'update unit_change set preview = $2 where id = $1', [id, JSON.stringify(preview)]);
  }
}
