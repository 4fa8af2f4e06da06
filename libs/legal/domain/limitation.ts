import { addDays, type Day, daysBetween, laterOf } from './day.js';
import { counted, type Span } from './last-day.js';
import type { Interruption, LegalFacts, Suspension } from './legal-facts.js';

/** A suspension as far as it counted. */
export interface StoodStill {
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
  readonly open: boolean;
}

/** How a limitation ran, before a day off moves its end. */
export interface Course {
  /** The last interruption that counted, else the start. */
  readonly start: Day;
  readonly end: Day;
  readonly restarts: readonly Interruption[];
  /** Acts on or before the start, or after the end: they change nothing. */
  readonly idle: readonly Interruption[];
  readonly stoodStill: readonly StoodStill[];
}

/**
 * The end of a span with the days taken out that the suspensions cover: 从中止时效的原因消除之日起，继续计算. One that
 * begins after the end finds nothing left to stop; one still open counts up to `today`.
 */
export function withSuspensions(
  start: Day,
  span: Span,
  suspensions: readonly Suspension[],
  today: Day,
): { end: Day; stoodStill: StoodStill[] } {
  let end = counted(start, span);
  const stoodStill: StoodStill[] = [];
  for (const one of [...suspensions].sort((a, b) => a.from.localeCompare(b.from))) {
    const from = laterOf(one.from, start);
    const until = one.until ?? today;
    const days = daysBetween(from, until);
    if (days <= 0 || from > end) continue;
    end = addDays(end, days);
    stoodStill.push({ from, until, days, open: one.until === null });
  }
  return { end, stoodStill };
}

/** A complaint to the labour inspection is entered once and is also a 请求权利救济. */
function interruptionsOf({ interruptions = [], inspectionComplained }: LegalFacts): Interruption[] {
  const complained: Interruption[] =
    inspectionComplained === undefined ? [] : [{ kind: 'complaint', on: inspectionComplained }];
  return [...interruptions, ...complained].sort((a, b) => a.on.localeCompare(b.on));
}

/**
 * The course of a limitation (调解仲裁法 27): each act within it starts it anew, suspensions stop it. An interruption
 * never shortens: where a leap year would make the new end earlier by a day, the old one stands.
 * @param until acts after this day came too late to matter: the claim has been filed.
 */
export function courseOf(start: Day, span: Span, facts: LegalFacts, until: Day): Course {
  const suspensions = facts.suspensions ?? [];
  let course = { start, ...withSuspensions(start, span, suspensions, until) };
  const restarts: Interruption[] = [];
  const idle: Interruption[] = [];
  for (const one of interruptionsOf(facts)) {
    if (one.on > until) continue;
    if (one.on <= course.start || one.on > course.end) {
      idle.push(one);
      continue;
    }
    const anew = withSuspensions(one.on, span, suspensions, until);
    restarts.push(one);
    course = { start: one.on, stoodStill: anew.stoodStill, end: laterOf(anew.end, course.end) };
  }
  return { ...course, restarts, idle };
}
