import { Injectable } from '@nestjs/common';
import { type Instant, newId, Outbox, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { RESTATE_CLOCKS } from '../domain/jobs.js';

export interface Recomputation {
  readonly id: string;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly startedAt: Instant;
  readonly total: number | null;
  readonly done: number;
  readonly moved: number;
  readonly confirmed: number;
  readonly upTo: string | null;
  readonly finishedAt: Instant | null;
}

/** What one batch did. */
export interface BatchResult {
  readonly done: number;
  readonly moved: number;
  readonly confirmed: number;
  readonly upTo: string | null;
}

const COLUMNS = `id, calendar_id as "calendarId", calendar_version as "calendarVersion", started_at as "startedAt", total,
  done, moved, confirmed, up_to as "upTo", finished_at as "finishedAt"`;

/** The work a newly published year starts, as a row that a batch job carries forward and a screen looks at. */
@Injectable()
export class Recomputations {
  constructor(private readonly outbox: Outbox) {}

  async begin(tx: Transaction, calendarId: string, calendarVersion: number): Promise<string> {
    const id = newId();
    await rows(
      tx,
      'insert into recomputation (id, calendar_id, calendar_version, started_at) values ($1, $2, $3, $4)',
      [id, calendarId, calendarVersion, tx.now],
    );
    await this.outbox.add(tx, RESTATE_CLOCKS, { recomputationId: id });
    return id;
  }

  lock(tx: Transaction, id: string): Promise<Recomputation | null> {
    return row<Recomputation & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from recomputation where id = $1 for update`,
      [id],
    );
  }

  latest(tx: Transaction, calendarId: string): Promise<Recomputation | null> {
    return row<Recomputation & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from recomputation where calendar_id = $1 order by started_at desc, id desc limit 1`,
      [calendarId],
    );
  }

  async count(tx: Transaction, id: string, total: number): Promise<void> {
    await rows(tx, 'update recomputation set total = $2 where id = $1', [id, total]);
  }

  /** Adds a batch and asks for the next one; a batch without a last clock was the last. */
  async advance(tx: Transaction, id: string, batch: BatchResult): Promise<void> {
    await rows(
      tx,
      `update recomputation set done = done + $2, moved = moved + $3, confirmed = confirmed + $4,
         up_to = coalesce($5, up_to), finished_at = $6 where id = $1`,
      [id, batch.done, batch.moved, batch.confirmed, batch.upTo, batch.upTo === null ? tx.now : null],
    );
    if (batch.upTo !== null) await this.outbox.add(tx, RESTATE_CLOCKS, { recomputationId: id });
  }
}
