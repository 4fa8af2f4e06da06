import { Injectable } from '@nestjs/common';
import { DAY_MS, type Instant, pathRange, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';

export interface NewestFlag {
  readonly level: number;
  readonly people: number;
  readonly unitId: string;
  readonly at: Instant;
}

/** How many employers have reached a level; each counts once, at its highest. */
export interface FlagCount {
  readonly level: number;
  readonly count: number;
}

export interface UrgentUnread {
  readonly unread: number;
  readonly overdue: number;
  readonly since: Instant | null;
}

/** As long as people against one employer are counted together. */
const FLAG_DAYS = 30;

/** What is grave below a unit, as numbers: nobody's name, and no employer's, is read for a wall. */
@Injectable()
export class AlarmReads {
  flags(tx: Transaction, path: string): Promise<FlagCount[]> {
    const { low, high } = pathRange(path);
    return rows<FlagCount & Record<string, unknown>>(
      tx,
      `select level, count(*)::integer as count from (
         select distinct on (employer_key) level from group_flag
         where raised_at > $3 and unit_path >= $1 and unit_path < $2 order by employer_key, level desc) f
       group by level order by level`,
      [low, high, new Date(tx.now.getTime() - FLAG_DAYS * DAY_MS)],
    );
  }

  /** The newest of a day. */
  newestFlag(tx: Transaction, path: string): Promise<NewestFlag | null> {
    const { low, high } = pathRange(path);
    return row<NewestFlag & Record<string, unknown>>(
      tx,
      `select level, people, unit_id as "unitId", raised_at as at from group_flag
       where raised_at > $3 and unit_path >= $1 and unit_path < $2 order by raised_at desc, level desc limit 1`,
      [low, high, new Date(tx.now.getTime() - DAY_MS)],
    );
  }

  /** Urgent tickets whose leader on duty has not said that he has read of them. */
  async urgentUnread(tx: Transaction, path: string): Promise<UrgentUnread> {
    const { low, high } = pathRange(path);
    const found = await row<UrgentUnread & Record<string, unknown>>(
      tx,
      `select count(distinct r.ticket_id)::integer as unread,
         count(distinct r.ticket_id) filter (where r.due_at <= $3)::integer as overdue, min(r.told_at) as since
       from leader_receipt r join unit u on u.id = r.unit_id
         join ticket t on t.id = r.ticket_id and t.next_due_at is not null
       where r.read_at is null and r.passed_on_at is null and u.path >= $1 and u.path < $2`,
      [low, high, tx.now],
    );
    return found ?? { unread: 0, overdue: 0, since: null };
  }
}
