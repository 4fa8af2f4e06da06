import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { NoticeStore } from '../data/notice-store.js';
import type { NoticeBody } from '../http/notice-bodies.js';
import { noticeView } from './notice-view.js';

// Messages are gathered for some milliseconds on their way; several notices of one moment come with the first.
const LOOK_BACK_MS = 3_000;
const MOST = 10;

/** What one unit has just been told, oldest first; a screen that gets one twice knows it by its id. */
@Injectable()
export class FreshNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeStore,
  ) {}

  of(unitId: string, path: string): Promise<NoticeBody[]> {
    return this.work.read({ accountId: null, prefixes: [path] }, async (tx) => {
      const since = new Date(tx.now.getTime() - LOOK_BACK_MS);
      const found = await this.notices.since(tx, unitId, since, MOST);
      return found.reverse().map(noticeView);
    });
  }
}
