import { allow, DAY_MS, type Decision, deny, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';
import { MOST_DAYS, type ReportStep } from './interval.js';

/** Days in Asia/Shanghai, both included. */
export interface ReportDays {
  readonly from: string;
  readonly to: string;
}

const EARLIEST = '2000-01-01';

export const dayAfter = (day: string, days: number): string =>
  shanghaiDay(new Date(startOfShanghaiDay(day).getTime() + days * DAY_MS));

/** Monday of the week a day lies in. */
export const mondayOf = (day: string): string =>
  dayAfter(day, -((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7));

/** 1 is Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

/** What was asked for; today alone when nothing was. A report never reaches beyond today. */
export function reportDays(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
  step: ReportStep,
): Decision<ReportDays> {
  const wrong = (field: string, problem: string): Decision<never> =>
    deny('invalid-input', { field, facts: { problem, most: MOST_DAYS[step] } });
  const to = asked.to ?? today;
  const from = asked.from ?? (asked.to === undefined ? today : to);
  if (from > to) return wrong('to', 'before-the-start');
  if (from < EARLIEST || from > today) return wrong('from', 'not-yet');
  const length = (startOfShanghaiDay(to).getTime() - startOfShanghaiDay(from).getTime()) / DAY_MS + 1;
  if (length > MOST_DAYS[step]) return wrong('from', 'too-long');
  return allow({ from, to: to > today ? today : to });
}
