import { Injectable } from '@nestjs/common';
import { refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { draftOf, publishedPlans, versionsOf } from '../data/calendar-store.js';
import { CalendarViews } from '../data/calendar-views.js';
import type { CalendarBody } from '../http/calendar-bodies.js';

/** One calendar with its versions, its draft and what hangs on it. */
@Injectable()
export class ShowCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: CalendarViews,
  ) {}

  run(actor: Actor, id: string): Promise<CalendarBody> {
    return this.work.read(scopeOf(actor, 'calendar.read'), (tx) => this.inside(tx, actor, id));
  }

  private async inside(tx: Transaction, actor: Actor, id: string): Promise<CalendarBody> {
    const versions = await versionsOf(tx, id);
    const draft = await draftOf(tx, id);
    const published = versions[0] ?? null;
    if (!published && !draft) return refuse('not-found');
    const plans = await publishedPlans(tx);
    return this.views.whole(actor, { published, draft, versions }, plans, tx.now);
  }
}
