import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { type Unit, type UnitBrief, UnitTree } from '@hotline/organization';
import { AgentPosts } from '../data/agent-posts.js';
import type { Presence } from '../domain/presence.js';
import type { SettingsInForce } from '../domain/settings-in-force.js';

export interface ReachedElsewhere {
  readonly unit: UnitBrief;
  readonly agents: number;
}

/** For whom the settings of a unit hold: its agents and those below it, without the units that have their own. */
export interface Reach {
  readonly agents: number;
  readonly apart: ReachedElsewhere[];
}

const MOST_APART = 100;

@Injectable()
export class SettingsReach {
  constructor(
    private readonly posts: AgentPosts,
    private readonly units: UnitTree,
  ) {}

  async of(tx: Transaction, unit: Unit, inForce: SettingsInForce): Promise<Reach> {
    const nearest = this.deciderBelow(unit, inForce);
    const apart = new Map<string, number>([...this.apartOf(unit, inForce)].map((id) => [id, 0]));
    let agents = 0;
    for (const post of await this.posts.below(tx, unit.path)) {
      const decider = nearest(post.unitId);
      if (decider === unit.id) agents += post.agents;
      else apart.set(decider, (apart.get(decider) ?? 0) + post.agents);
    }
    const listed = [...apart].slice(0, MOST_APART);
    return { agents, apart: listed.map(([id, count]) => ({ unit: this.units.brief(id), agents: count })) };
  }

  /** Those at the line now for whom the settings of the unit hold, or would if it had its own. */
  async atLine(tx: Transaction, unit: Unit, inForce: SettingsInForce): Promise<Presence[]> {
    const nearest = this.deciderBelow(unit, inForce);
    const found = await this.posts.atLine(tx, unit.path);
    return found.filter(({ unitId }) => nearest(unitId) === unit.id);
  }

  private apartOf(unit: Unit, inForce: SettingsInForce): string[] {
    const tree = this.units.current();
    return inForce.withOwn().filter((id) => {
      const path = tree.find(id)?.path ?? '';
      return id !== unit.id && path.startsWith(unit.path);
    });
  }

  /** Who decides for a unit below: the nearest with its own, at the latest this one. */
  private deciderBelow(unit: Unit, inForce: SettingsInForce): (unitId: string) => string {
    const own = new Set(this.apartOf(unit, inForce));
    const tree = this.units.current();
    return (unitId) => {
      const chain = tree.find(unitId) ? tree.upwards(unitId) : [];
      return chain.find(({ id }) => id === unit.id || own.has(id))?.id ?? unit.id;
    };
  }
}
