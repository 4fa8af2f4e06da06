import { Injectable } from '@nestjs/common';
import { type Instant, newId } from '@hotline/kernel';
import {
  type ClockSubject,
  type StartableClock,
  startClock,
  type StartedTimes,
} from '../domain/start-clock.js';
import { RuleBook } from './rule-book.js';

/** A clock ready to be written; the calendar is the one of the unit the clock runs for. */
export interface StartedClock extends StartedTimes {
  readonly id: string;
  readonly kind: StartableClock;
  /** Whose version `calendarVersion` is: the unit may be given another calendar while the clock runs. */
  readonly calendarId: string;
  readonly unitId: string;
  readonly hopId: string | null;
}

/** Starts clocks from the calendars and limits in memory: no query, and never a refusal. */
@Injectable()
export class ClockStarter {
  constructor(private readonly rules: RuleBook) {}

  start(
    kind: StartableClock,
    about: ClockSubject & { readonly calendarId: string },
    unitId: string,
    hopId: string | null,
    at: Instant,
  ): StartedClock {
    const calendar = this.rules.calendar(about.calendarId);
    const times = startClock(calendar, this.rules.presetAt(at), kind, about, at);
    return { id: newId(), kind, unitId, hopId, calendarId: calendar.id, ...times };
  }
}
