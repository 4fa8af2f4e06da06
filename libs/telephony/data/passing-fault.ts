/** Classes of SQLSTATE that say nothing about what was to be written: lost line, no resources, cut short, came in the way. */
const PASSING = /^(08|40|53|57|58)|^(25P03|25P04|55P03)$/;
const LOST_LINE =
  /connection|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|timeout|terminated|socket|not queryable|client was closed/i;

/** Whether the same may succeed a moment later. @returns false where the database refuses what is to be written */
export function isPassing(fault: unknown): boolean {
  const { code, message } = fault as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return PASSING.test(code);
  return LOST_LINE.test(`${typeof code === 'string' ? code : ''} ${String(message)}`);
}

/** Whether it took too long: the database is slow, or it was too much at once. */
export function isTimeout(fault: unknown): boolean {
  const { code, message } = fault as { code?: unknown; message?: unknown };
  return code === '57014' || /read timeout/i.test(String(message));
}

/** A word for the health page; never the message, which may hold what was to be written. */
export function faultWord(fault: unknown): string {
  const { code } = fault as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? `refused-${code}` : 'refused';
}
