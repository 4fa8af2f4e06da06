import { Injectable } from '@nestjs/common';
import { newId, refuse } from '@hotline/kernel';
import { type Actor, UnitTree } from '@hotline/organization';
import { isWithheld } from '@hotline/ticket';
import { type PartContact, SupportStore } from '../data/support-store.js';
import { contactForPart } from '../domain/part-steps.js';
import { type PartAt, PartDesk } from './part-desk.js';

/** One attempt of the supporting unit to speak with the worker. */
@Injectable()
export class LogSupportContact {
  constructor(
    private readonly desk: PartDesk,
    private readonly store: SupportStore,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, at: PartAt, said: Omit<PartContact, 'id'>): Promise<void> {
    return this.desk.run(actor, 'contact-for-support', at, async (tx, facts, part) => {
      if (isWithheld(facts, actor, this.units.current())) refuse('forbidden');
      const { contacted } = await this.store.hop(tx, part.hopId);
      await this.store.insertContact(tx, at.ticketId, part, { id: newId(), ...said });
      return contactForPart(facts, part, said.reached, !contacted);
    });
  }
}
