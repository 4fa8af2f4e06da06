import { Injectable } from '@nestjs/common';
import { type Instant, MINUTE_MS, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { DutyStore } from '../data/duty-store.js';

const SHOWN_MS = 5 * MINUTE_MS;
const ACTION = 'missed-number-revealed';

/** The number behind a duty, for a written reason, to whoever has taken it; the look is in the audit log, and capped. */
@Injectable()
export class RevealMissedNumber {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: DutyStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Refused `wrong-state` unless the duty is open and taken by this person */
  run(actor: Actor, id: string, reason: string): Promise<{ number: string; shownUntil: Instant }> {
    return this.work.run(scopeOf(actor, 'identity.reveal'), async (tx) => {
      const duty = await this.store.lock(tx, id, null);
      if (duty.closedAt || duty.takenBy !== actor.accountId) refuse('wrong-state');
      const number = await this.store.numberOf(tx, id);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: ACTION,
        objectKind: 'missed-call',
        objectId: id,
        reason,
        facts: {},
      });
      await this.audit.capLooks(tx, ACTION);
      return { number, shownUntil: new Date(tx.now.getTime() + SHOWN_MS) };
    });
  }
}
