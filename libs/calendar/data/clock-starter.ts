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
    const times = startClock(this.rules.calendar(about.calendarId), this.rules.presetAt(at), kind, about, at);
    return { id: newId(), kind, unitId, hopId, ...times };
  }
}
