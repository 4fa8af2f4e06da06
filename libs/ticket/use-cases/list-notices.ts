import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { NoticeStore } from '../data/notice-store.js';
import type { NoticePageBody } from '../http/notice-bodies.js';
import { noticeView } from './notice-view.js';

/** What the reader's own units were told, newest first. */
@Injectable()
export class ListNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeStore,
  ) {}

  run(actor: Actor, cursor: string | null, limit: number): Promise<NoticePageBody> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const found = await this.notices.list(tx, unitsOf(actor), cursor, limit + 1);
      const items = found.slice(0, limit).map(noticeView);
      return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}

export const unitsOf = (actor: Actor): string[] => [...new Set(actor.memberships.map((one) => one.unitId))];
