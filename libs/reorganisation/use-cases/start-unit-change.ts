import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { ChangeStore } from '../data/change-store.js';
import { mayReorganise } from '../domain/may-reorganise.js';
import { isPlanned } from '../domain/plan.js';
import { BeginUnitChange } from './begin-unit-change.js';
import { ChangePreview } from './change-preview.js';

/** Starts a draft, or a scheduled change before its time: one change of the tree at a time, and none with a conflict. */
@Injectable()
export class StartUnitChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly preview: ChangePreview,
    private readonly beginning: BeginUnitChange,
  ) {}

  async run(actor: Actor, id: string, version: number): Promise<void> {
    await this.units.refresh();
    await this.work.run(scopeOf(actor, 'unit.reorganise'), async (tx) => {
      const change = await this.changes.lock(tx, id, version);
      orRefuse(mayReorganise(actor, change.plan, this.units.current()));
      if (!isPlanned(change.state)) refuse('wrong-state', { facts: { state: change.state } });
      if (await this.changes.otherRunning(tx))
        refuse('wrong-state', { facts: { problem: 'other-change-running' } });
      this.preview.orRefuse(change.plan);
      const preview = await this.preview.of(tx, change.plan, false);
      await this.beginning.begin(tx, change, actor.accountId, preview);
    });
    await this.units.refresh();
  }
}
