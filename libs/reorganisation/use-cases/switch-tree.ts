import { Injectable } from '@nestjs/common';
import { Live, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { Actors, UnitTree } from '@hotline/organization';
import { ChangeNotices } from '../data/change-notices.js';
import { ChangeStore } from '../data/change-store.js';
import { PreviewReads } from '../data/preview-reads.js';
import { TreeWriter } from '../data/tree-writer.js';
import type { UnitChange } from '../domain/plan.js';
import { type TreeEdit, treeEditOf } from '../domain/tree-edit.js';
import { ChangePreview } from './change-preview.js';

const MOST_COUNTED = 1_000_000;

/** The moment of the change: one short transaction that runs alone. Afterwards there is only forward. */
@Injectable()
export class SwitchTree {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly preview: ChangePreview,
    private readonly reads: PreviewReads,
    private readonly writer: TreeWriter,
    private readonly actors: Actors,
    private readonly notices: ChangeNotices,
    private readonly live: Live,
  ) {}

  /** @returns false when the change was cancelled, or a conflict has come up since it was started */
  async run(changeId: string): Promise<boolean> {
    const { plan } = await this.work.read(WHOLE_TREE, (tx) => this.changes.show(tx, changeId));
    const edit = treeEditOf(plan, this.units.current());
    const sounds = await this.writer.sounds(edit);
    const tickets = await this.ticketsOf(edit);
    return this.work.runAlone(WHOLE_TREE, async (tx) => {
      const change = await this.changes.lock(tx, changeId);
      if (change.state !== 'running' || change.effectiveAt !== null) return change.state === 'running';
      tx.afterCommit(() => this.live.publish({ kind: 'units' }));
      await this.units.refresh();
      const [conflict] = this.preview.conflicts(plan);
      if (!conflict) return this.write(tx, change, tickets, sounds);
      await this.changes.end(tx, changeId, 'failed', `${conflict.field}: ${conflict.problem}`);
      const by = change.startedBy === null ? null : await this.actors.ofAccount(tx, change.startedBy);
      await this.notices.stopped(tx, by);
      return false;
    });
  }

  private async write(
    tx: Transaction,
    { id, plan, preview, progress, startedBy }: UnitChange,
    tickets: number,
    sounds: Awaited<ReturnType<TreeWriter['sounds']>>,
  ): Promise<true> {
    const tree = this.units.current();
    const edit = treeEditOf(plan, tree);
    await this.writer.write(tx, edit, tree, sounds);
    if (plan.memberships === 'grant') await this.writer.grantPosts(tx, edit, startedBy);
    // The tree of a later day would read the plan differently.
    await this.changes.keepPreview(tx, id, { ...preview, handing: edit.handovers });
    await this.changes.switched(tx, id, { ...progress, phase: 'rewriting', tickets });
    return true;
  }

  private ticketsOf({ moves }: TreeEdit): Promise<number> {
    const paths = moves.map(({ from }) => from);
    const tops = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other)));
    return this.work.read(WHOLE_TREE, (tx) => this.reads.tickets(tx, tops, MOST_COUNTED));
  }
}
