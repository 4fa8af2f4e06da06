import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { ChangeStore, type NamedChange } from '../data/change-store.js';
import { mayReorganise } from '../domain/may-reorganise.js';
import { isPlanned } from '../domain/plan.js';
import { ChangePreview, type Preview } from './change-preview.js';

export interface ShownChange extends NamedChange {
  readonly preview: Preview;
  readonly mayStart: boolean;
  readonly mayCancel: boolean;
  /** The plan and the time may still be set anew. */
  readonly mayRevise: boolean;
}

/** One change: a draft counted anew, a started one as it was started, with how far it has come. */
@Injectable()
export class ShowUnitChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly changes: ChangeStore,
    private readonly preview: ChangePreview,
  ) {}

  run(actor: Actor, id: string): Promise<ShownChange> {
    return this.work.read(scopeOf(actor, 'unit.reorganise'), async (tx) => {
      const change = await this.changes.show(tx, id);
      const may = mayReorganise(actor, change.plan, this.units.current()).ok;
      if (!may && !this.inside(tx.scope.prefixes, change)) return refuse('not-found');
      const planned = isPlanned(change.state);
      const preview = await this.previewOf(tx, change);
      const stands = planned || (change.state === 'running' && change.effectiveAt === null);
      return {
        ...change,
        preview,
        mayStart: may && planned && preview.conflicts.length === 0,
        mayCancel: may && stands,
        mayRevise: may && planned,
      };
    });
  }

  /** A draft is counted anew; a scheduled change shows what was looked at, and what by now stands in its way. */
  private async previewOf(tx: Transaction, { state, plan, preview }: NamedChange): Promise<Preview> {
    const kept = preview as Preview;
    if (state === 'scheduled') return { ...kept, conflicts: this.preview.conflictsSince(plan, kept) };
    return state === 'draft' ? this.preview.of(tx, plan, await this.changes.otherRunning(tx)) : kept;
  }

  private inside(prefixes: readonly string[], { plan }: NamedChange): boolean {
    const paths = plan.unitIds.flatMap((id) => this.units.current().find(id)?.path ?? []);
    return paths.some((path) => prefixes.some((prefix) => path.startsWith(prefix)));
  }
}
