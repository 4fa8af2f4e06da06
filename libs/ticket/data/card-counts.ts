import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row } from '@hotline/platform';
import { liesIn, OPEN, Statement } from './list-sql.js';
import { MOST_COUNTED } from './ticket-lists.js';

export interface CardCount {
  readonly count: number;
  /** there are more than were counted */
  readonly atLeast: boolean;
}

/** Open tickets with a card below a unit, counted no further than ten thousand of each colour. */
@Injectable()
export class CardCounts {
  async below(tx: Transaction, path: string): Promise<{ red: CardCount; yellow: CardCount }> {
    const sql = new Statement();
    sql.and(liesIn(sql, [path]));
    sql.and(OPEN);
    const now = sql.value(tx.now);
    const most = sql.value(MOST_COUNTED + 1);
    // Yellow is looked for among the ones due next: a deadline far away has no card yet.
    const found = await row<{ red: number; yellow: number; looked: number }>(
      tx,
      `with late as (select 1 from ticket t where ${sql.where} and t.next_due_at < ${now} limit ${most}),
       soon as (select t.next_yellow_at from ticket t where ${sql.where} and t.next_due_at >= ${now}
         order by t.next_due_at, t.id limit ${most})
       select (select count(*)::integer from late) as red,
         (select count(*)::integer from soon where next_yellow_at <= ${now}) as yellow,
         (select count(*)::integer from soon) as looked`,
      sql.values,
    );
    const { red = 0, yellow = 0, looked = 0 } = found ?? {};
    return {
      red: { count: Math.min(red, MOST_COUNTED), atLeast: red > MOST_COUNTED },
      yellow: { count: yellow, atLeast: looked > MOST_COUNTED && yellow > 0 },
    };
  }
}
