import { Injectable } from '@nestjs/common';
import { newId, orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, actsFor, AuditLog, scopeOf, UnitTree } from '@hotline/organization';
import { custody, custodyAsItIs, isWithheld, mayDo, TicketStore } from '@hotline/ticket';
import { type Consent, SafeguardStore } from '../data/safeguard-store.js';

export type SaidConsent = Omit<Consent, 'id' | 'unitId'>;

/** Whether the worker agrees to be known to the union inside the employer: who asked, how, and what was said. */
@Injectable()
export class RecordIdentityConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly store: SafeguardStore,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  run(actor: Actor, ticketId: string, version: number, said: SaidConsent): Promise<void> {
    return this.work.run(scopeOf(actor, 'identity.reveal'), async (tx) => {
      const facts = await this.tickets.lock(tx, ticketId, version);
      orRefuse(mayDo('record-consent', facts, actor, tx.now));
      // Whoever may not know the worker cannot have asked them.
      if (isWithheld(facts, actor, this.units.current())) refuse('forbidden');
      const hop = facts.hops.filter((one) => actsFor(actor, 'identity.reveal', one.toUnitId)).at(-1);
      const unitId = (hop ?? custody(facts)).toUnitId;
      const id = newId();
      await this.store.keepConsent(tx, ticketId, { id, unitId, ...said });
      const { agreed, means } = said;
      await this.tickets.apply(tx, facts, {
        event: { kind: 'identity-consent-recorded', unitId, facts: { consentId: id, agreed, means } },
        ...custodyAsItIs(facts),
      });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'identity-consent-recorded',
        objectKind: 'ticket',
        objectId: ticketId,
        facts: { agreed, means },
      });
    });
  }
}
