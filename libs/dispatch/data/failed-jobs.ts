import { Injectable } from '@nestjs/common';
import { JOB_PRIORITY, newId, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { seen } from '@hotline/ticket';

export interface FailedJobRow {
  id: string;
  queue: string;
  name: string;
  ticket_id: string | null;
  ticket_no: string | null;
  failed_at: Date;
  attempts: number;
  error: string;
  redriven_at: Date | null;
}

const COLUMNS =
  'd.id, d.queue, d.name, d.ticket_id, t.no as ticket_no, d.failed_at, d.attempts, d.error, d.redriven_at';

/** Jobs that failed for good, of tickets the reader may see. */
@Injectable()
export class FailedJobs {
  list(tx: Transaction, before: string | null, limit: number): Promise<FailedJobRow[]> {
    const values: unknown[] = [before, limit];
    return rows(
      tx,
      `select ${COLUMNS} from dead_letter d join ticket t on t.id = d.ticket_id
       where ($1::uuid is null or d.id < $1) and ${seen('t', tx.scope, values)} order by d.id desc limit $2`,
      values,
    );
  }

  async lock(tx: Transaction, id: string): Promise<FailedJobRow | null> {
    const values: unknown[] = [id];
    return row(
      tx,
      `select ${COLUMNS} from dead_letter d join ticket t on t.id = d.ticket_id
       where d.id = $1 and ${seen('t', tx.scope, values)} for update of d`,
      values,
    );
  }

  /** Sends the same work again as a new job; the dead letter stays as the record of what happened. */
  async redrive(tx: Transaction, id: string, accountId: string | null): Promise<void> {
    await rows(
      tx,
      `insert into outbox (id, queue, name, payload, priority, created_at)
       select $2, o.queue, o.name, o.payload, ${JOB_PRIORITY.urgent}, $3
       from outbox o join dead_letter d on d.outbox_id = o.id where d.id = $1`,
      [id, newId(), tx.now],
    );
    await changed(tx, 'update dead_letter set redriven_at = $2, redriven_by = $3 where id = $1', [
      id,
      tx.now,
      accountId,
    ]);
  }

  async open(tx: Transaction): Promise<number> {
    const found = await row<{ open: string }>(
      tx,
      'select count(*) as open from dead_letter where redriven_at is null',
    );
    return Number(found?.open ?? 0);
  }
}
