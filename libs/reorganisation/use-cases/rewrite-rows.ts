import { Inject, Injectable } from '@nestjs/common';
import { type PathKeeper, type PathMove, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { PATH_KEEPERS } from '@hotline/platform';
import { ChangeStore } from '../data/change-store.js';
import type { UnitChange } from '../domain/plan.js';

// A person's verb waits for a row of the batch at most this long; larger batches cost less each.
const AIM_MS = 90;
const FIRST_BATCH = 400;
const LEAST = 100;
const MOST = 6_000;

/** Rewrites the old spelling, room by room, in short transactions. */
@Injectable()
export class RewriteRows {
  private readonly sizes = new Map<string, number>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: ChangeStore,
    @Inject(PATH_KEEPERS) private readonly keepers: readonly PathKeeper[],
  ) {}

  /** One batch of the first room that has one. @returns how many rows, 0 when nothing is left */
  async batch(changeId: string): Promise<number> {
    for (const keeper of this.keepers) {
      const rows = await this.batchOf(keeper, changeId);
      if (rows > 0) return rows;
    }
    return 0;
  }

  /** Whatever a slow process has still written the old way; only while no other transaction writes. */
  async remainder(tx: Transaction, change: UnitChange, moves: readonly PathMove[]): Promise<number> {
    let total = 0;
    for (const keeper of this.keepers) {
      const rows = await keeper.rewrite(tx, moves, change.effectiveAt ?? tx.now, MOST);
      total += rows;
    }
    return total;
  }

  private async batchOf(keeper: PathKeeper, changeId: string): Promise<number> {
    const size = this.sizes.get(keeper.name) ?? FIRST_BATCH;
    const began = performance.now();
    const rows = await this.work.run(WHOLE_TREE, async (tx) => {
      // Two runners of one change take turns; the row also keeps the progress.
      const change = await this.changes.lock(tx, changeId);
      if (change.state !== 'running' || change.effectiveAt === null) return 0;
      const moves = await this.changes.moves(tx, changeId);
      const done = await keeper.rewrite(tx, moves, change.effectiveAt, size);
      if (done > 0) await this.changes.advance(tx, changeId, withRows(change, keeper.name, done));
      return done;
    });
    const took = performance.now() - began;
    const next = took < AIM_MS * 0.6 ? size * 1.5 : took > AIM_MS * 1.3 ? size / 1.6 : size;
    if (rows >= size) this.sizes.set(keeper.name, Math.round(Math.min(MOST, Math.max(LEAST, next))));
    return rows;
  }
}

function withRows({ progress }: UnitChange, name: string, rows: number): UnitChange['progress'] {
  const known = progress.rows ?? {};
  return { ...progress, phase: 'rewriting', rows: { ...known, [name]: (known[name] ?? 0) + rows } };
}
