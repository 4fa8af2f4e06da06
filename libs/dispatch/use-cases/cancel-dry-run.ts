import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { DryRunStore } from '../data/dry-run-store.js';
import { type DryRunView, ShowDryRun } from './show-dry-run.js';

/** Stops a dry run; what it has judged stays to be read, but proves nothing for a publication. */
@Injectable()
export class CancelDryRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: DryRunStore,
    private readonly show: ShowDryRun,
  ) {}

  async run(actor: Actor, id: string): Promise<DryRunView> {
    await this.work.run(scopeOf(actor, 'catalogue.edit'), async (tx) => {
      await this.show.visible(tx, id);
      if ((await this.runs.cancel(tx, 'id', id)) === 0) refuse('wrong-state');
    });
    return this.show.run(actor, id);
  }
}
