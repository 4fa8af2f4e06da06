import { Injectable } from '@nestjs/common';
import { MINUTE_MS, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf, UnitTree } from '@hotline/organization';
import { DutyLeaders } from '../data/duty-leaders.js';
import { RosterStore } from '../data/roster-store.js';
import type { DutyPhoneBody } from '../http/duty-week-bodies.js';

const SHOWN_MS = 5 * MINUTE_MS;
const ACTION = 'duty-phone-revealed';

/** The number of the leader who is on duty at this hour, for a written reason; the look is in the audit log, and capped. */
@Injectable()
export class RevealDutyPhone {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leaders: DutyLeaders,
    private readonly store: RosterStore,
    private readonly units: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  run(actor: Actor, unitId: string, reason: string): Promise<DutyPhoneBody> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    return this.work.run(scopeOf(actor, 'duty.call'), async (tx) => {
      const leader = (await this.leaders.find(tx, unit)) ?? refuse('not-found');
      const phone = (await this.store.phoneOf(tx, leader.line.id)) ?? refuse('not-found');
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: ACTION,
        objectKind: 'unit',
        objectId: leader.unit.id,
        reason,
        facts: { accountId: leader.line.accountId, askedFor: unitId },
      });
      await this.audit.capLooks(tx, ACTION);
      const { accountId, name } = leader.line;
      return { accountId, name, phone, shownUntil: new Date(tx.now.getTime() + SHOWN_MS) };
    });
  }
}
