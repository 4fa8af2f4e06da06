import type { Day } from './day.js';
import type { LastDay } from './last-day.js';
import type { FactDay } from './legal-facts.js';
import type { LegalStep } from './legal-clock.js';
import type { Course } from './limitation.js';
import type { LegalRule } from './rule.js';

/** A rule's time worked out: its course, its last day, and the last day of the extension it allows. */
export interface Reckoned {
  readonly course: Course;
  readonly last: LastDay;
  readonly longest: LastDay | null;
}

const step = (kind: LegalStep['step'], rest: Partial<Omit<LegalStep, 'step'>>): LegalStep => ({
  step: kind,
  on: null,
  to: null,
  amount: null,
  unit: null,
  about: null,
  ...rest,
});

/** The arithmetic in the order a person would write it down: from, not counted, again from, stood still, until, moved. */
export function stepsOf(
  rule: LegalRule,
  start: { readonly fact: FactDay; readonly on: Day; readonly guessed: boolean },
  { course, last }: Reckoned,
): LegalStep[] {
  const { restarts, idle, stoodStill, end } = course;
  return [
    step(start.guessed ? 'guess' : 'start', { on: start.on, about: start.fact }),
    ...restarts.map(({ kind, on }) => step('restart', { on, about: kind })),
    ...idle.map(({ kind, on }) => step('idle', { on, about: kind })),
    ...stoodStill.map(({ from, until, days }) =>
      step('suspended', { on: from, to: until, amount: days, unit: 'days' }),
    ),
    step('counted', { on: course.start, to: end, amount: rule.span.amount, unit: rule.span.unit }),
    ...(last.lastDay === last.counted ? [] : [step('moved', { on: last.counted, to: last.lastDay })]),
    ...last.unknownYears.map((year) => step('unknown-year', { amount: year })),
  ];
}
