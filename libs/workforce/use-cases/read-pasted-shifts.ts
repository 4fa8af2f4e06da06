import { Injectable } from '@nestjs/common';
import type { Actor } from '@hotline/organization';
import { type PastedWeek, readPastedWeek } from '../domain/pasted-week.js';
import { ShowShiftWeek } from './show-shift-week.js';

/** Reads a roster copied from a spreadsheet into shifts of a week; nothing is stored. */
@Injectable()
export class ReadPastedShifts {
  constructor(private readonly weeks: ShowShiftWeek) {}

  async run(actor: Actor, unitId: string, monday: string, text: string): Promise<PastedWeek> {
    const { people } = await this.weeks.run(actor, unitId, monday);
    return readPastedWeek(text, monday, people);
  }
}
