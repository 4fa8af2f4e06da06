import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { NoticeStore } from '../data/notice-store.js';
import { unitsOf } from './list-notices.js';

/** Marks everything up to one notice as read by this person. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeStore,
  ) {}

  run(actor: Actor, upTo: string): Promise<void> {
    return this.work.run(scopeOf(actor, 'ticket.read'), async (tx) => {
      if (!(await this.notices.readUpTo(tx, unitsOf(actor), upTo))) refuse('not-found', { field: 'upTo' });
    });
  }
}
