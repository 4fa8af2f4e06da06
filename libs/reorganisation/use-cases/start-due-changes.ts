import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, Actors, UnitTree } from '@hotline/organization';
import { ChangeNotices } from '../data/change-notices.js';
import { ChangeStore } from '../data/change-store.js';
import type { Conflict } from '../domain/check-plan.js';
import { mayReorganise } from '../domain/may-reorganise.js';
import type { UnitChange } from '../domain/plan.js';
import { BeginUnitChange } from './begin-unit-change.js';
import { ChangePreview, type Preview } from './change-preview.js';

/**
 * Starts the changes whose time has come, each in one transaction: started once, or stopped with the reason and a
 * notice and nothing touched. While another change runs they wait for it.
 */
@Injectable()
export class StartDueChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly actors: Actors,
    private readonly preview: ChangePreview,
    private readonly beginning: BeginUnitChange,
    private readonly notices: ChangeNotices,
  ) {}

  /** @returns how many were started or stopped */
  async run(): Promise<number> {
    const due = await this.work.read(WHOLE_TREE, (tx) => this.changes.due(tx));
    if (due.length === 0) return 0;
    await this.units.refresh();
    let decided = 0;
    for (const id of due) if (await this.work.run(WHOLE_TREE, (tx) => this.one(tx, id))) decided += 1;
    await this.units.refresh();
    return decided;
  }

  private async one(tx: Transaction, id: string): Promise<boolean> {
    const change = await this.changes.lock(tx, id);
    const { state, scheduledFor, scheduledBy, plan } = change;
    const due = state === 'scheduled' && scheduledFor !== null && scheduledFor.getTime() <= tx.now.getTime();
    if (!due || scheduledBy === null || (await this.changes.otherRunning(tx))) return false;
    const actor = await this.actors.ofAccount(tx, scheduledBy);
    const [conflict] = this.conflicts(change, actor);
    if (conflict) await this.stop(tx, change, actor, conflict);
    else await this.beginning.begin(tx, change, scheduledBy, await this.preview.of(tx, plan, false));
    return true;
  }

  /** Whoever scheduled it must still be allowed to, and the plan must come to what was looked at. */
  private conflicts({ plan, preview }: UnitChange, actor: Actor | null): Conflict[] {
    const conflicts = this.preview.conflictsSince(plan, preview as Preview);
    const allowed = actor !== null && mayReorganise(actor, plan, this.units.current()).ok;
    return conflicts.length > 0 || allowed ? conflicts : [{ field: 'kind', problem: 'not-allowed' }];
  }

  private async stop(
    tx: Transaction,
    { id }: UnitChange,
    actor: Actor | null,
    { field, problem }: Conflict,
  ): Promise<void> {
    await this.changes.end(tx, id, 'failed', `${field}: ${problem}`);
    await this.notices.stopped(tx, actor);
  }
}
