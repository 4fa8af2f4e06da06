import { Family } from './family.js';
import { type Standing } from './row-changes.js';

/** The families at hand, by their keys, and those that the clock alone may change. */
export class Families {
  private readonly byKey = new Map<string, Family>();
  private readonly atRisk = new Set<string>();

  get size(): number {
    return this.byKey.size;
  }
  get waiting(): ReadonlySet<string> {
    return this.atRisk;
  }
  get all(): ReadonlyMap<string, Family> {
    return this.byKey;
  }

  get(key: string): Family | undefined {
    return this.byKey.get(key);
  }

  made(key: string): Family {
    const known = this.byKey.get(key);
    if (known) return known;
    const family = new Family(key);
    this.byKey.set(key, family);
    return family;
  }

  /** These rows of it are in the tables now. */
  stand(family: Family, rows: Standing): void {
    family.written = rows;
    if (family.isWaiting) this.atRisk.add(family.key);
    else this.atRisk.delete(family.key);
  }

  forget(key: string): void {
    this.byKey.delete(key);
    this.atRisk.delete(key);
  }
}
