import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hotline/kernel';
import { type Configuration, CONFIGURATION } from '@hotline/platform';
import { UnitTree } from '../data/unit-tree.js';
import { type Actor, permissionsOf, type Role } from '../domain/actor.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../domain/demo-accounts.js';
import type { DemoAccountBody, MembershipBody, SessionBody } from './session-bodies.js';

@Injectable()
export class SessionViews {
  constructor(
    private readonly tree: UnitTree,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  session(actor: Actor): SessionBody {
    const { accountId: id, name, displayName } = actor;
    return {
      account: { id, name, displayName },
      memberships: actor.memberships.map((one) => this.membership(one)),
      permissions: permissionsOf(actor),
      demo: this.configuration.demo,
      serverTime: this.clock.now(),
    };
  }

  membership({ id, role, unitId }: { id: string; role: Role; unitId: string }): MembershipBody {
    return { id, role, unit: this.tree.brief(unitId) };
  }

  /** Nobody outside of demo mode. */
  demoAccounts(): DemoAccountBody[] {
    if (!this.configuration.demo) return [];
    return DEMO_PEOPLE.map(({ name, displayName, role, unitCode }) => ({
      name,
      password: DEMO_PASSWORD,
      displayName,
      role,
      unitName: this.tree.current().withCode(unitCode)?.name ?? unitCode,
    }));
  }
}
