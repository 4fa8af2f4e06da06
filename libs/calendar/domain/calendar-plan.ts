import { type Calendar, type CalendarOverride, type DutyHours, type Week } from './calendar.js';

/**
 * What an administrator writes: a whole calendar, or what differs from another one. A derived plan takes from its base
 * the weekly slots and duty hours it leaves null, and every date it does not name itself.
 */
export interface CalendarPlan {
  readonly id: string;
  readonly name: string;
  /** The unit whose calendar it is and that may change it, for itself and the units below; null: the whole country. */
  readonly unitId: string | null;
  readonly baseId: string | null;
  readonly weekly: Week | null;
  readonly duty: DutyHours | null;
  readonly overrides: readonly CalendarOverride[];
  readonly knownFrom: number;
  readonly knownTo: number;
}

/** A published version: the calendar whole, so that it can be computed again by itself, and the plan it came from. */
export interface PublishedCalendar extends Calendar {
  /** Left out by the versions that came with the product. */
  readonly plan?: CalendarPlan;
  readonly base?: { readonly id: string; readonly version: number } | null;
}

const NATIONAL_NAME = '全国工作日历';

export function planOf(calendar: PublishedCalendar): CalendarPlan {
  const { id, weekly, overrides, knownFrom, knownTo, plan } = calendar;
  const name = id === 'national' ? NATIONAL_NAME : id;
  return plan ?? { id, name, unitId: null, baseId: null, weekly, duty: null, overrides, knownFrom, knownTo };
}

const EMPTY_WEEK: Week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };

/** Own dates over those of the base, in order of the year. */
function mergedOverrides(plan: CalendarPlan, base: Calendar | null): CalendarOverride[] {
  const own = new Set(plan.overrides.map((entry) => entry.date));
  const inherited = base?.overrides.filter((entry) => !own.has(entry.date)) ?? [];
  return [...inherited, ...plan.overrides].sort((a, b) => a.date.localeCompare(b.date));
}

/**
 * The whole calendar a plan stands for. It knows a year only when both its base and the plan itself know it: the State
 * Council's plan says nothing about a province's own holidays.
 */
export function resolvePlan(
  plan: CalendarPlan,
  base: PublishedCalendar | null,
  version: number,
): PublishedCalendar {
  const duty = plan.duty ?? base?.duty;
  return {
    id: plan.id,
    version,
    zone: 'Asia/Shanghai',
    weekly: plan.weekly ?? base?.weekly ?? EMPTY_WEEK,
    overrides: mergedOverrides(plan, base),
    knownFrom: Math.max(plan.knownFrom, base?.knownFrom ?? plan.knownFrom),
    knownTo: Math.min(plan.knownTo, base?.knownTo ?? plan.knownTo),
    ...(duty ? { duty } : {}),
    plan,
    base: base ? { id: base.id, version: base.version } : null,
  };
}

/** Every calendar that stands on `id`, directly or over others, nearer ones first: the order to publish them in. */
export function standingOn(id: string, plans: readonly CalendarPlan[]): CalendarPlan[] {
  const found: CalendarPlan[] = [];
  let bases = [id];
  while (bases.length > 0) {
    const next = plans.filter(
      (plan) => plan.baseId !== null && bases.includes(plan.baseId) && !found.includes(plan),
    );
    found.push(...next);
    bases = next.map((plan) => plan.id);
  }
  return found;
}
