import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { type CallChange, type CallListener, CallListeners, type CallSource } from '@hotline/telephony';
import { CallContacts } from '../data/call-contacts.js';
import { CallOffers, type CallStep, type OwnStep } from '../data/call-offers.js';

const isStep = (change: CallChange): change is CallStep => 'callId' in change;
const isOwn = (step: CallStep): step is OwnStep => step.accountId !== null;

/** What the telephone tells of calls: at whose telephone they ring, and the contact that begins with the answer. */
@Injectable()
export class HearCalls implements CallListener, OnModuleInit {
  constructor(
    private readonly listeners: CallListeners,
    private readonly offers: CallOffers,
    private readonly contacts: CallContacts,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async heard(tx: Transaction, { unitPath }: CallSource, changes: readonly CallChange[]): Promise<void> {
    // What somebody dials himself is told to the room that had it dialled; it rings at nobody's desk.
    const steps = changes.filter(isStep).filter(({ direction }) => direction === 'in');
    const own = steps.filter(isOwn);
    await this.offers.put(tx, own);
    for (const step of own) {
      if (step.kind === 'answered' && step.direction === 'in') await this.contacts.begin(tx, step, unitPath);
    }
    for (const { kind, callId, at } of steps) {
      if (kind === 'talk_ended' || kind === 'ended') await this.contacts.end(tx, callId, at);
    }
  }
}
