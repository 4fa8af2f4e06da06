import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, homeUnit, scopeOf } from '@hotline/organization';
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
  ) {}

  /** The same `key` and input answer the same contact, however often they come. */
  async run(actor: Actor, input: ContactInput, key?: string): Promise<ContactView> {
    const unit = homeUnit(actor, 'contact.log') ?? refuse('forbidden');
    const attempt = attemptOf('LogContact', input, key);
    return this.work.run(scopeOf(actor, 'contact.log'), async (tx) => {
      orRefuse(checkContact(input, this.codes, tx.now));
      const times = orRefuse(contactTimes(input, tx.now));
      const logged = this.contacts.logged({ actor, unit, now: tx.now }, input, times);
      const no = await this.write(tx, logged, input.draftId, attempt);
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
  ): Promise<string | null> {
    const rows = {
      ...NO_ROWS,
      identities: identity ? [identity] : [],
      contacts: [contact],
      events,
      drafts: draftId ? [{ account_id: contact.agent_id, id: draftId }] : [],
    };
    const written = await this.store.write(tx, rows, attempt, contact.id);
    return written && written.contactNo;
  }

  private async earlier(tx: Transaction, attempt: Attempt): Promise<ContactView> {
    const id = await earlierResource(tx, attempt);
    return (id && (await this.reads.show(tx, id))) || refuse('not-found');
  }
}
