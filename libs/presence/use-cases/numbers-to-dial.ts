import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';

export const DIAL_SUBJECTS = ['ticket', 'missed-call'] as const;
export type DialSubject = (typeof DIAL_SUBJECTS)[number];

/**
 * A room above that knows a number by what it is about. It judges whether this person may call there now.
 * @returns the digits to dial; they are never stored by whoever asked, nor shown
 * @throws Refused `not-found`, or why not
 */
export interface NumberOwner {
  readonly subject: DialSubject;
  numberOf(tx: Transaction, actor: Actor, subjectId: string): Promise<string>;
}

/** Rooms above enter themselves here when they start, so that presence need not know them. */
@Injectable()
export class NumbersToDial {
  private readonly owners = new Map<DialSubject, NumberOwner>();

  add(owner: NumberOwner): void {
    this.owners.set(owner.subject, owner);
  }

  numberOf(tx: Transaction, actor: Actor, subject: DialSubject, subjectId: string): Promise<string> {
    return (this.owners.get(subject) ?? refuse('not-found')).numberOf(tx, actor, subjectId);
  }
}
