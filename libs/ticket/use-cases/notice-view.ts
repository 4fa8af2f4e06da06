import type { StoredNotice } from '../data/notice-store.js';
import { noticeTitle } from '../domain/notice-words.js';
import type { NoticeBody } from '../http/notice-bodies.js';

export const noticeView = (stored: StoredNotice): NoticeBody => ({
  id: stored.id,
  at: stored.at,
  kind: stored.kind,
  ticketId: stored.ticket_id,
  ticketNo: stored.ticket_no,
  title: noticeTitle(stored.kind, stored.ticket_title),
  read: stored.read,
});
