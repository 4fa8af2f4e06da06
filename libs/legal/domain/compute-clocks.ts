import type { CompiledCalendar } from '@hotline/calendar';
import { type Day, daysBetween } from './day.js';
import { lastDayOf, movedOn } from './last-day.js';
import type { FactDay, LegalFacts } from './legal-facts.js';
import type { LegalClock, LegalState } from './legal-clock.js';
import { type Course, courseOf, withSuspensions } from './limitation.js';
import type { LegalRule } from './rule.js';
import { LEGAL_RULES, type RuleId } from './rules.js';
import { stepsOf, type Reckoned } from './steps.js';

type Rule = LegalRule & { readonly id: RuleId };

/** Warned early enough to still act: a month for what runs for years, a week for months, three days for the rest. */
function soonDays(total: number): number {
  if (total >= 180) return 30;
  return total >= 30 ? 7 : 3;
}

function startOf(rule: Rule, facts: LegalFacts): { fact: FactDay; on: Day; guessed: boolean } | null {
  for (const fact of rule.starts) {
    const on = facts[fact];
    if (on !== undefined) return { fact, on, guessed: false };
  }
  for (const fact of rule.guesses ?? []) {
    const on = facts[fact];
    if (on !== undefined) return { fact, on, guessed: true };
  }
  return null;
}

function plainCourse(rule: Rule, start: Day, facts: LegalFacts, until: Day): Course {
  const suspensions = rule.suspendable ? (facts.suspensions ?? []) : [];
  return { start, restarts: [], idle: [], ...withSuspensions(start, rule.span, suspensions, until) };
}

/** The end of a rule's time: the law's arithmetic first, then the holidays. */
function reckon(rule: Rule, start: Day, facts: LegalFacts, until: Day, calendar: CompiledCalendar): Reckoned {
  if (rule.span.unit === 'working-days') {
    const last = lastDayOf(calendar, start, rule.span);
    const longest = rule.extension && lastDayOf(calendar, last.lastDay, rule.extension);
    const course = { start, end: last.counted, restarts: [], idle: [], stoodStill: [] };
    return { course, last, longest: longest ?? null };
  }
  const course = rule.limitation
    ? courseOf(start, rule.span, facts, until)
    : plainCourse(rule, start, facts, until);
  // An extension goes on from the counted end, not from the day a holiday moved it to.
  const longest = rule.extension && lastDayOf(calendar, course.end, rule.extension);
  return { course, last: movedOn(calendar, course.end), longest: longest ?? null };
}

function stateOf({ course, last, longest }: Reckoned, doneOn: Day | null, today: Day): LegalState {
  const latest = longest?.lastDay ?? last.lastDay;
  if (doneOn !== null) return doneOn <= latest ? 'done' : 'done-late';
  if (course.start > today) return 'not-started';
  if (today > latest) return 'expired';
  if (today > last.lastDay) return 'in-extension';
  if (course.stoodStill.some((one) => one.open)) return 'suspended';
  return course.restarts.length > 0 ? 'restarted' : 'running';
}

/** What nobody can tell to be done is not said to be late: a worker's own period alone is over when it is over. */
function noticeOf(rule: Rule, state: LegalState, daysLeft: number, total: number): LegalClock['notice'] {
  const tellable = rule.done !== undefined || rule.by === 'worker';
  if (!tellable && state === 'expired') return 'none';
  if (state === 'expired' || state === 'in-extension' || state === 'done-late') return 'over';
  const runs = state === 'running' || state === 'restarted' || state === 'suspended';
  return runs && daysLeft <= soonDays(total) ? 'soon' : 'none';
}

const NOTHING = {
  startedOn: null,
  startFact: null,
  guessed: false,
  restartedOn: null,
  lastDay: null,
  longestDay: null,
  doneOn: null,
  daysLeft: null,
  gone: null,
  notice: 'none',
  provisional: false,
  steps: [],
} as const;

function clockOf(rule: Rule, facts: LegalFacts, today: Day, calendar: CompiledCalendar): LegalClock {
  const start = startOf(rule, facts);
  const doneOn = (rule.done && facts[rule.done]) ?? null;
  if (!start) {
    const state = doneOn !== null ? 'done' : rule.unlimited?.(facts) ? 'unlimited' : 'not-started';
    return { rule: rule.id, ...NOTHING, state, doneOn };
  }
  const reckoned = reckon(rule, start.on, facts, doneOn ?? today, calendar);
  const { course, last, longest } = reckoned;
  const state = stateOf(reckoned, doneOn, today);
  const total = Math.max(daysBetween(course.start, last.lastDay), 1);
  const daysLeft = daysBetween(today, last.lastDay);
  return {
    rule: rule.id,
    state,
    startedOn: start.on,
    startFact: start.fact,
    guessed: start.guessed,
    restartedOn: course.restarts.at(-1)?.on ?? null,
    lastDay: last.lastDay,
    longestDay: longest?.lastDay ?? null,
    doneOn,
    daysLeft: doneOn === null ? daysLeft : null,
    gone: Math.min(Math.max(Math.round((1 - daysLeft / total) * 100), 0), 100),
    notice: noticeOf(rule, state, daysLeft, total),
    provisional: last.unknownYears.length > 0 || (longest?.unknownYears.length ?? 0) > 0,
    steps: stepsOf(rule, start, reckoned),
  };
}

/** What runs comes first and by its last day; then what is over, what is done, and what has not begun. */
const ORDER: readonly LegalState[] = [
  'in-extension',
  'suspended',
  'restarted',
  'running',
  'unlimited',
  'expired',
  'done-late',
  'done',
  'not-started',
];
const RUNS: readonly LegalState[] = ['in-extension', 'suspended', 'restarted', 'running'];
const rankOf = (state: LegalState): number => (RUNS.includes(state) ? 0 : ORDER.indexOf(state));

/**
 * Every rule that concerns the case, reckoned on `today` from its facts: guidance, never a legal opinion. Facts must
 * have passed `checkFacts`.
 */
export function computeClocks(facts: LegalFacts, today: Day, calendar: CompiledCalendar): LegalClock[] {
  return LEGAL_RULES.filter((rule) => rule.applies?.(facts) ?? true)
    .map((rule) => clockOf(rule, facts, today, calendar))
    .sort((a, b) => rankOf(a.state) - rankOf(b.state) || (a.lastDay ?? '9').localeCompare(b.lastDay ?? '9'));
}
