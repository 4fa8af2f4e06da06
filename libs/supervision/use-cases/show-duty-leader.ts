import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { DutyLeaders } from '../data/duty-leaders.js';
import type { DutyLeaderBody } from '../http/duty-bodies.js';

/** Who would be told now if something happened in this unit. */
@Injectable()
export class ShowDutyLeader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leaders: DutyLeaders,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, unitId: string): Promise<DutyLeaderBody> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    return this.work.read(scopeOf(actor, 'duty.read'), async (tx) => {
      const leader = await this.leaders.find(tx, unit);
      const told = leader?.unit ?? this.leaders.desk(unit, tx.now);
      return {
        unit: this.units.brief(told.id),
        staffed: this.leaders.staffed(told, tx.now),
        leader: leader && {
          accountId: leader.line.accountId,
          name: leader.line.name,
          rank: leader.line.rank,
          phoneMasked: leader.line.phoneMasked,
        },
      };
    });
  }
}
