const DAY_MS = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** `2026-03-09` and 7 → `2026-03-16`. */
export const plusDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(utc(day)).getUTCDay() || 7;

export const mondayOf = (day: string): string => plusDays(day, 1 - weekdayOf(day));

/** The week of the address, else the one of today; a mistyped day is today. */
export function weekOf(asked: string | null, today: string): string {
  const known = asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(utc(asked));
  return mondayOf(known ? asked : today);
}
