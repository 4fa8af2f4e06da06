import { allow, DAY_MS, type Decision, deny } from '@hotline/kernel';

/** Days of a number, both included, `YYYY-MM-DD` in Asia/Shanghai. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const MOST_DAYS = 366;
const USUAL_DAYS = 30;

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;
}

export function daysOf(period: Period): string[] {
  return Array.from({ length: lengthOf(period) }, (_, index) => dayAfter(period.from, index));
}

const isDay = (text: string): boolean =>
  /^[12]\d{3}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  dayAfter(text, 0) === text;

/** The asked period; the last thirty days when nothing is asked. */
export function periodOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): Decision<Period> {
  const to = asked.to ?? today;
  if (!isDay(to)) return deny('invalid-input', { field: 'to', facts: { problem: 'not-a-day' } });
  const from = asked.from ?? dayAfter(to, 1 - USUAL_DAYS);
  if (!isDay(from)) return deny('invalid-input', { field: 'from', facts: { problem: 'not-a-day' } });
  if (from > to) return deny('invalid-input', { field: 'to', facts: { problem: 'before-the-start' } });
  if (lengthOf({ from, to }) > MOST_DAYS)
    return deny('invalid-input', { field: 'from', facts: { problem: 'too-long', most: MOST_DAYS } });
  return allow({ from, to });
}

/** The period of the same length just before. */
export function previousOf(period: Period): Period {
  const length = lengthOf(period);
  return { from: dayAfter(period.from, -length), to: dayAfter(period.from, -1) };
}
