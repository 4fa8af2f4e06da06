import type { ClockView } from '../../api/contract';
import type { Translate } from '../../app/i18n';

const MINUTE = 60_000;

/** Two largest units of a length of time: `42 分`, `3 小时 5 分`, `2 天 4 小时`. Calendar time, not working time. */
export function spanText(t: Translate, ms: number): string {
  const minutes = Math.max(0, Math.round(ms / MINUTE));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const words: string[] = [];
  if (days > 0) words.push(t('span.days', { count: days }));
  if (hours > 0) words.push(t('span.hours', { count: hours }));
  if (days === 0 && (rest > 0 || hours === 0)) words.push(t('span.minutes', { count: rest }));
  return words.join(' ');
}

/** How much of a clock is used, 0 to 1, for the bar only; the words beside it carry the working time. */
export function usedShare(clock: Pick<ClockView, 'startedAt' | 'dueAt' | 'stoppedAt'>, now: number): number {
  const start = Date.parse(clock.startedAt);
  const end = clock.stoppedAt ? Date.parse(clock.stoppedAt) : now;
  const whole = Date.parse(clock.dueAt) - start;
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, (end - start) / whole));
}

export function overran(clock: Pick<ClockView, 'dueAt' | 'stoppedAt'>): number {
  return clock.stoppedAt ? Math.max(0, Date.parse(clock.stoppedAt) - Date.parse(clock.dueAt)) : 0;
}
