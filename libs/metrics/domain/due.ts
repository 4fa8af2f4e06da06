import { add, type Daily, NOTHING, type Sums } from './daily.js';
import { closedLate } from './durations.js';
import { type Deadline, isDeadline, type MetricName } from './metrics.js';

/** Deadlines of one day of which some lie ahead. */
export interface DueToday {
  /** Fell due up to now. */
  readonly due: Sums;
  readonly notYetDue: number;
}

export const NOBODY_DUE: DueToday = { due: NOTHING, notYetDue: 0 };

/** Of each figure; what is left out has nobody due. */
export type DueByFigure = Partial<Record<Deadline, DueToday>>;

/** Fell due, and still open. */
export const openOverdueOf = ({ denominator, numerator, bins }: Sums): number =>
  denominator - numerator - closedLate(bins);

/**
 * The sums of a period as they stand now. Deadlines fall due by the clock, not by an event: of today only those up to now
 * count, of later days none, and both are shown apart as not yet due.
 */
export function asOfNow(days: readonly Daily[], today: string, dueToday: DueByFigure): Daily[] {
  return days.map((daily) => {
    if (!isDeadline(daily.metric) || daily.day < today) return daily;
    const now = dueToday[daily.metric] ?? NOBODY_DUE;
    const due = daily.day === today ? now.due : NOTHING;
    const ahead = daily.day === today ? now.notYetDue : daily.denominator;
    return {
      ...daily,
      ...due,
      excluded: ahead > 0 ? { ...due.excluded, 'not-yet-due': ahead } : due.excluded,
    };
  });
}

/** The sum over the days of one number. */
export function total(days: readonly Daily[], metric: MetricName): Sums {
  return days
    .filter((daily) => daily.metric === metric)
    .reduce<Sums>((sum, daily) => add(sum, daily), NOTHING);
}
