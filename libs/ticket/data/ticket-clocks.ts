import { Injectable } from '@nestjs/common';
import { ClockStarter } from '@hotline/calendar';
import type { Instant } from '@hotline/kernel';
import type { Unit, UnitLevel } from '@hotline/organization';
import type { TicketFacts } from '../domain/facts.js';
import type { NewClock } from '../domain/step.js';

/** Kinds with a limit of their own; petition clocks come with their days from the law. */
export type LimitedClock = Exclude<NewClock['kind'], 'petition'>;

/** Starts a clock for a unit; pure steps receive it as an argument. `subjectId` names the record a side clock times. */
export type StartClock = (
  kind: LimitedClock,
  unit: Unit,
  hopId: string | null,
  subjectId?: string,
) => NewClock;

/** Limits differ by level; townships and enterprises count with the county above them. */
function limitLevel(level: UnitLevel): 'national' | 'province' | 'city' | 'county' {
  return level === 'township' || level === 'enterprise' ? 'county' : level;
}

/** Binds the calendar room's clocks to one ticket at one instant. */
@Injectable()
export class TicketClocks {
  constructor(private readonly starter: ClockStarter) {}

  for(ticket: Pick<TicketFacts, 'kind' | 'field' | 'difficulty' | 'urgency'>, now: Instant): StartClock {
    const { kind, field, difficulty, urgency } = ticket;
    return (clock, unit, hopId, subjectId) => {
      const level = limitLevel(unit.level);
      const about = { kind, field, difficulty, urgency, level, calendarId: unit.calendarId };
      const started = this.starter.start(clock, about, unit.id, hopId, now);
      return subjectId === undefined ? started : { ...started, subjectId };
    };
  }
}
