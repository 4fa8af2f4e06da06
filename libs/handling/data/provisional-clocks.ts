import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { seen } from '@hotline/ticket';

/** An open clock whose deadline reaches a year that was not published when it started. */
export interface ProvisionalRow {
  [column: string]: unknown;
  readonly id: string;
  readonly ticket_id: string;
  readonly unit_id: string;
  readonly calendar_id: string;
  readonly calendar_version: number;
  readonly started_at: Date;
  readonly due_at: Date;
  readonly yellow_at: Date;
  readonly original_due_at: Date;
  readonly limit_amount: number;
  readonly limit_unit: string;
  readonly kind: string;
}

export interface ProvisionalListed extends ProvisionalRow {
  readonly no: string;
  readonly key: string;
}

export interface RestatementRow {
  [column: string]: unknown;
  readonly id: string;
  readonly clock_id: string;
  readonly ticket_id: string;
  readonly no: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly at: Date;
  readonly key: string;
  readonly reason: string;
  readonly from_due_at: Date;
  readonly to_due_at: Date;
  readonly calendar_version: number;
  readonly by_name: string | null;
}

export interface Keyset {
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly limit: number;
}

const COLUMNS = `c.id, c.ticket_id, c.unit_id, coalesce(c.calendar_id, u.calendar_id) as calendar_id, c.calendar_version,
  c.started_at, c.due_at, c.yellow_at, c.original_due_at, c.limit_amount, c.limit_unit, c.kind`;
const OPEN = 'c.provisional and c.stopped_at is null';
// Counted only so far: a screen says "over a thousand" as well as any number.
const MOST_COUNTED = 1_000;

/** Deadlines that wait for a year to be published, and what became of deadlines that moved. */
@Injectable()
export class ProvisionalClocks {
  /** All of one calendar, for the job's progress. */
  async count(tx: Transaction, calendarId: string): Promise<number> {
    const found = await row<{ total: number }>(
      tx,
      `select count(*)::int as total from clock c join unit u on u.id = c.unit_id
       where ${OPEN} and coalesce(c.calendar_id, u.calendar_id) = $1`,
      [calendarId],
    );
    return found?.total ?? 0;
  }

  /** The next batch of one calendar in order of id, so that clocks already looked at never come again. */
  batch(tx: Transaction, calendarId: string, after: string | null, limit: number): Promise<ProvisionalRow[]> {
    return rows(
      tx,
      `select ${COLUMNS} from clock c join unit u on u.id = c.unit_id
       where ${OPEN} and coalesce(c.calendar_id, u.calendar_id) = $1 and ($2::uuid is null or c.id > $2)
       order by c.id limit $3`,
      [calendarId, after, limit],
    );
  }

  list(tx: Transaction, calendarId: string | null, { after, limit }: Keyset): Promise<ProvisionalListed[]> {
    const values: unknown[] = [calendarId, after?.key ?? null, after?.id ?? null, limit];
    return rows(
      tx,
      `select ${COLUMNS}, t.no, c.due_at::text as key
       from clock c join unit u on u.id = c.unit_id join ticket t on t.id = c.ticket_id
       where ${OPEN} and ($1::text is null or coalesce(c.calendar_id, u.calendar_id) = $1)
         and ($2::timestamptz is null or (c.due_at, c.id) > ($2::timestamptz, $3::uuid))
         and ${seen('t', tx.scope, values)}
       order by c.due_at, c.id limit $4`,
      values,
    );
  }

  /** How many there are, up to a thousand. */
  async total(tx: Transaction, calendarId: string | null): Promise<number> {
    const values: unknown[] = [calendarId];
    const found = await row<{ total: number }>(
      tx,
      `select count(*)::int as total from (select 1 from clock c join unit u on u.id = c.unit_id
         join ticket t on t.id = c.ticket_id
       where ${OPEN} and ($1::text is null or coalesce(c.calendar_id, u.calendar_id) = $1)
         and ${seen('t', tx.scope, values)} limit ${MOST_COUNTED}) capped`,
      values,
    );
    return found?.total ?? 0;
  }

  restatements(tx: Transaction, reason: string | null, { after, limit }: Keyset): Promise<RestatementRow[]> {
    const values: unknown[] = [reason, after?.key ?? null, after?.id ?? null, limit];
    return rows(
      tx,
      `select r.id, r.clock_id, r.ticket_id, t.no, c.kind, c.unit_id, r.at, r.at::text as key, r.reason, r.from_due_at,
         r.to_due_at, r.calendar_version, a.display_name as by_name
       from clock_restatement r join clock c on c.id = r.clock_id join ticket t on t.id = r.ticket_id
         left join account a on a.id = r.by
       where ($1::text is null or r.reason = $1)
         and ($2::timestamptz is null or (r.at, r.id) < ($2::timestamptz, $3::uuid))
         and ${seen('t', tx.scope, values)}
       order by r.at desc, r.id desc limit $4`,
      values,
    );
  }
}
