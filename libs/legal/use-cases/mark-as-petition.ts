import { Injectable } from '@nestjs/common';
import { RuleBook } from '@hotline/calendar';
import { newId, orRefuse, shanghaiDay, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { custody, mayDo, TicketStore } from '@hotline/ticket';
import { PetitionStore } from '../data/petition-store.js';
import { type Day, daysBetween, isDay } from '../domain/day.js';
import { wrongField } from '../domain/wrong-field.js';
import { PERIOD_IDS, type PetitionSource } from '../domain/petition.js';
import { besideTicket, petitionClock } from '../domain/petition-steps.js';
import { periodRow } from '../domain/petition-periods.js';

export interface Registration {
  readonly registeredOn: Day;
  readonly source: PetitionSource;
  readonly registrationNo: string | null;
}

/** A letter may be registered weeks after it came; more is a typing error. */
const MOST_DAYS_AGO = 366;

/** Registers a ticket as a petition: from now on the periods of 信访工作条例 run beside its own promise. */
@Injectable()
export class MarkAsPetition {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: PetitionStore,
    private readonly units: UnitTree,
    private readonly rules: RuleBook,
  ) {}

  /** @throws Refused `duplicate` when it is one already, `invalid-input` for an impossible day. */
  run(actor: Actor, ticketId: string, version: number, registration: Registration): Promise<void> {
    return this.work.run(scopeOf(actor, 'petition.mark'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('mark-as-petition', facts, actor, tx.now));
      const { registeredOn, source } = registration;
      this.checkDay(registeredOn, shanghaiDay(tx.now));
      const unit = this.units.current().get(custody(facts).toUnitId);
      const petition = { id: newId(), ...registration };
      await this.store.insert(tx, ticketId, unit.id, petition);
      const place = { unit, calendar: this.rules.calendar(unit.calendarId), now: tx.now };
      const begun = PERIOD_IDS.filter(
        (id) => periodRow(id).from === 'register' && [undefined, source].includes(periodRow(id).only),
      );
      const startClocks = begun.map((id) => petitionClock(newId(), petition.id, id, registeredOn, place));
      const event = { kind: 'petition-marked', unitId: unit.id, facts: { registeredOn, source } } as const;
      await this.tickets.apply(tx, facts, besideTicket(facts, event, { startClocks, addTags: ['petition'] }));
    });
  }

  private checkDay(day: Day, today: Day): void {
    const problem = !isDay(day)
      ? 'not-a-day'
      : day > today
        ? 'in-the-future'
        : daysBetween(day, today) > MOST_DAYS_AGO
          ? 'too-early'
          : null;
    if (problem) orRefuse(wrongField('registeredOn', problem));
  }
}
