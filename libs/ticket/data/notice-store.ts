import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import type { NoticeKind } from '../domain/step.js';
import { seen } from './ticket-store.js';

export interface StoredNotice {
  readonly id: string;
  readonly at: Date;
  readonly kind: NoticeKind;
  readonly ticket_id: string | null;
  readonly ticket_no: string | null;
  readonly ticket_title: string | null;
  readonly read: boolean;
}

const COLUMNS = `n.id, n.at, n.kind, n.ticket_id, t.no as ticket_no, t.title as ticket_title`;

/** What units were told. A notice about a ticket is shown only to who may see the ticket. */
@Injectable()
export class NoticeStore {
  /** Newest first, of the reader's own units; ids are made in the order of time, so one of them is the cursor. */
  list(
    tx: Transaction,
    unitIds: readonly string[],
    before: string | null,
    limit: number,
  ): Promise<StoredNotice[]> {
    const values: unknown[] = [unitIds, before, limit, tx.scope.accountId];
    return rows(
      tx,
      `select ${COLUMNS}, n.at <= coalesce(r.up_to, '-infinity') as read
       from unnest($1::uuid[]) as own(unit_id)
       cross join lateral (select * from notice n where n.unit_id = own.unit_id and ($2::uuid is null or
         (n.at, n.id) < ((select b.at from notice b where b.id = $2), $2)) order by n.at desc, n.id desc limit $3) n
       left join notice_read r on r.account_id = $4
       left join ticket t on t.id = n.ticket_id and ${seen('t', tx.scope, values)}
       where n.ticket_id is null or t.id is not null order by n.at desc, n.id desc limit $3`,
      values,
    );
  }

  /** The notices of one unit since a moment, for its open screens. */
  since(tx: Transaction, unitId: string, at: Instant, limit: number): Promise<StoredNotice[]> {
    const values: unknown[] = [unitId, at, limit];
    return rows(
      tx,
      `select ${COLUMNS}, false as read from notice n
       left join ticket t on t.id = n.ticket_id and ${seen('t', tx.scope, values)}
       where n.unit_id = $1 and n.at > $2 and (n.ticket_id is null or t.id is not null)
       order by n.at desc, n.id desc limit $3`,
      values,
    );
  }

  /** @returns false when there is no such notice of these units */
  async readUpTo(tx: Transaction, unitIds: readonly string[], noticeId: string): Promise<boolean> {
    const marked = await changed(
      tx,
      `insert into notice_read (account_id, up_to)
       select $1, n.at from notice n where n.id = $2 and n.unit_id = any ($3)
       on conflict (account_id) do update set up_to = greatest(notice_read.up_to, excluded.up_to)`,
      [tx.scope.accountId, noticeId, unitIds],
    );
    return marked === 1;
  }
}
