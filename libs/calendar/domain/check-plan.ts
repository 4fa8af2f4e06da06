import { type Calendar, usualSlots } from './calendar.js';
import { type CalendarPlan, type PublishedCalendar, standingOn } from './calendar-plan.js';
import { overridesFaults, slotFaults, strayDateFaults, weekFaults, yearFaults } from './check-calendar.js';
import { type Fault, faultAt } from './fault.js';

/** What a plan is judged against. */
export interface PlanSurroundings {
  /** Newest published version of the plan's base; undefined when there is no such calendar. */
  readonly base: PublishedCalendar | null | undefined;
  /** Newest published version of the calendar itself; null before the first. */
  readonly published: Calendar | null;
  readonly plans: readonly CalendarPlan[];
}

function baseFaults(plan: CalendarPlan, { base, plans }: PlanSurroundings): Fault[] {
  if (plan.baseId === null) return [];
  if (plan.baseId === plan.id || standingOn(plan.id, plans).some((one) => one.id === plan.baseId)) {
    return [faultAt('baseId', 'base-in-a-circle')];
  }
  if (!base) return [faultAt('baseId', 'unknown-base')];
  const beyond = plan.knownTo > base.knownTo || plan.knownFrom < base.knownFrom;
  const field = plan.knownTo > base.knownTo ? 'knownTo' : 'knownFrom';
  return beyond ? [faultAt(field, 'base-does-not-know', { from: base.knownFrom, to: base.knownTo })] : [];
}

/** A year taken back would turn promises already kept by it into guesses. */
function takenBackFaults(plan: CalendarPlan, published: Calendar | null): Fault[] {
  if (!published) return [];
  const faults: Fault[] = [];
  if (plan.knownFrom > published.knownFrom)
    faults.push(faultAt('knownFrom', 'year-taken-back', { year: published.knownFrom }));
  if (plan.knownTo < published.knownTo)
    faults.push(faultAt('knownTo', 'year-taken-back', { year: published.knownTo }));
  return faults;
}

/** Every year of the State Council has holidays: one without is a year nobody has filled in, not a year of plain weekdays. */
function emptyYearFaults(plan: CalendarPlan): Fault[] {
  if (plan.baseId !== null || yearFaults(plan.knownFrom, plan.knownTo).length > 0) return [];
  const years = Array.from({ length: plan.knownTo - plan.knownFrom + 1 }, (_, n) => plan.knownFrom + n);
  return years
    .filter((year) => !plan.overrides.some((one) => one.kind === 'off' && one.date.startsWith(`${year}-`)))
    .map((year) => faultAt('knownTo', 'year-without-holidays', { year }));
}

function timesFaults(plan: CalendarPlan): Fault[] {
  const { weekly, duty } = plan;
  const faults: Fault[] = [];
  if (!weekly && plan.baseId === null) faults.push(faultAt('weekly', 'no-working-time'));
  if (weekly) {
    faults.push(...weekFaults(weekly, 'weekly'));
    if (usualSlots({ weekly }).length === 0) faults.push(faultAt('weekly', 'no-working-time'));
  }
  if (duty) faults.push(...weekFaults(duty.weekly, 'duty.weekly'), ...slotFaults(duty.off, 'duty.off'));
  return faults;
}

/** Everything that keeps a draft from being published, row by row; none means it may. */
export function planFaults(plan: CalendarPlan, around: PlanSurroundings): Fault[] {
  return [
    ...(plan.name.trim() === '' ? [faultAt('name', 'empty')] : []),
    ...baseFaults(plan, around),
    ...yearFaults(plan.knownFrom, plan.knownTo),
    ...takenBackFaults(plan, around.published),
    ...timesFaults(plan),
    ...overridesFaults(plan.overrides),
    ...strayDateFaults(plan),
    ...emptyYearFaults(plan),
  ];
}
