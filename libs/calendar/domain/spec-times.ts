import type { Decision } from '@hotline/kernel';
import { SHANGHAI_OFFSET_MS } from '@hotline/kernel';
import { compileCalendar } from './compiled-calendar.js';
import { HOLIDAYS_CN } from './holidays-cn.js';
import { nationalCalendar } from './national-calendar.js';

/** The shipped calendar, 2025 and 2026 known. */
export const national = compileCalendar(nationalCalendar(HOLIDAYS_CN));

/** `2026-09-30 10:00` (optionally with seconds) of Shanghai wall time as an instant. */
export const at = (text: string): Date =>
  new Date(Date.parse(`${text.replace(' ', 'T')}Z`) - SHANGHAI_OFFSET_MS);

/** An instant as `2026-09-30 10:00` of Shanghai; seconds only when there are any. */
export const wall = (instant: Date): string =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS)
    .toISOString()
    .replace('T', ' ')
    .replace(/(:00\.000)?Z$/, '');

/** The value of a decision that has to be a yes. */
export function yes<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision.value;
}
