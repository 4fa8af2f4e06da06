import type { Instant } from '@hotline/kernel';
import type { PresenceRules, PresenceSettings } from './settings.js';

/** One version of what a unit has for its agents. */
export interface SettingsVersion {
  /** null: the national union, whose settings hold wherever nobody below has its own. */
  readonly unitId: string | null;
  readonly version: number;
  readonly at: Instant;
  readonly by: string | null;
  readonly because: string;
  /** null: given back, those of the unit above hold. */
  readonly settings: PresenceRules | null;
}

/** Settings that hold, and whose they are. */
export interface DecidedSettings extends PresenceSettings {
  readonly from: SettingsVersion;
}

/** The newest versions of all units: for each unit the nearest one upwards with a word of its own decides. */
export class SettingsInForce {
  private readonly known = new Map<string, DecidedSettings>();

  /** @param upwards ids of a unit and those above it, nearest first */
  constructor(
    private readonly national: SettingsVersion & { readonly settings: PresenceRules },
    private readonly units: ReadonlyMap<string, SettingsVersion>,
    private readonly upwards: (unitId: string) => readonly string[],
  ) {}

  of(unitId: string): DecidedSettings {
    const known = this.known.get(unitId);
    if (known) return known;
    const found = this.decide(this.upwards(unitId));
    this.known.set(unitId, found);
    return found;
  }

  /** What would hold if the unit had none of its own. */
  above(unitId: string): DecidedSettings {
    return this.decide(this.upwards(unitId).slice(1));
  }

  /** The unit nearest upwards with settings of its own; null for the national union. */
  deciderOf(unitId: string): string | null {
    return this.of(unitId).from.unitId;
  }

  /** The unit's own newest version, given back or not. */
  ownOf(unitId: string): SettingsVersion | null {
    return this.units.get(unitId) ?? null;
  }

  /** Units that have settings of their own now. */
  withOwn(): string[] {
    return [...this.units.values()].flatMap(({ unitId, settings }) => (unitId && settings ? [unitId] : []));
  }

  all(): DecidedSettings[] {
    return [...this.units.values(), this.national].flatMap((one) => decided(one) ?? []);
  }

  private decide(chain: readonly string[]): DecidedSettings {
    for (const id of chain) {
      const own = this.units.get(id);
      const found = own && decided(own);
      if (found) return found;
    }
    return { ...this.national.settings, version: this.national.version, from: this.national };
  }
}

const decided = (from: SettingsVersion): DecidedSettings | null =>
  from.settings && { ...from.settings, version: from.version, from };
