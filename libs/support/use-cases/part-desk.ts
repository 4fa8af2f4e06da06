import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import {
  aboutPart,
  LIFECYCLE,
  mayDo,
  type PartVerb,
  type Step,
  type SupportFacts,
  type TicketFacts,
  TicketStore,
} from '@hotline/ticket';

/** One part of one ticket, against the version last seen. */
export interface PartAt {
  readonly ticketId: string;
  readonly partId: string;
  readonly version: number;
}

type Decide = (tx: Transaction, facts: TicketFacts, part: SupportFacts) => Step | Promise<Step>;

/** What every verb of a part has in common: lock the ticket, find the part, ask the table about that part alone, apply. */
@Injectable()
export class PartDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
  ) {}

  run(actor: Actor, verb: PartVerb, { ticketId, partId, version }: PartAt, decide: Decide): Promise<void> {
    return this.work.run(scopeOf(actor, LIFECYCLE[verb].permission), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      const part =
        facts.supports.find((one) => one.id === partId) ?? refuse('not-found', { field: 'supportId' });
      orRefuse(mayDo(verb, aboutPart(facts, partId), actor, tx.now));
      await this.tickets.apply(tx, facts, await decide(tx, facts, part));
    });
  }
}
