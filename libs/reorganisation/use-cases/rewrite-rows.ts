import { Inject, Injectable } from '@nestjs/common';
import { type PathKeeper, type PathMove, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { PATH_KEEPERS } from '@hotline/platform';
import { ChangeStore } from '../data/change-store.js';
import type { UnitChange } from '../domain/plan.js';

// A person's verb waits for a row of the batch at most about this long; larger batches cost less each.
const AIM_MS = 100;
const FIRST_BATCH = 400;
const LEAST = 300;
const MOST = 6_000;
// Tables side by side; more would take the processors from those who read.
const LANES = 2;

/** Rewrites the old spelling, room by room, in short transactions. */
@Injectable()
export class RewriteRows {
  private readonly sizes = new Map<string, number>();
  /** Changes whose sums have followed. */
  private readonly summed = new Set<string>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: ChangeStore,
    @Inject(PATH_KEEPERS) private readonly keepers: readonly PathKeeper[],
  ) {}

  /** One batch a lane, of the first room that has one. @returns how many rows, 0 when nothing is left */
  async batch(changeId: string): Promise<number> {
    const [sums, ...others] = this.keepers;
    // Sums first and alone: until they have followed, nothing is counted.
    if (sums && !this.summed.has(changeId)) {
      const done = await this.batchOf(sums, changeId);
      if (done > 0) return done;
      this.summed.add(changeId);
    }
    const waiting = [...others];
    const lanes = Array.from({ length: LANES }, () => this.lane(waiting, changeId));
    return (await Promise.all(lanes)).reduce((total, done) => total + done, 0);
  }

  /** Each lane takes the next table that has rows left; two in one table would only be in each other's way. */
  private async lane(waiting: PathKeeper[], changeId: string): Promise<number> {
    for (let keeper = waiting.shift(); keeper; keeper = waiting.shift()) {
      const done = await this.batchOf(keeper, changeId);
      if (done > 0) return done;
    }
    return 0;
  }

  /** Whatever a slow process has still written the old way; only while no other transaction writes. */
  async remainder(tx: Transaction, change: UnitChange, moves: readonly PathMove[]): Promise<number> {
    let total = 0;
    for (const keeper of this.keepers)
      total += await keeper.rewrite(tx, moves, change.effectiveAt ?? tx.now, MOST);
    return total;
  }

  private async batchOf(keeper: PathKeeper, changeId: string): Promise<number> {
    const size = this.sizes.get(keeper.name) ?? FIRST_BATCH;
    const began = performance.now();
    const done = await this.work.run(WHOLE_TREE, async (tx) => {
      const change = await this.changes.show(tx, changeId);
      if (change.state !== 'running' || change.effectiveAt === null) return 0;
      await this.changes.relax(tx);
      const moves = await this.changes.moves(tx, changeId);
      const rewritten = await keeper.rewrite(tx, moves, change.effectiveAt, size);
      if (rewritten > 0) await this.changes.addRows(tx, changeId, keeper.name, rewritten);
      return rewritten;
    });
    const took = performance.now() - began;
    const next = took < AIM_MS * 0.6 ? size * 1.5 : took > AIM_MS * 1.3 ? size / 1.6 : size;
    if (done >= size) this.sizes.set(keeper.name, Math.round(Math.min(MOST, Math.max(LEAST, next))));
    return done;
  }
}
