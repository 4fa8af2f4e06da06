import { type CalendarOverride, type Slot, WEEKDAYS } from './calendar.js';
import type { CalendarPlan } from './calendar-plan.js';

export const PLAN_CHANGES = [
  'date-added',
  'date-removed',
  'date-changed',
  'years',
  'week',
  'duty',
  'base',
  'name',
] as const;
export type PlanChangeKind = (typeof PLAN_CHANGES)[number];

/** One difference between the version in force and a draft; `before` and `after` are short texts of the field itself. */
export interface PlanChange {
  readonly kind: PlanChangeKind;
  readonly date: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export const slotsText = (slots: readonly Slot[]): string =>
  slots.map(({ from, to }) => `${from}–${to}`).join(' ');

const dateText = (entry: CalendarOverride): string =>
  [entry.kind, entry.name, entry.slots && slotsText(entry.slots)].filter(Boolean).join(' ');

const change = (
  kind: PlanChangeKind,
  before: string | null,
  after: string | null,
  date: string | null = null,
): PlanChange[] => (before === after ? [] : [{ kind, date, before, after }]);

function dateChanges(before: readonly CalendarOverride[], after: readonly CalendarOverride[]): PlanChange[] {
  const old = new Map(before.map((entry) => [entry.date, dateText(entry)]));
  const fresh = new Map(after.map((entry) => [entry.date, dateText(entry)]));
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((date) => {
    const [was, is] = [old.get(date) ?? null, fresh.get(date) ?? null];
    const kind = was === null ? 'date-added' : is === null ? 'date-removed' : 'date-changed';
    return change(kind, was, is, date);
  });
}

const weekText = (weekly: CalendarPlan['weekly']): string | null =>
  weekly && WEEKDAYS.map((day) => `${day} ${slotsText(weekly[day])}`).join('; ');
const dutyText = (duty: CalendarPlan['duty']): string | null =>
  duty && `${weekText(duty.weekly)}; off ${slotsText(duty.off)}`;

/** What publishing a draft would change; `before` is null for a calendar that is new. */
export function planChanges(before: CalendarPlan | null, after: CalendarPlan): PlanChange[] {
  const years = (plan: CalendarPlan): string => `${plan.knownFrom}–${plan.knownTo}`;
  return [
    ...change('name', before?.name ?? null, after.name),
    ...change('base', before?.baseId ?? null, after.baseId),
    ...change('years', before && years(before), years(after)),
    ...change('week', weekText(before?.weekly ?? null), weekText(after.weekly)),
    ...change('duty', dutyText(before?.duty ?? null), dutyText(after.duty)),
    ...dateChanges(before?.overrides ?? [], after.overrides),
  ];
}

/** Years the draft knows and the published version does not: the years whose provisional deadlines become definite. */
export function yearsAdded(
  before: Pick<CalendarPlan, 'knownFrom' | 'knownTo'> | null,
  after: Pick<CalendarPlan, 'knownFrom' | 'knownTo'>,
): number[] {
  const years = Array.from(
    { length: Math.max(0, Math.min(after.knownTo - after.knownFrom + 1, 60)) },
    (_, n) => after.knownFrom + n,
  );
  return before ? years.filter((year) => year < before.knownFrom || year > before.knownTo) : years;
}
