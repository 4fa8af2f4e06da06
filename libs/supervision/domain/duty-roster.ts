import { DAY_MS, type Instant, SHANGHAI_OFFSET_MS, shanghaiDay, startOfShanghaiDay } from '@hotline/kernel';

export const DUTY_RANKS = ['first', 'second'] as const;
export type DutyRank = (typeof DUTY_RANKS)[number];

/** `day-off` is every day the calendar calls free: weekends, holidays; a make-up weekend day is a `workday`. */
export const DAY_KINDS = ['any', 'workday', 'day-off'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** One line of the roster of a unit. */
export interface DutyLine {
  readonly id: string;
  readonly unitId: string;
  readonly accountId: string;
  readonly rank: DutyRank;
  /** `YYYY-MM-DD`, both included; no end means until removed. */
  readonly fromDay: string;
  readonly toDay: string | null;
  /** ISO weekdays 1–7 on which the watch begins. */
  readonly weekdays: readonly number[];
  readonly dayKind: DayKind;
  /** Local `HH:MM`, half-open; a watch whose end is not after its start runs past midnight. */
  readonly fromTime: string;
  readonly toTime: string;
  /** What is left of a line after a change keeps the instant of the whole. */
  readonly writtenAt: Instant;
}

export const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const minuteOfDay = (at: Instant): number => {
  const local = new Date(at.getTime() + SHANGHAI_OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
};
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
const dayBefore = (day: string): string => shanghaiDay(new Date(startOfShanghaiDay(day).getTime() - DAY_MS));

/** Does a watch of this line begin on that day? */
export function beginsOn(line: DutyLine, day: string, isWorkday: (day: string) => boolean): boolean {
  const inRange = line.fromDay <= day && (line.toDay === null || day <= line.toDay);
  if (!inRange || !line.weekdays.includes(weekdayOf(day))) return false;
  return line.dayKind === 'any' || (line.dayKind === 'workday') === isWorkday(day);
}

function covers(line: DutyLine, at: Instant, isWorkday: (day: string) => boolean): boolean {
  const [from, to, now] = [minutes(line.fromTime), minutes(line.toTime), minuteOfDay(at)];
  const today = shanghaiDay(at);
  const overnight = to <= from;
  if (now >= from && (overnight || now < to)) return beginsOn(line, today, isWorkday);
  // The watch that began the evening before: its own day decides, not the morning it ends in.
  return overnight && now < to && beginsOn(line, dayBefore(today), isWorkday);
}

/** Who is on duty at an instant, first ranks before second; within a rank the line written last comes first. */
export function onDuty(
  lines: readonly DutyLine[],
  at: Instant,
  isWorkday: (day: string) => boolean,
): DutyLine[] {
  const serving = lines.filter((line) => covers(line, at, isWorkday));
  const order = (a: DutyLine, b: DutyLine): number =>
    DUTY_RANKS.indexOf(a.rank) - DUTY_RANKS.indexOf(b.rank) ||
    b.writtenAt.getTime() - a.writtenAt.getTime() ||
    b.id.localeCompare(a.id);
  return serving.sort(order);
}

/** The first person of the first unit (nearest first) that nobody has told yet. */
export function nextLeader(
  units: readonly { readonly unitId: string; readonly lines: readonly DutyLine[] }[],
  told: ReadonlySet<string>,
  at: Instant,
  isWorkday: (unitId: string, day: string) => boolean,
): DutyLine | null {
  for (const { unitId, lines } of units) {
    const free = onDuty(lines, at, (day) => isWorkday(unitId, day)).find((one) => !told.has(one.accountId));
    if (free) return free;
  }
  return null;
}
