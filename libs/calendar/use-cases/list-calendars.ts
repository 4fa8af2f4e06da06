import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { draftsOf, newestVersions } from '../data/calendar-store.js';
import { CalendarViews } from '../data/calendar-views.js';
import type { CalendarCardBody } from '../http/calendar-bodies.js';

/** Every calendar: those of the whole country first, published ones before those that are only drafts yet. */
@Injectable()
export class ListCalendars {
  constructor(
    private readonly work: UnitOfWork,
    private readonly views: CalendarViews,
  ) {}

  run(actor: Actor): Promise<CalendarCardBody[]> {
    return this.work.read(scopeOf(actor, 'calendar.read'), async (tx) => {
      const versions = await newestVersions(tx);
      const drafts = await draftsOf(tx);
      const draftFor = (id: string) => drafts.find((draft) => draft.calendarId === id) ?? null;
      const published = versions.map((version) => ({ published: version, draft: draftFor(version.body.id) }));
      const ids = new Set(versions.map(({ body }) => body.id));
      const fresh = drafts
        .filter((draft) => !ids.has(draft.calendarId))
        .map((draft) => ({ published: null, draft }));
      const cards = [...published, ...fresh].map((facts) => this.views.card(actor, facts, tx.now));
      return [...cards.filter((card) => !card.unit), ...cards.filter((card) => card.unit)];
    });
  }
}
