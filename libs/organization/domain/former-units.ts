import type { Instant } from '@hotline/kernel';

/** What a unit was called and where it hung, until when. */
export interface FormerUnit {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly path: string;
  readonly parentId: string | null;
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

/** Everything units once were, in memory like the tree itself. A path, once used, belongs to one unit for ever. */
export class FormerUnits {
  private readonly byUnit = new Map<string, FormerUnit[]>();
  private readonly byPath = new Map<string, string>();

  /** @param all oldest first */
  constructor(private readonly all: readonly FormerUnit[]) {
    for (const one of all) {
      this.byUnit.set(one.unitId, [...(this.byUnit.get(one.unitId) ?? []), one]);
      this.byPath.set(one.path, one.unitId);
    }
  }

  of(unitId: string): readonly FormerUnit[] {
    return this.byUnit.get(unitId) ?? [];
  }

  ownerOf(path: string): string | undefined {
    return this.byPath.get(path);
  }

  /** The unit that had the code in the past. */
  withCode(code: string): FormerUnit | undefined {
    return this.all.findLast((one) => one.code === code);
  }

  /** Former paths of a unit that differ from the present one. */
  pathsOf(unitId: string, present: string): string[] {
    return [...new Set(this.of(unitId).map(({ path }) => path))].filter((path) => path !== present);
  }

  /** Units that once hung directly below this one, each with the paths it had there. */
  childrenOf(parentId: string): Map<string, string[]> {
    const children = new Map<string, string[]>();
    for (const one of this.all) {
      const known = children.get(one.unitId) ?? [];
      if (one.parentId === parentId && !known.includes(one.path))
        children.set(one.unitId, [...known, one.path]);
    }
    return children;
  }

  /** Units once called like this, the newest first; at least two characters, since one is in every name. */
  named(words: string): FormerUnit[] {
    const word = words.trim();
    if (word.length < 2) return [];
    return this.all
      .filter((one) => one.name.includes(word) || one.shortName === word || one.code === word)
      .reverse();
  }
}
