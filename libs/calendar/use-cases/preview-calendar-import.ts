import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { draftOf, newestCalendar } from '../data/calendar-store.js';
import { type CalendarOverride, usualSlots } from '../domain/calendar.js';
import { readYearImport, withImportedYear, type YearImport } from '../domain/year-import.js';

export interface ImportPreview extends YearImport {
  readonly overrides: readonly CalendarOverride[];
}

/** Reads a pasted year against a draft and saves nothing: the dates go into the draft when its editor says so. */
@Injectable()
export class PreviewCalendarImport {
  constructor(private readonly work: UnitOfWork) {}

  run(actor: Actor, id: string, year: number, text: string): Promise<ImportPreview> {
    return this.work.read(scopeOf(actor, 'calendar.edit'), async (tx) => {
      const draft = (await draftOf(tx, id)) ?? refuse('not-found');
      const { weekly, baseId, overrides } = draft.plan;
      const base = baseId === null ? null : await newestCalendar(tx, baseId);
      const week = weekly ?? base?.weekly;
      const read = readYearImport(text, year, week ? usualSlots({ weekly: week }) : []);
      const imported = read.lines.flatMap((line) => line.entries);
      return { ...read, overrides: withImportedYear(overrides, year, imported) };
    });
  }
}
