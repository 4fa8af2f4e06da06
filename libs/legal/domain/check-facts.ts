import { allow, type Decision } from '@hotline/kernel';
import { addDays, type Day, daysBetween, isDay } from './day.js';
import { FACT_DAYS, IN_ORDER, type LegalFacts, MAY_LIE_AHEAD } from './legal-facts.js';
import { wrongField } from './wrong-field.js';

/** The labour law took effect in 1995; an earlier day is a typing error. */
const EARLIEST = '1995-01-01';
/** How far a contract's end or a pay day may lie ahead. */
const AHEAD_DAYS = 366;

const wrong = (field: string, problem: string, other?: string): Decision<never> =>
  wrongField(`facts.${field}`, problem, other);

function problemOf(day: Day, today: Day, mayLieAhead: boolean): string | null {
  if (!isDay(day)) return 'not-a-day';
  if (day < EARLIEST) return 'too-early';
  if (day <= today) return null;
  if (!mayLieAhead) return 'in-the-future';
  return daysBetween(today, day) > AHEAD_DAYS ? 'too-far-ahead' : null;
}

function checkDays(facts: LegalFacts, today: Day): Decision<LegalFacts> {
  for (const name of FACT_DAYS) {
    const day = facts[name];
    const problem = day === undefined ? null : problemOf(day, today, MAY_LIE_AHEAD.includes(name));
    if (problem) return wrong(name, problem);
  }
  for (const [earlier, later] of IN_ORDER) {
    const [first, second] = [facts[earlier], facts[later]];
    if (first !== undefined && second !== undefined && second < first) return wrong(later, 'before', earlier);
  }
  return allow(facts);
}

function checkPauses(facts: LegalFacts, today: Day): Decision<LegalFacts> {
  for (const [index, { on }] of (facts.interruptions ?? []).entries()) {
    const problem = problemOf(on, today, false);
    if (problem) return wrong(`interruptions.${index}.on`, problem);
  }
  const spans = [...(facts.suspensions ?? [])];
  for (const [index, { from, until }] of spans.entries()) {
    const problem = problemOf(from, today, false);
    if (problem) return wrong(`suspensions.${index}.from`, problem);
    const ending = until === null ? null : problemOf(until, today, false);
    if (ending) return wrong(`suspensions.${index}.until`, ending);
    if (until !== null && until < from) return wrong(`suspensions.${index}.until`, 'before', 'from');
  }
  const overlap = spans.findIndex((one, index) =>
    spans.slice(0, index).some((other) => one.from < endOf(other) && other.from < endOf(one)),
  );
  return overlap < 0 ? allow(facts) : wrong(`suspensions.${overlap}.from`, 'overlaps');
}

const endOf = ({ from, until }: { from: Day; until: Day | null }): Day => until ?? addDays(from, 36_500);

/**
 * Facts that can be true: existing days, nothing in the future that must have happened, nothing before what it follows
 * from, no two suspensions at once. Refuses `invalid-input` with the field and, in its facts, `problem` and `other`.
 */
export function checkFacts(facts: LegalFacts, today: Day): Decision<LegalFacts> {
  const days = checkDays(facts, today);
  return days.ok ? checkPauses(facts, today) : days;
}
