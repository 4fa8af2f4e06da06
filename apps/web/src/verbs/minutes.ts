const SHANGHAI_MS = 8 * 3_600_000;

/** Now as `<input type="datetime-local">` writes it, in Asia/Shanghai wherever the browser stands. */
export function localMinute(at = new Date()): string {
  return new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 16);
}

/** Today as `<input type="date">` writes it. */
export const localDay = (at = new Date()): string => localMinute(at).slice(0, 10);

/** The instant such an input means; null while it is incomplete. Never later than now: the minute has not ended yet. */
export function minuteToInstant(text: string): string | null {
  const at = Date.parse(`${text}:00+08:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
