import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import type { Gap } from '../domain/gaps.js';
import { GapReads } from './gap-reads.js';
import { IntervalNotes } from './interval-notes.js';

/** What every report prints around its numbers. */
export interface ReportEdges {
  /** everything that had been reported by then is counted; null before the first count */
  readonly asOf: Instant | null;
  readonly gaps: readonly Gap[];
  /** names of lines by id */
  readonly names: ReadonlyMap<string, string>;
}

@Injectable()
export class ReportFrame {
  constructor(
    private readonly holes: GapReads,
    private readonly notes: IntervalNotes,
  ) {}

  async read(tx: Transaction, paths: readonly string[], from: Instant, to: Instant): Promise<ReportEdges> {
    const gaps = await this.holes.gaps(tx, paths, from, to);
    return { asOf: await this.notes.asOf(tx), gaps, names: await this.names(tx, paths) };
  }

  async names(tx: Transaction, paths: readonly string[]): Promise<Map<string, string>> {
    const sources = await this.holes.sources(tx, paths);
    return new Map(sources.map(({ id, name }) => [id, name]));
  }
}
