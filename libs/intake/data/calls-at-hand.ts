import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, type Scope, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, type Permission, scopeOf } from '@hotline/organization';
import { asCalled, type DeskCall } from '../domain/desk-call.js';
import type { ContactInput } from '../domain/contact.js';
import { CallContacts, type TakenCall } from './call-contacts.js';
import { CallReads } from './call-reads.js';
import type { ContactRow } from './intake-rows.js';

/** A hand-in, with the telephone call it is about if there is one. */
export interface HandIn {
  readonly call: DeskCall | null;
  readonly scope: Scope;
}

/** The calls at the hand of the one who hands in; without a telephone everything is as it was typed. */
@Injectable()
export class CallsAtHand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: CallReads,
    private readonly contacts: CallContacts,
  ) {}

  /**
   * The scope reaches to the unit of the switchboard as well: the call and its contact are written there.
   * @throws Refused `not-found` when the call never rang at this person's telephone
   */
  async of(actor: Actor, permission: Permission, callId: string | undefined): Promise<HandIn> {
    const scope = scopeOf(actor, permission);
    if (callId === undefined) return { call: null, scope };
    const found = await this.work.read(WHOLE_TREE, (tx) => this.reads.own(tx, callId, actor.accountId));
    const call = found ?? refuse('not-found', { field: 'callId' });
    return { call, scope: { ...scope, prefixes: [...scope.prefixes, call.unitPath] } };
  }

  /** What the switchboard knows stands over what was typed. */
  told(input: ContactInput, call: DeskCall | null): ContactInput {
    return call ? orRefuse(asCalled(input, call)) : input;
  }

  async take(tx: Transaction, call: DeskCall | null): Promise<TakenCall | undefined> {
    return call ? this.contacts.take(tx, call, tx.scope.accountId ?? '') : undefined;
  }

  async handIn(tx: Transaction, call: TakenCall | undefined, contact: ContactRow | null): Promise<void> {
    if (call && contact) await this.contacts.handIn(tx, call, contact);
  }
}
