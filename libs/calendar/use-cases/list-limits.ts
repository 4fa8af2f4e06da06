import { Injectable } from '@nestjs/common';
import { shanghaiDay, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type LimitsDraft, limitsDraft, limitsVersions, type StoredLimits } from '../data/limits-store.js';
import { presetAt } from '../domain/limits-preset.js';
import { mayEditLimits } from '../domain/rule-rights.js';

export type Standing = 'in-force' | 'coming' | 'past';

export interface LimitsShelf {
  readonly versions: readonly (StoredLimits & { readonly standing: Standing })[];
  readonly draft: LimitsDraft | null;
  readonly mayEdit: boolean;
}

/** All matrices, newest first, and the draft beside them. */
@Injectable()
export class ListLimits {
  constructor(private readonly work: UnitOfWork) {}

  run(actor: Actor): Promise<LimitsShelf> {
    return this.work.read(scopeOf(actor, 'calendar.read'), async (tx) => {
      const versions = await limitsVersions(tx);
      const standing = standingsOf(tx, versions);
      return {
        versions: versions.map((one) => ({ ...one, standing: standing(one) })),
        draft: await limitsDraft(tx),
        mayEdit: mayEditLimits(actor).ok,
      };
    });
  }
}

function standingsOf(tx: Transaction, versions: readonly StoredLimits[]): (one: StoredLimits) => Standing {
  const presets = versions.map(({ version, preset }) => ({ ...preset, version })).reverse();
  const inForce = presetAt(presets, tx.now)?.version;
  const today = shanghaiDay(tx.now);
  return ({ version, preset }) => {
    if (version === inForce) return 'in-force';
    return preset.effectiveFrom > today ? 'coming' : 'past';
  };
}
