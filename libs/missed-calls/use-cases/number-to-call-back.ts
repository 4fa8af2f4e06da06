import { Injectable, type OnModuleInit } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { type NumberOwner, NumbersToDial } from '@hotline/presence';
import { DutyStore } from '../data/duty-store.js';

/** Dials the number of a duty from the telephone of whoever has taken it; the number itself is shown to nobody. */
@Injectable()
export class NumberToCallBack implements NumberOwner, OnModuleInit {
  readonly subject = 'missed-call' as const;

  constructor(
    private readonly store: DutyStore,
    private readonly dialling: NumbersToDial,
  ) {}

  onModuleInit(): void {
    this.dialling.add(this);
  }

  /** @throws Refused `wrong-state` unless the duty is open and taken by this person */
  async numberOf(tx: Transaction, actor: Actor, subjectId: string): Promise<string> {
    const duty = await this.store.lock(tx, subjectId, null);
    if (duty.closedAt || duty.takenBy !== actor.accountId) return refuse('wrong-state');
    return this.store.numberOf(tx, subjectId);
  }
}
