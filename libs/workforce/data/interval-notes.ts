import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';

/** An interval, or a stretch of them, that must be counted again. */
export interface IntervalNote {
  readonly sourceId: string | null;
  readonly queue: string | null;
  readonly accountId: string | null;
  readonly from: Instant;
  /** Never after now; `from` itself where the note is of one moment. */
  readonly to: Instant;
}

/** What is to be counted again; the database leaves the notes whenever a row changes. */
@Injectable()
export class IntervalNotes {
  /** The oldest notes of what has begun, which are gone with the commit; shifts to come wait. @returns how many there were, repeated ones too */
  async take(tx: Transaction, most: number): Promise<{ taken: number; notes: IntervalNote[] }> {
    const found = await rows<IntervalNote & { n: number }>(
      tx,
      `with taken as (delete from interval_due where seq in (
         select seq from interval_due where from_at <= $2 order by seq limit $1) returning *)
       select source_id as "sourceId", queue, account_id as "accountId", from_at as "from",
         greatest(from_at, least(coalesce(to_at, from_at), $2)) as "to", count(*)::integer as n
       from taken group by 1, 2, 3, 4, 5`,
      [most, tx.now],
    );
    return { taken: found.reduce((sum, { n }) => sum + n, 0), notes: found };
  }

  /**
   * Time passes without a row changing: whoever is in some state, or on a shift, has more of it than when it was counted
   * last. @returns false when it was counted less than `everyMs` ago
   */
  async noteRunning(tx: Transaction, everyMs: number): Promise<boolean> {
    const mark = await row<{ running_until: Date }>(tx, 'select running_until from interval_mark for update');
    const since = mark?.running_until ?? tx.now;
    if (mark && tx.now.getTime() - since.getTime() < everyMs) return false;
    await changed(
      tx,
      `insert into interval_due (account_id, from_at, to_at)
       select account_id, greatest(from_at, $1), $2 from agent_segment where to_at is null and account_id is not null
       union select account_id, greatest(from_at, $1), least(to_at, $2) from shift where from_at < $2 and to_at > $1
         and from_at > $1::timestamptz - interval '16 hours'`,
      [since, tx.now],
    );
    await changed(tx, 'select note_presence($1, $2)', [since, tx.now]);
    await changed(
      tx,
      `insert into interval_mark (running_until, counted_at) values ($1, $1)
       on conflict (id) do update set running_until = excluded.running_until`,
      [tx.now],
    );
    return true;
  }

  async counted(tx: Transaction): Promise<void> {
    await changed(tx, 'update interval_mark set counted_at = $1', [tx.now]);
  }

  /** Up to when everything is counted that has been reported; null before the first time. */
  async asOf(tx: Transaction): Promise<Instant | null> {
    const found = await row<{ at: Date }>(tx, 'select counted_at as at from interval_mark');
    return found?.at ?? null;
  }
}
