import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, overrules, scopeOf, UnitTree } from '@hotline/organization';
import { RosterStore } from '../data/roster-store.js';
import type { DutyPersonBody } from '../http/duty-week-bodies.js';

const MOST = 50;

/** Who may be put on the roster of a unit: those who serve it or a unit above it. */
@Injectable()
export class ListDutyPeople {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RosterStore,
    private readonly units: UnitTree,
  ) {}

  run(actor: Actor, unitId: string, name: string): Promise<DutyPersonBody[]> {
    const unit = this.units.current().find(unitId) ?? refuse('not-found');
    if (!overrules(actor, 'duty.manage', unit.path)) return refuse('not-in-your-units');
    return this.work.read(scopeOf(actor, 'duty.manage'), async (tx) => {
      const people = await this.store.people(tx, unit.path, name, MOST);
      return people.map(({ unitId: serves, ...person }) => ({ ...person, unit: this.units.brief(serves) }));
    });
  }
}
