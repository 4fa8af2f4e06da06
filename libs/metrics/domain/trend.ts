import { dayAfter, daysOf, lengthOf, type Period } from './period.js';
import { rateOf } from './rate.js';

export interface DaySum {
  readonly numerator: number;
  readonly denominator: number;
}

export interface TrendPoint extends DaySum {
  readonly day: string;
  /** Rate of the seven days that end here, percent. */
  readonly rolling: number | null;
  /** The same of the day that stands at this place in the period before. */
  readonly previousRolling: number | null;
}

export const ROLLING_DAYS = 7;

/** One point a day; `sumOf` must know the period before too, and the six days before that. */
export function trendOf(period: Period, sumOf: (day: string) => DaySum, last: string): TrendPoint[] {
  const length = lengthOf(period);
  const rolling = (day: string): number | null => {
    if (day > last) return null;
    let [numerator, denominator] = [0, 0];
    for (let back = 0; back < ROLLING_DAYS; back += 1) {
      const sum = sumOf(dayAfter(day, -back));
      numerator += sum.numerator;
      denominator += sum.denominator;
    }
    return rateOf(numerator, denominator);
  };
  return daysOf(period).map((day) => {
    const { numerator, denominator } = sumOf(day);
    const previousRolling = rolling(dayAfter(day, -length));
    return { day, numerator, denominator, rolling: rolling(day), previousRolling };
  });
}
