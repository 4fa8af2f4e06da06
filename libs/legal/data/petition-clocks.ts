import { Injectable } from '@nestjs/common';
import { type CompiledCalendar, RuleBook } from '@hotline/calendar';
import { type Instant, newId, type Transaction } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import { custody, type OpenClock, type Step, type TicketFacts } from '@hotline/ticket';
import type { ActInput, ActOutcome } from '../domain/decide-act.js';
import { lastOf, type PeriodId, type PetitionFacts } from '../domain/petition.js';
import { type PeriodCalendars, startOf } from '../domain/petition-course.js';
import { countedWith, periodRow } from '../domain/petition-periods.js';
import { clocksOfPeriods, extendedClock, petitionClock } from '../domain/petition-steps.js';
import { PetitionStore } from './petition-store.js';

export type ClockMoves = Pick<Step, 'startClocks' | 'stopClocks' | 'changeClocks'> & { readonly tell?: Unit };

/** Which clocks of a petition stop, begin and move with an act, and for which unit. */
@Injectable()
export class PetitionClocks {
  constructor(
    private readonly rules: RuleBook,
    private readonly units: UnitTree,
    private readonly store: PetitionStore,
  ) {}

  /**
   * A period is counted by the calendar its clock was promised by, the petitioner's own by that of the answer before it;
   * one without either by the present calendar of the unit that has the case.
   */
  async calendars(tx: Transaction, facts: TicketFacts): Promise<PeriodCalendars> {
    const promised = await this.store.calendars(tx, facts.id);
    return (period) => {
      const own = countedWith(period).flatMap((one) => promised.get(one) ?? [])[0];
      return own === undefined ? this.calendarOf(custody(facts).toUnitId) : this.rules.calendar(own);
    };
  }

  private calendarOf(unitId: string): CompiledCalendar {
    return this.rules.calendar(this.units.current().get(unitId).calendarId);
  }

  private calendarOfClock(clock: OpenClock): CompiledCalendar {
    return clock.calendarId === null ? this.calendarOf(clock.unitId) : this.rules.calendar(clock.calendarId);
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
    const ids = clocksOfPeriods(facts, petition.id, [period]);
    return facts.openClocks
      .filter((clock) => ids.includes(clock.id))
      .map((clock) =>
        extendedClock(clock.id, petition.id, period, start, extensionDays, this.calendarOfClock(clock)),
      );
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
