import type { NoticeView } from '../api/contract';

/** The page a notice is about. */
export function noticeTarget({ ticketId, kind }: Pick<NoticeView, 'ticketId' | 'kind'>): string {
  if (ticketId) return `/tickets/${ticketId}`;
  return kind === 'unit-change-stopped' ? '/units?view=changes' : '/failed-jobs';
}
