import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, homeUnit } from '@hotline/organization';
import type { TakenCall } from '../data/call-contacts.js';
import { CallsAtHand } from '../data/calls-at-hand.js';
import { ContactReads, type ContactView } from '../data/contact-reads.js';
import { ContactRows, type LoggedRows, NO_ROWS } from '../data/contact-rows.js';
import { type Attempt, attemptOf, earlierResource } from '../data/idempotency.js';
import { IntakeStore } from '../data/intake-store.js';
import { Codes } from '../data/known-codes.js';
import { type ContactInput, contactTimes } from '../domain/contact.js';
import { checkContact } from '../domain/opening.js';

/** A call, a form, a letter: most are answered and closed here, without a ticket. */
@Injectable()
export class LogContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: IntakeStore,
    private readonly contacts: ContactRows,
    private readonly reads: ContactReads,
    private readonly codes: Codes,
    private readonly calls: CallsAtHand,
  ) {}

  /** The same `key` and input answer the same contact, however often they come. */
  async run(actor: Actor, input: ContactInput, key?: string): Promise<ContactView> {
    const unit = homeUnit(actor, 'contact.log') ?? refuse('forbidden');
    const attempt = attemptOf('LogContact', input, key);
    const { call, scope } = await this.calls.of(actor, 'contact.log', input.callId);
    return this.work.run(scope, async (tx) => {
      const told = this.calls.told(input, call);
      orRefuse(checkContact(told, this.codes, tx.now));
      const times = orRefuse(contactTimes(told, tx.now));
      if (call && (await earlierResource(tx, attempt))) return this.earlier(tx, attempt);
      const taken = await this.calls.take(tx, call);
      const logged = this.contacts.logged({ actor, unit, now: tx.now, call: taken }, told, times);
      const no = await this.write(tx, logged, input.draftId, attempt, taken);
      if (no === null) return this.earlier(tx, attempt);
      return this.reads.view({
        ...logged.contact,
        no,
        phone_masked: logged.identity?.phone_masked ?? null,
        name_masked: logged.identity?.name_masked ?? null,
        display_name: actor.displayName,
        ticket_no: null,
      });
    });
  }

  private async write(
    tx: Transaction,
    { contact, identity, events }: LoggedRows,
    draftId: string | undefined,
    attempt: Attempt,
    taken: TakenCall | undefined,
  ): Promise<string | null> {
    const rows = {
      ...NO_ROWS,
      identities: identity ? [identity] : [],
      contacts: taken?.contactId ? [] : [contact],
      events,
      drafts: draftId ? [{ account_id: contact.agent_id, id: draftId }] : [],
    };
    const written = await this.store.write(tx, rows, attempt, contact.id);
    if (!written) return null;
    await this.calls.handIn(tx, taken, contact);
    return taken?.contactNo ?? written.contactNo;
  }

  private async earlier(tx: Transaction, attempt: Attempt): Promise<ContactView> {
    const id = await earlierResource(tx, attempt);
    return (id && (await this.reads.show(tx, id))) || refuse('not-found');
  }
}
