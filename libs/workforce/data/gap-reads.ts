import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Gap } from '../domain/gaps.js';
import { bind, inSubtree } from './report-sql.js';

export interface LineSource {
  readonly id: string;
  readonly name: string;
}

/** More holes than this are not drawn one by one; the newest are. */
const MOST_GAPS = 500;

/** What the lines of a subtree are called, and when they were not heard. */
@Injectable()
export class GapReads {
  gaps(tx: Transaction, paths: readonly string[], from: Instant, to: Instant): Promise<Gap[]> {
    const values: unknown[] = [];
    const where = inSubtree(values, paths, 's.unit_path');
    return rows<Gap & Record<string, unknown>>(
      tx,
      `select g.source_id as "sourceId", g.from_at as "from", least(coalesce(g.to_at, ${bind(values, tx.now)}), ${bind(values, to)}) as "to",
         g.restarted, g.mended_at as "mendedAt"
       from feed_gap g join telephony_source s on s.id = g.source_id
       where ${where} and g.from_at < ${bind(values, to)} and coalesce(g.to_at, 'infinity') > ${bind(values, from)}
         and g.to_at is distinct from g.from_at
       order by g.from_at desc limit ${MOST_GAPS}`,
      values,
    );
  }

  sources(tx: Transaction, paths: readonly string[]): Promise<LineSource[]> {
    const values: unknown[] = [];
    return rows<LineSource & Record<string, unknown>>(
      tx,
      `select id, name from telephony_source s where ${inSubtree(values, paths, 's.unit_path')} order by name limit 1000`,
      values,
    );
  }
}
