import type { Translate } from '../app/i18n';
import type { TicketRow } from '../api/contract';

export type Remaining = NonNullable<TicketRow['remaining']>;

/** 还剩 2 个工作日 3 小时 · 超期 40 分. Minutes are left out as soon as there are days. */
export function remainingText(t: Translate, remaining: Remaining): string {
  const { workingDays, hours, minutes, overdue } = remaining;
  const words: string[] = [];
  if (workingDays > 0) words.push(t('workingDays', { count: workingDays }));
  if (hours > 0) words.push(t('hours', { count: hours }));
  // Late by less than a minute of working time, for example due at closing time and looked at in the evening.
  if (overdue && workingDays + hours + minutes === 0) return t('overJust');
  if (workingDays === 0 && (minutes > 0 || hours === 0)) words.push(t('minutes', { count: minutes }));
  return t(overdue ? 'over' : 'left', { amount: words.join(' ') });
}
