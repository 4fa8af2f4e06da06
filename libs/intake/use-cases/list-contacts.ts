import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { ContactReads, type ContactView, type PageEnd } from '../data/contact-reads.js';

export interface ContactsAsked {
  readonly mine: boolean;
  /** Days in Asia/Shanghai, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly before: PageEnd | null;
  readonly limit: number;
}

export interface ContactPage {
  readonly items: ContactView[];
  /** Null when nothing follows. */
  readonly end: PageEnd | null;
}

/** Contacts of the units the reader serves, newest first. */
@Injectable()
export class ListContacts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contacts: ContactReads,
  ) {}

  run(actor: Actor, { mine, from, to, before, limit }: ContactsAsked): Promise<ContactPage> {
    const agentId = mine ? actor.accountId : null;
    return this.work.read(scopeOf(actor, 'contact.read'), async (tx) => {
      const found = await this.contacts.list(tx, { agentId, from, to, before, limit: limit + 1 });
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, end: last ? { at: last.startedAt, id: last.id } : null };
    });
  }
}
