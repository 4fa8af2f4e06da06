import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import {
  changeLimitsDraft,
  deleteLimitsDraft,
  insertLimitsDraft,
  limitsVersions,
  lockLimitsDraft,
  type Matrix,
} from '../data/limits-store.js';
import { mayEditLimits } from '../domain/rule-rights.js';
import { completed } from '../domain/shipped-limits.js';

/** The draft of the next matrix: opened as a copy of a published one, saved, thrown away. */
@Injectable()
export class DraftLimits {
  constructor(private readonly work: UnitOfWork) {}

  /** @param version the published matrix to copy; the newest when left out */
  open(actor: Actor, version: number | undefined): Promise<void> {
    orRefuse(mayEditLimits(actor));
    return this.work.run(scopeOf(actor, 'limits.edit'), async (tx) => {
      const all = await limitsVersions(tx);
      const from = version === undefined ? all[0] : all.find((one) => one.version === version);
      if (!from) return refuse('not-found');
      const { rows, maxExtensions } = from.preset;
      await insertLimitsDraft(tx, from.version, { rows: completed(rows), maxExtensions });
    });
  }

  change(actor: Actor, version: number, matrix: Matrix): Promise<void> {
    orRefuse(mayEditLimits(actor));
    return this.work.run(scopeOf(actor, 'limits.edit'), async (tx) => {
      await lockLimitsDraft(tx, version);
      await changeLimitsDraft(tx, matrix);
    });
  }

  discard(actor: Actor, version: number): Promise<void> {
    orRefuse(mayEditLimits(actor));
    return this.work.run(scopeOf(actor, 'limits.edit'), async (tx) => {
      await lockLimitsDraft(tx, version);
      await deleteLimitsDraft(tx);
    });
  }
}
