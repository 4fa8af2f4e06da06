/** Periods are days in Asia/Shanghai as YYYY-MM-DD, both ends included; the arithmetic is on dates alone and knows no zone. */
export interface Period {
  from: string;
  to: string;
}

export const PRESETS = ['today', '7-days', '30-days', '90-days', 'this-month', 'last-month'] as const;
export type Preset = (typeof PRESETS)[number];

const DAY = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The day in Shanghai (UTC+8, no summer time since 1991) of an instant. */
export function shanghaiDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The rolling presets end yesterday: today's tickets are not due yet, and a half day would bend every rate. */
export function presetPeriod(preset: Preset, today: string): Period {
  const yesterday = addDays(today, -1);
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  const lastMonthEnd = addDays(firstOfMonth, -1);
  const periods: Record<Preset, Period> = {
    today: { from: today, to: today },
    '7-days': { from: addDays(yesterday, -6), to: yesterday },
    '30-days': { from: addDays(yesterday, -29), to: yesterday },
    '90-days': { from: addDays(yesterday, -89), to: yesterday },
    'this-month': { from: firstOfMonth, to: today },
    'last-month': { from: `${lastMonthEnd.slice(0, 7)}-01`, to: lastMonthEnd },
  };
  return periods[preset];
}

export function presetOf(period: Period, today: string): Preset | null {
  const same = (preset: Preset): boolean => {
    const candidate = presetPeriod(preset, today);
    return candidate.from === period.from && candidate.to === period.to;
  };
  return PRESETS.find(same) ?? null;
}

const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

function isDay(day: string | null): day is string {
  return day !== null && DAY_SHAPE.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
}

/** The period an address asks for; anything malformed or upside down falls back to the last thirty days. */
export function periodFrom(parameters: URLSearchParams, today: string): Period {
  const from = parameters.get('from');
  const to = parameters.get('to');
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  return presetPeriod('30-days', today);
}

/** 2026-10-24 → "10-24"; the year stands only where it is another one. */
export function shortDay(day: string, year: string): string {
  return day.startsWith(year) ? day.slice(5) : day;
}
