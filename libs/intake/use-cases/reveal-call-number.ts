import { Injectable } from '@nestjs/common';
import { type Instant, MINUTE_MS, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog } from '@hotline/organization';
import { CallsAtHand } from '../data/calls-at-hand.js';

const SHOWN_MS = 5 * MINUTE_MS;
const ACTION = 'call-number-revealed';

export interface RevealedNumber {
  readonly number: string;
  readonly shownUntil: Instant;
}

/** The number of a call at one's own telephone, for a written reason; the look is in the audit log, and capped. */
@Injectable()
export class RevealCallNumber {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calls: CallsAtHand,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Refused `not-found` also for a number that was withheld, or whose worker wants to stay unknown */
  async run(actor: Actor, callId: string, reason: string): Promise<RevealedNumber> {
    const { call, scope } = await this.calls.of(actor, 'identity.reveal', callId);
    const number = call?.number ?? refuse('not-found');
    return this.work.run(scope, async (tx) => {
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: ACTION,
        objectKind: 'call',
        objectId: callId,
        reason,
        facts: {},
      });
      await this.audit.capLooks(tx, ACTION);
      return { number, shownUntil: new Date(tx.now.getTime() + SHOWN_MS) };
    });
  }
}
