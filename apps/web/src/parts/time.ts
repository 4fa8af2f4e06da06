const zone = 'Asia/Shanghai';
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function fieldsOf(at: string | number | Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
}

/** 14:03:22, Asia/Shanghai. */
export function clockText(at: string | number | Date): string {
  return clock.format(new Date(at));
}
/** 14:03 */
export function minuteText(at: string | number | Date): string {
  const f = fieldsOf(at);
  return `${f['hour']}:${f['minute']}`;
}
/** 2026-03-16 */
export function dayText(at: string | number | Date): string {
  const f = fieldsOf(at);
  return `${f['year']}-${f['month']}-${f['day']}`;
}
/** 03-16 */
export function shortDayText(at: string | number | Date): string {
  return dayText(at).slice(5);
}
/** 03-16 14:03 */
export function momentText(at: string | number | Date): string {
  return `${shortDayText(at)} ${minuteText(at)}`;
}
/** 4:37 or 1:04:37, from milliseconds. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}
