import type { Gap } from '../../../calls/gaps/bands';
import { serverNow } from '../../../api/server-clock';

const HOUR_MS = 3_600_000;
const ZONE_MS = 8 * HOUR_MS;

/** A cell of the week in which, on some day of the period, nobody heard the telephone. */
export interface HourGap {
  /** 1 = Monday */
  weekday: number;
  hour: number;
  /** Parts of the hour. */
  from: number;
  to: number;
  /** The newest of them, and how many there are. */
  gap: Gap;
  count: number;
}

/** The cells that the gaps lie in, within the days asked for (YYYY-MM-DD, both included, Asia/Shanghai). */
export function hourGaps(gaps: readonly Gap[], from: string, to: string): HourGap[] {
  const [first, end] = [Date.parse(`${from}T00:00:00+08:00`), Date.parse(`${to}T24:00:00+08:00`)];
  const cells = new Map<string, HourGap>();
  for (const gap of [...gaps].sort((one, other) => Date.parse(one.from) - Date.parse(other.from))) {
    const begins = Math.max(first, Date.parse(gap.from));
    const ends = Math.min(end, gap.to ? Date.parse(gap.to) : serverNow());
    for (let hour = Math.floor(begins / HOUR_MS) * HOUR_MS; hour < ends; hour += HOUR_MS) {
      const local = new Date(hour + ZONE_MS);
      const [weekday, at] = [local.getUTCDay() || 7, local.getUTCHours()];
      const known = cells.get(`${weekday} ${at}`);
      const part = (moment: number): number => Math.min(1, Math.max(0, (moment - hour) / HOUR_MS));
      cells.set(`${weekday} ${at}`, {
        weekday,
        hour: at,
        from: Math.min(known?.from ?? 1, part(begins)),
        to: Math.max(known?.to ?? 0, part(ends)),
        gap,
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return [...cells.values()];
}
