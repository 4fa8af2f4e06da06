import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { ContactReads, type ContactView } from '../data/contact-reads.js';

@Injectable()
export class ShowContact {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contacts: ContactReads,
  ) {}

  run(actor: Actor, id: string): Promise<ContactView> {
    return this.work.read(
      scopeOf(actor, 'contact.read'),
      async (tx) => (await this.contacts.show(tx, id)) ?? refuse('not-found'),
    );
  }
}
