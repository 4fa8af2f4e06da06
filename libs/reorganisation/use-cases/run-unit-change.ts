import { Injectable } from '@nestjs/common';
import { type JobHandler, Live, Outbox, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { claimEffect } from '@hotline/platform';
import { ChangeStore } from '../data/change-store.js';
import type { Handover } from '../domain/tree-edit.js';
import { RUN_UNIT_CHANGE } from '../jobs/run-unit-change.js';
import { HandOver } from './hand-over.js';
import { RewriteRows } from './rewrite-rows.js';
import { SwitchTree } from './switch-tree.js';

/** How a stride goes: how long it works, and how long every process may need to hear of a change of the tree. */
export interface Pace {
  readonly strideMs: number;
  readonly hearMs: number;
}

// Processes hear at once over the live channel, and look by themselves every two seconds.
const USUAL: Pace = { strideMs: 4_000, hearMs: 2_300 };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The job of a started change. Every part can be repeated, so a process that dies in the middle is followed by another
 * that goes on and comes to the same end (docs/decisions/0011-units-move-under-running-work.md).
 */
@Injectable()
export class RunUnitChange implements JobHandler<{ changeId: string }> {
  readonly job = RUN_UNIT_CHANGE;
  /** When this process changed the tree, by its own watch. */
  private readonly switchedHere = new Map<string, number>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly tree: SwitchTree,
    private readonly handOver: HandOver,
    private readonly rewrite: RewriteRows,
    private readonly outbox: Outbox,
    private readonly live: Live,
  ) {}

  async handle({ changeId }: { changeId: string }, outboxId: string): Promise<void> {
    const finished = await this.stride(changeId);
    await this.work.run(WHOLE_TREE, async (tx) => {
      if (!(await claimEffect(tx, outboxId)) || finished) return;
      await this.outbox.add(tx, RUN_UNIT_CHANGE, { changeId }, 'urgent');
    });
  }

  /** @returns true when nothing is left to do */
  async stride(changeId: string, pace: Pace = USUAL): Promise<boolean> {
    const change = await this.work.read(WHOLE_TREE, (tx) => this.changes.show(tx, changeId));
    if (change.state !== 'running') return true;
    if (change.effectiveAt === null) {
      await pause(pace.hearMs);
      if (!(await this.tree.run(changeId))) return true;
      this.switchedHere.set(changeId, performance.now());
    }
    await this.units.refresh();
    const handovers = await this.handovers(changeId);
    for (const began = performance.now(); performance.now() - began < pace.strideMs;) {
      const done = (await this.handOver.batch(changeId, handovers)) || (await this.rewrite.batch(changeId));
      if (done > 0) continue;
      await this.allHaveHeard(changeId, pace);
      if (await this.settle(changeId)) return true;
    }
    return false;
  }

  /** As decided at the switch. */
  private async handovers(changeId: string): Promise<readonly Handover[]> {
    const { preview } = await this.work.read(WHOLE_TREE, (tx) => this.changes.show(tx, changeId));
    return (preview as { handing?: Handover[] }).handing ?? [];
  }

  /** A process that has not heard yet may still write the old way; after this long none does. */
  private async allHaveHeard(changeId: string, { hearMs }: Pace): Promise<void> {
    const now = performance.now();
    const since = now - (this.switchedHere.get(changeId) ?? now);
    if (since < hearMs) await pause(hearMs - since);
    this.switchedHere.set(changeId, now - hearMs);
  }

  /** The last look is taken alone: nobody can be in the middle of writing. */
  private async settle(changeId: string): Promise<boolean> {
    const settled = await this.work.runAlone(WHOLE_TREE, async (tx) => {
      const change = await this.changes.lock(tx, changeId);
      if (change.state !== 'running') return true;
      const moves = await this.changes.moves(tx, changeId);
      if ((await this.rewrite.remainder(tx, change, moves)) > 0) return false;
      await this.changes.advance(tx, changeId, { ...change.progress, phase: 'settled' });
      await this.changes.end(tx, changeId, 'done');
      tx.afterCommit(() => this.live.publish({ kind: 'units' }));
      return true;
    });
    if (settled) this.switchedHere.delete(changeId);
    await this.units.refresh();
    return settled;
  }
}
