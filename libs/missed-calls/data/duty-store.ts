import { Injectable } from '@nestjs/common';
import { type Instant, newId, refuse, Sealing, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { DutyChange } from '../domain/duty-steps.js';
import type { AttemptOutcome, Duty } from '../domain/missed.js';

interface DutyRow {
  [column: string]: unknown;
  readonly id: string;
  readonly unit_id: string;
  readonly unit_path: string;
  readonly due_at: Instant;
  readonly taken_by: string | null;
  readonly attempts: number;
  readonly closed_at: Instant | null;
  readonly version: number;
}

export interface Attempt {
  readonly outcome: AttemptOutcome;
  readonly note: string | null;
  /** The dialled call it was made by; null: another telephone, or none. */
  readonly callId: string | null;
}

/** One duty at a time, for those who call back. */
@Injectable()
export class DutyStore {
  constructor(private readonly sealing: Sealing) {}

  /** @throws Refused `not-found` outside the reader's scope, `stale-version` when somebody was faster */
  async lock(tx: Transaction, id: string, version: number | null): Promise<Duty> {
    const found = await row<DutyRow>(tx, 'select * from missed_call where id = $1 for update', [id]);
    if (!found || !tx.scope.prefixes.some((prefix) => found.unit_path.startsWith(prefix)))
      return refuse('not-found');
    if (version !== null && found.version !== version) return refuse('stale-version');
    return {
      id: found.id,
      unitId: found.unit_id,
      unitPath: found.unit_path,
      dueAt: found.due_at,
      takenBy: found.taken_by,
      attempts: found.attempts,
      closedAt: found.closed_at,
    };
  }

  async change(tx: Transaction, id: string, change: DutyChange, note: string | null): Promise<void> {
    await changed(
      tx,
      `update missed_call set taken_by = $2, taken_at = $3, attempts = $4, result = $5, note = $6,
         closed_at = case when $5::text is null then null else $7::timestamptz end,
         closed_by = case when $5::text is null then null else $8::uuid end, version = version + 1 where id = $1`,
      [id, change.takenBy, change.takenAt, change.attempts, change.result, note, tx.now, tx.scope.accountId],
    );
  }

  async attempt(tx: Transaction, missedId: string, { outcome, note, callId }: Attempt): Promise<void> {
    await changed(
      tx,
      'insert into missed_attempt (id, missed_id, account_id, at, outcome, note, call_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [newId(), missedId, tx.scope.accountId, tx.now, outcome, note, callId],
    );
  }

  /** Those of the dialled calls by which an attempt is on record. */
  async written(tx: Transaction, callIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (callIds.length === 0) return new Set();
    const found = await rows<{ call_id: string }>(
      tx,
      'select call_id from missed_attempt where call_id = any($1)',
      [callIds],
    );
    return new Set(found.map(({ call_id }) => call_id));
  }

  /** The number of the newest try, clear. @throws Refused `not-found` where it is no longer kept */
  async numberOf(tx: Transaction, id: string): Promise<string> {
    const found = await row<{ caller_sealed: Buffer | null }>(
      tx,
      'select c.caller_sealed from missed_call m join call c on c.id = m.call_id where m.id = $1',
      [id],
    );
    return found?.caller_sealed ? this.sealing.open(found.caller_sealed) : refuse('not-found');
  }
}
