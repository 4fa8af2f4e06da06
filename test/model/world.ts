import { newId } from '@hotline/kernel';
import { OpenTicket } from '@hotline/intake';
import { type Actor, ROLES, type Role, scopeOf, unitId, UnitTree } from '@hotline/organization';
import { aCase, type CaseHouse } from '../support/case-house.js';
import { rows } from '../../libs/platform/database/sql.js';
import { type PlainPerson, PlainTicket, type PlainUnit } from './plain-ticket.js';

/** Numbers that decide everything about one world, so that a failing one can be made smaller and run again. */
export interface WorldPlan {
  /** Each number picks the parent of one more unit among those that are not yet six levels deep. */
  readonly parents: readonly number[];
  readonly people: readonly { readonly role: number; readonly unit: number; readonly second: number }[];
  readonly intakes: readonly number[];
}

export interface ModelPerson extends PlainPerson {
  readonly actor: Actor;
}

const LEVELS = ['national', 'province', 'city', 'county', 'township', 'enterprise'] as const;
const depth = (unit: PlainUnit): number => unit.path.split('/').length - 1;

/** A union tree of its own below the national union, with people and tickets, in the database and on paper. */
export class World {
  readonly people: ModelPerson[] = [];
  readonly tickets: PlainTicket[] = [];

  private constructor(
    readonly house: CaseHouse,
    readonly units: readonly PlainUnit[],
  ) {}

  static async build(house: CaseHouse, plan: WorldPlan): Promise<World> {
    const units = await plantUnits(house, plan.parents);
    const world = new World(house, units);
    for (const unit of units) await world.staff([{ role: 'handler', unit }]);
    for (const person of plan.people) await world.hire(person);
    for (const intake of plan.intakes) {
      const unit = world.pick(units, intake);
      await world.staff([{ role: 'agent', unit }], [{ role: 'dispatcher', unit }]);
      await world.open(unit);
    }
    return world;
  }

  pick<T>(from: readonly T[], n: number): T {
    const found = from[n % from.length];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  private async hire({ role, unit, second }: WorldPlan['people'][number]): Promise<void> {
    const first = { role: this.pick(ROLES, role), unit: this.pick(this.units, unit) };
    const other = { role: this.pick(ROLES, role + second), unit: this.pick(this.units, unit + second) };
    const posts = second % 3 === 0 ? [first, other] : [first];
    this.people.push({ posts, actor: await this.actorOf(posts) });
  }

  /** Every unit has its handler, every call its agent and its dispatcher, or nothing would ever move. */
  private async staff(...people: { role: Role; unit: PlainUnit }[][]): Promise<void> {
    for (const posts of people) this.people.push({ posts, actor: await this.actorOf(posts) });
  }

  private async actorOf(posts: readonly { role: Role; unit: PlainUnit }[]): Promise<Actor> {
    const actor = await this.house.actor();
    const memberships = posts.map(({ role, unit }) => ({
      id: newId(),
      role,
      unitId: unit.id,
      path: unit.path,
    }));
    return { ...actor, memberships };
  }

  /** No place is confirmed, so the ticket waits for a dispatcher of the unit that took the call. */
  private async open(unit: PlainUnit): Promise<void> {
    const agent = await this.actorOf([{ role: 'agent', unit }]);
    const { id } = await this.house.get(OpenTicket).run(agent, aCase({ places: {} }));
    await this.house.settle();
    this.tickets.push(new PlainTicket(id, unit));
  }

  /** Ids of this world's tickets that the database itself lets the person see. */
  async seenBy(person: ModelPerson): Promise<string[]> {
    const ids = this.tickets.map((ticket) => ticket.id);
    const found = await this.house.work.read(scopeOf(person.actor, 'ticket.read'), (tx) =>
      rows<{ id: string }>(tx, 'select id from ticket where id = any ($1)', [ids]),
    );
    return found.map((row) => row.id).sort();
  }
}

let planted = 0;

async function plantUnits(house: CaseHouse, parents: readonly number[]): Promise<PlainUnit[]> {
  planted += 1;
  const units: PlainUnit[] = [{ id: unitId('cn'), path: 'cn/', parent: null }];
  for (const [n, number] of parents.entries()) {
    // One province: a case that leaves it takes its home province along in support, which has a chapter of its own.
    const open = n === 0 ? units : units.slice(1).filter((unit) => depth(unit) < LEVELS.length);
    const parent = open[number % open.length] as PlainUnit;
    const code = `w${planted}u${n}`;
    const unit = { id: newId(), path: `${parent.path}${code}/`, parent };
    await house.owner.query(
      `insert into unit (id, code, name, short_name, kind, level, parent_id, path)
       values ($1, $2, $2, $2, 'territorial', $3, $4, $5)`,
      [unit.id, code, LEVELS[depth(unit) - 1], parent.id, unit.path],
    );
    units.push(unit);
  }
  await house.get(UnitTree).refresh();
  return units;
}
