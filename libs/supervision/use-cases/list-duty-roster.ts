import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, overrules, scopeOf, UnitTree } from '@hotline/organization';
import { DutyLeaders } from '../data/duty-leaders.js';
import { RosterStore } from '../data/roster-store.js';
import type { DutyRosterBody } from '../http/duty-bodies.js';

/** The roster of a unit: for the unit, its superiors and those it may call in an emergency. */
@Injectable()
export class ListDutyRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RosterStore,
    private readonly leaders: DutyLeaders,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, unitId: string): Promise<DutyRosterBody> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    if (!overrules(actor, 'duty.read', unit.path)) return refuse('not-in-your-units');
    return this.work.read(scopeOf(actor, 'duty.read'), async (tx) => {
      const lines = await this.store.ahead(tx, unitId);
      const now = this.leaders.serving(lines, unitId, tx.now);
      return {
        unit: this.units.brief(unitId),
        editable: overrules(actor, 'duty.manage', unit.path),
        lines: lines.map(({ active: _active, writtenAt: _writtenAt, ...line }) => ({
          ...line,
          onDuty: now.has(line.id),
        })),
      };
    });
  }
}
