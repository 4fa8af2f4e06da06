import { Injectable } from '@nestjs/common';
import { type CompiledCalendar, RuleBook } from '@hotline/calendar';
import { type Instant, newId } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import { custody, type Step, type TicketFacts } from '@hotline/ticket';
import type { ActInput, ActOutcome } from '../domain/decide-act.js';
import { lastOf, type PeriodId, type PetitionFacts } from '../domain/petition.js';
import { startOf } from '../domain/petition-course.js';
import { periodRow } from '../domain/petition-periods.js';
import { clocksOfPeriods, extendedClock, petitionClock } from '../domain/petition-steps.js';

export type ClockMoves = Pick<Step, 'startClocks' | 'stopClocks' | 'changeClocks'> & { readonly tell?: Unit };

/** Which clocks of a petition stop, begin and move with an act, and for which unit. */
@Injectable()
export class PetitionClocks {
  constructor(
    private readonly rules: RuleBook,
    private readonly units: UnitTree,
  ) {}

  calendarOf(unitId: string): CompiledCalendar {
    return this.rules.calendar(this.units.current().get(unitId).calendarId);
  }

  moves(
    now: Instant,
    facts: TicketFacts,
    petition: PetitionFacts,
    input: ActInput,
    outcome: ActOutcome,
  ): ClockMoves {
    const started = outcome.starts.map((period) => {
      const unit = this.owner(period, facts, petition);
      const place = { unit, calendar: this.rules.calendar(unit.calendarId), now };
      return { unit, period, clock: petitionClock(newId(), petition.id, period, input.doneOn, place) };
    });
    const asked = started.find(({ period }) => periodRow(period).by !== 'holder');
    return {
      startClocks: started.map(({ clock }) => clock),
      stopClocks: clocksOfPeriods(facts, petition.id, outcome.stops),
      changeClocks: this.extended(facts, petition, input, outcome.extends),
      ...(asked ? { tell: asked.unit } : {}),
    };
  }

  private extended(
    facts: TicketFacts,
    petition: PetitionFacts,
    { extensionDays }: ActInput,
    period: PeriodId | null,
  ): NonNullable<ClockMoves['changeClocks']> {
    const start = period && startOf(petition, period);
    if (!period || !start || extensionDays === null) return [];
    return clocksOfPeriods(facts, petition.id, [period]).map((clockId) => {
      const unitId = facts.openClocks.find((clock) => clock.id === clockId)?.unitId ?? facts.accountable.id;
      return extendedClock(clockId, petition.id, period, start, extensionDays, this.calendarOf(unitId));
    });
  }

  /** A review lies with the unit above the one that answered, a re-review with the one above that (35, 36). */
  private owner(period: PeriodId, facts: TicketFacts, petition: PetitionFacts): Unit {
    const tree = this.units.current();
    const holder = tree.get(custody(facts).toUnitId);
    const { by } = periodRow(period);
    if (by === 'holder') return holder;
    const answered = tree.get(lastOf(petition, 'answer')?.unitId ?? holder.id);
    const above = (unit: Unit): Unit => (unit.parentId === null ? unit : tree.get(unit.parentId));
    return by === 'superior' ? above(answered) : above(above(answered));
  }
}
