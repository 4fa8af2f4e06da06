/** ISO weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/**
 * A stretch of working time, local `HH:MM`, half-open: 12:00 itself is no longer worked in 08:30–12:00.
 * `to` may be `24:00`; a slot never crosses midnight (write two slots on two days instead).
 */
export interface Slot {
  readonly from: string;
  readonly to: string;
}

export const OVERRIDE_KINDS = ['off', 'workday'] as const;
export type OverrideKind = (typeof OVERRIDE_KINDS)[number];

/**
 * One dated exception: a holiday (`off`), a make-up workday 调休 or a half day (`workday` with its own slots).
 * A `workday` without slots works the slots of its own weekday or, on a free weekday, those of the first working weekday.
 */
export interface CalendarOverride {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly date: string;
  readonly kind: OverrideKind;
  readonly slots?: readonly Slot[];
  readonly name: string;
}

export type Week = Readonly<Record<Weekday, readonly Slot[]>>;

/**
 * When a unit's duty desk (值班) is staffed, apart from its working time: slots by weekday, and those of days off
 * (holidays), which go before the weekday's.
 */
export interface DutyHours {
  readonly weekly: Week;
  readonly off: readonly Slot[];
}

/**
 * Working time of a unit as it was published. The State Council announces the holidays of a year in the
 * November before it, so a calendar says which years it knows (both ends included) and answers for no other.
 */
export interface Calendar {
  readonly id: string;
  readonly version: number;
  readonly zone: 'Asia/Shanghai';
  readonly weekly: Week;
  readonly overrides: readonly CalendarOverride[];
  readonly knownFrom: number;
  readonly knownTo: number;
  /** Left out: the duty desk keeps working hours. */
  readonly duty?: DutyHours;
}

/** Slots of a working day that has none of its own: those of the first working weekday, Monday first. */
export function usualSlots(calendar: Pick<Calendar, 'weekly'>): readonly Slot[] {
  const day = WEEKDAYS.find((weekday) => calendar.weekly[weekday].length > 0);
  return day === undefined ? [] : calendar.weekly[day];
}
