import { Injectable } from '@nestjs/common';
import { type Instant, pathRange, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

export interface GapRow {
  readonly source: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly restarted: boolean;
  readonly mended: boolean;
}

/** More holes than this are not drawn one by one; the newest are. */
const MOST = 100;

/** Time the streams of a subtree's sources did not see; what was read later from a log is mended. A restart that took no time is none. */
@Injectable()
export class LineGaps {
  /** Those that touch [from, until), newest first. */
  below(tx: Transaction, path: string, from: Instant, until: Instant): Promise<GapRow[]> {
    const { low, high } = pathRange(path);
    return rows<GapRow & Record<string, unknown>>(
      tx,
      `select s.name as source, g.from_at as from, g.to_at as to, g.restarted, g.mended_at is not null as mended
       from feed_gap g join telephony_source s on s.id = g.source_id
       where s.unit_path >= $1 and s.unit_path < $2 and g.from_at < $4 and coalesce(g.to_at, $5) > $3
         and g.to_at is distinct from g.from_at
       order by g.from_at desc limit ${MOST}`,
      [low, high, from, until, tx.now],
    );
  }
}
