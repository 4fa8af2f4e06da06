import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, readVocabulary, scopeOf } from '@hotline/organization';
import { limitsDraft, limitsVersions, type Matrix } from '../data/limits-store.js';
import { type KnownCodes, presetFaults } from '../domain/check-preset.js';
import type { Fault } from '../domain/fault.js';
import { type PresetChanges, presetChanges } from '../domain/preset-changes.js';

/** Says what is wrong with the draft of the matrix, and what differs between two of them. */
@Injectable()
export class CheckLimits {
  constructor(private readonly work: UnitOfWork) {}

  run(actor: Actor): Promise<readonly Fault[]> {
    return this.work.read(scopeOf(actor, 'limits.edit'), async (tx) => {
      const draft = (await limitsDraft(tx)) ?? refuse('not-found');
      return this.faults(tx, draft.body);
    });
  }

  async faults(tx: Transaction, matrix: Matrix): Promise<Fault[]> {
    return presetFaults(matrix, await knownCodes(tx));
  }

  /** @param to a version, or the draft when left out */
  compare(actor: Actor, from: number, to: number | undefined): Promise<PresetChanges> {
    return this.work.read(scopeOf(actor, 'calendar.read'), async (tx) => {
      const versions = await limitsVersions(tx);
      const before = versions.find((one) => one.version === from)?.preset;
      const draft = to === undefined ? await limitsDraft(tx) : null;
      const after = draft?.body ?? versions.find((one) => one.version === to)?.preset;
      return before && after ? presetChanges(before, after) : refuse('not-found');
    });
  }
}

/** The codes of the word lists in force; undefined before any are planted. */
async function knownCodes(tx: Transaction): Promise<KnownCodes | undefined> {
  const words = await readVocabulary(tx);
  if (!words) return undefined;
  const codes = (name: string): Set<string> => {
    const terms = words.body[name];
    return new Set(Array.isArray(terms) ? terms.map((term: { code: string }) => term.code) : []);
  };
  return { kinds: codes('kinds'), fields: codes('fields') };
}
