import { provisionalDeadline, type RuleBook, workingBetween } from '@hotline/calendar';
import { type Instant, MINUTE_MS } from '@hotline/kernel';
import { type Catalogue } from '@hotline/dispatch';
import { type ContactRows, type TicketOpening } from '@hotline/intake';
import { type Place, type Places, type Tree, type Unit } from '@hotline/organization';
import { type TicketClocks } from '@hotline/ticket';
import { DEMO_COUNTIES, DEMO_PROVINCES } from './provinces.js';
import { pick, type Random, seededRandom } from './random.js';
import type { Staff } from './staff.js';

export interface WorldParts {
  readonly tree: Tree;
  readonly places: Places;
  readonly rules: RuleBook;
  readonly clocks: TicketClocks;
  readonly opening: TicketOpening;
  readonly contacts: ContactRows;
  readonly staff: Staff;
  /** In force throughout the history. */
  readonly catalogue: Catalogue;
  /** The moment the history reaches. */
  readonly now: Instant;
}

// A history of this size would be spread too thin over 2,849 counties.
const LEAST_COUNTIES = 4;
const PEOPLE_PER_COUNTY = 8;
const DEMO_SHARE = 0.35;

/** Units, places, people and calendars of the history. */
export class World {
  private readonly counties = new Map<string, readonly string[]>();

  constructor(readonly parts: WorldParts) {}

  unit(code: string): Unit {
    const unit = this.parts.tree.withCode(code);
    if (!unit) throw new Error(`no union with code ${code}`);
    return unit;
  }

  place(code: string): Place {
    const place = this.parts.places.find(code);
    if (!place) throw new Error(`no place with code ${code}`);
    return place;
  }

  /** A county of the province where something happens in this history. */
  county(random: Random, provinceCode: string): string {
    const demo = DEMO_COUNTIES[provinceCode];
    if (demo && random() < DEMO_SHARE) return pick(random, demo);
    return pick(random, this.busyCounties(provinceCode));
  }

  private busyCounties(provinceCode: string): readonly string[] {
    const known = this.counties.get(provinceCode);
    if (known) return known;
    const province = this.unit(provinceCode);
    const all = this.parts.tree
      .all()
      .filter((unit) => unit.level === 'county' && unit.path.startsWith(province.path))
      .map((unit) => unit.code)
      .sort();
    const people = DEMO_PROVINCES.find(({ code }) => code === provinceCode)?.people ?? 0;
    const wanted = LEAST_COUNTIES + Math.round(people / PEOPLE_PER_COUNTY);
    const random = seededRandom(Number(provinceCode));
    const busy = [...new Set(Array.from({ length: wanted }, () => pick(random, all)))];
    this.counties.set(provinceCode, busy);
    return busy;
  }

  /** The moment after so many minutes of working time of the unit's calendar. */
  afterWork(unit: Unit, from: Instant, minutes: number): Instant {
    const calendar = this.parts.rules.calendar(unit.calendarId);
    const limit = { amount: Math.max(1, Math.round(minutes)), unit: 'working-minutes' } as const;
    const found = provisionalDeadline(calendar, from, limit);
    return found.ok ? found.value.dueAt : new Date(from.getTime() + minutes * 3 * MINUTE_MS);
  }

  /** Working minutes between; by the share of work in the week where the calendar knows no holidays yet. */
  workedMinutes(unit: Unit, from: Instant, to: Instant): number {
    const worked = workingBetween(this.parts.rules.calendar(unit.calendarId), from, to);
    return worked.ok ? worked.value : ((to.getTime() - from.getTime()) / MINUTE_MS) * (40 / 168);
  }
}
