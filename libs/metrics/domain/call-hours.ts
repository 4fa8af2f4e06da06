import type { Bins } from './daily.js';

export interface CallHour {
  /** 1 = Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly calls: number;
  readonly answered: number;
}

const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** Calls by weekday and hour, only where there were any. `bins`: hours of the day in Asia/Shanghai. */
export function callHours(days: readonly { readonly day: string; readonly bins: Bins }[]): CallHour[] {
  const byHour = new Map<string, CallHour>();
  for (const { day, bins } of days) {
    const weekday = weekdayOf(day);
    for (const [text, [answered, others]] of Object.entries(bins)) {
      const hour = Number(text);
      // bins of calls that are no hours
      if (Number.isNaN(hour)) continue;
      const known = byHour.get(`${weekday} ${hour}`);
      const calls = (known?.calls ?? 0) + answered + others;
      byHour.set(`${weekday} ${hour}`, { weekday, hour, calls, answered: (known?.answered ?? 0) + answered });
    }
  }
  return [...byHour.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}
