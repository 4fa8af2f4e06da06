import { type Instant, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';
import { type DutyLine, minutes } from './duty-roster.js';
import { dayAfter, holdsWatch, type Span } from './duty-week.js';

type Days = Pick<DutyLine, 'fromDay' | 'toDay' | 'weekdays' | 'fromTime' | 'toTime'>;

/**
 * The last day whose watch is on record for good: today once its watch is over, else yesterday. A watch that began
 * yesterday and runs past midnight stays, so that somebody answers for an urgent ticket until its end.
 */
export function lastServedDay(line: Pick<Days, 'fromTime' | 'toTime'>, now: Instant): string {
  const today = shanghaiDay(now);
  const end = startOfShanghaiDay(today).getTime() + minutes(line.toTime) * MINUTE_MS;
  const overnight = minutes(line.toTime) <= minutes(line.fromTime);
  return !overnight && end <= now.getTime() ? today : dayAfter(today, -1);
}

/** What stays of a line that is taken off; null when no watch of it has begun before today. */
export function servedSpan(line: Days, now: Instant): Span | null {
  const last = lastServedDay(line, now);
  const toDay = line.toDay !== null && line.toDay < last ? line.toDay : last;
  const span = { fromDay: line.fromDay, toDay };
  return holdsWatch(line.weekdays, span) ? span : null;
}

/** Is every watch of a line on record for good? */
export const isServed = (line: Days, now: Instant): boolean =>
  line.toDay !== null && line.toDay <= lastServedDay(line, now);

/** What a line that is written now can still say: nothing about days that are over. Null when nothing is left. */
export function spanAhead(line: Days, now: Instant): Span | null {
  const first = dayAfter(lastServedDay(line, now), 1);
  const fromDay = line.fromDay > first ? line.fromDay : first;
  return line.toDay !== null && line.toDay < fromDay ? null : { fromDay, toDay: line.toDay };
}
