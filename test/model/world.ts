import { newId } from '@hotline/kernel';
import { OpenTicket } from '@hotline/intake';
import { type Actor, ROLES, type Role, scopeOf, unitId, UnitTree } from '@hotline/organization';
import { aCase, type CaseHouse } from '../support/case-house.js';
import { rows } from '../../libs/platform/database/sql.js';
import { PlainTicket } from './plain-ticket.js';
import { chainUp, type PlainPerson, type PlainUnit } from './plain-tree.js';

/** Numbers that decide everything about one world, so that a failing one can be made smaller and run again. */
export interface WorldPlan {
  /** Each number picks the parent of one more unit among those that are not yet six levels deep. */
  readonly parents: readonly number[];
  readonly people: readonly { readonly role: number; readonly unit: number; readonly second: number }[];
  /** The unit each call came in at, and of which employer it complains. */
  readonly intakes: readonly { readonly unit: number; readonly employer: number; readonly blind: boolean }[];
}

export interface ModelPerson extends PlainPerson {
  readonly actor: Actor;
  readonly label: string;
}

const LEVELS = ['national', 'province', 'city', 'county', 'township', 'enterprise'] as const;
const depth = (unit: PlainUnit): number => unit.path.split('/').length - 1;

/** Names of employers: none is a part of another. */
const SIGNS = '甲乙丙丁戊己庚辛壬癸子丑';
export const employerOf = (unit: PlainUnit): string => `${SIGNS[Number(unit.label.slice(1))] ?? ''}字电子厂`;

/** A union tree of its own below the national union, with people and tickets, in the database and on paper. */
export class World {
  readonly people: ModelPerson[] = [];
  readonly tickets: PlainTicket[] = [];
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly house: CaseHouse,
    readonly units: readonly PlainUnit[],
  ) {}

  static async build(house: CaseHouse, plan: WorldPlan): Promise<World> {
    const units = await plantUnits(house, plan.parents);
    const world = new World(house, units);
    for (const [n, unit] of units.entries()) {
      await world.staff([{ role: 'handler', unit }]);
      if (n % 2 === 0) await world.staff([{ role: 'handler', unit }]);
    }
    await world.staff([{ role: 'administrator', unit: units[0] as PlainUnit }]);
    for (const person of plan.people) await world.hire(person);
    for (const intake of plan.intakes) {
      const unit = world.pick(units, intake.unit);
      await world.staff([{ role: 'agent', unit }], [{ role: 'dispatcher', unit }]);
      await world.open(unit, intake);
    }
    return world;
  }

  /** Who the database knows as a handler of the unit. */
  handlersOf(unit: PlainUnit): ModelPerson[] {
    return this.people.filter(({ posts }) =>
      posts.some((post) => post.role === 'handler' && post.unit === unit),
    );
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
    await this.staff(posts);
  }

  /** Every unit has its handler, every call its agent and its dispatcher, or nothing would ever move. */
  private async staff(...people: { role: Role; unit: PlainUnit }[][]): Promise<void> {
    for (const posts of people) {
      const actor = await this.actorOf(posts);
      const label = `${posts.map(({ role, unit }) => `${role} of ${unit.label}`).join(' and ')} (p${this.people.length})`;
      this.people.push({ id: actor.accountId, posts, actor, label });
    }
  }

  private async actorOf(posts: readonly { role: Role; unit: PlainUnit }[]): Promise<Actor> {
    const actor = await this.house.actor();
    const memberships = posts.map(({ role, unit }) => ({
      id: newId(),
      role,
      unitId: unit.id,
      path: unit.path,
    }));
    await this.house.owner.query(
      `insert into membership (id, account_id, unit_id, role)
       select m.id, $2, m."unitId", m.role from jsonb_to_recordset($1::jsonb) as m(id uuid, "unitId" uuid, role text)
       on conflict do nothing`,
      [JSON.stringify(memberships), actor.accountId],
    );
    return { ...actor, memberships };
  }

  /** No place is confirmed, so the ticket waits for a dispatcher of the unit that took the call. */
  private async open(
    unit: PlainUnit,
    { employer: n, blind }: { readonly employer: number; readonly blind: boolean },
  ): Promise<void> {
    const agent = await this.actorOf([{ role: 'agent', unit }]);
    const enterprises = this.units.filter((one) => one.enterprise);
    const employer = enterprises.length > 0 ? this.pick(enterprises, n) : null;
    const { id } = await this.house.get(OpenTicket).run(
      agent,
      aCase({
        places: {},
        employer: employer ? employerOf(employer) : '别处的一家单位',
        confidentiality: blind ? 'employer-blind' : 'open',
      }),
    );
    await this.house.settle();
    this.tickets.push(new PlainTicket(id, { intake: unit, employer, blind }));
  }

  /** A file of one's own, as proof; @returns its id */
  async upload({ id: accountId }: PlainPerson): Promise<string> {
    const id = newId();
    await this.house.owner.query(
      `insert into attachment (id, account_id, name, media_type, size, sha256, content, uploaded_at)
       values ($1, $2, 'proof.txt', 'text/plain', 1, sha256('x'), 'x', now())`,
      [id, accountId],
    );
    return id;
  }

  /** Ids of the tickets that have come to another version since this was last asked. */
  async changed(): Promise<Set<string>> {
    const ids = this.tickets.map(({ id }) => id);
    const { rows: found } = await this.house.owner.query<{ id: string; version: number }>(
      'select id, version from ticket where id = any ($1)',
      [ids],
    );
    const moved = found.filter(({ id, version }) => this.versions.get(id) !== version);
    for (const { id, version } of moved) this.versions.set(id, version);
    return new Set(moved.map(({ id }) => id));
  }

  /** Paths of the units that keep the ticket in sight. */
  async inSightOf(ticketId: string): Promise<string[]> {
    const { rows: found } = await this.house.owner.query<{ path: string }>(
      'select path from ticket_access where ticket_id = $1',
      [ticketId],
    );
    return found.map(({ path }) => path).sort();
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

/** Nothing of a world that is over happens any more, so that sweeps look at the next one alone. */
export async function retire({ house, tickets }: World): Promise<void> {
  const ids = [tickets.map(({ id }) => id)];
  await house.owner.query(
    'update clock set stopped_at = now() where ticket_id = any ($1) and stopped_at is null',
    ids,
  );
  await house.owner.query(
    `update pause set ended_at = until_at, ended_how = 'maximum' where ticket_id = any ($1) and ended_at is null`,
    ids,
  );
}

let planted = 0;

/** Two provinces at least; every third unit below them is a union inside an enterprise, and so are those below it. */
async function plantUnits(house: CaseHouse, parents: readonly number[]): Promise<PlainUnit[]> {
  planted += 1;
  const root = { id: unitId('cn'), path: 'cn/', parent: null, enterprise: false, label: 'u0' };
  const units: PlainUnit[] = [root];
  for (const [n, number] of parents.entries()) {
    const open = n < 2 ? [root] : units.filter((unit) => depth(unit) < LEVELS.length);
    const parent = open[number % open.length] as PlainUnit;
    const code = `w${planted}u${n}`;
    const enterprise =
      parent.enterprise || (parent !== root && n % 3 === 2) || depth(parent) === LEVELS.length - 1;
    const label = `u${n + 1}`;
    const unit = { id: newId(), path: `${parent.path}${code}/`, parent, enterprise, label };
    const name = enterprise ? `${employerOf(unit)}工会` : code;
    await house.owner.query(
      `insert into unit (id, code, name, short_name, kind, level, parent_id, path)
       values ($1, $2, $3, $3, 'territorial', $4, $5, $6)`,
      [unit.id, code, name, enterprise ? 'enterprise' : LEVELS[depth(unit) - 1], parent.id, unit.path],
    );
    units.push(unit);
  }
  await house.get(UnitTree).refresh();
  return units;
}

/** The tree as text, for a failed script. */
export const drawn = (units: readonly PlainUnit[]): string =>
  units
    .map(
      (unit) =>
        `${unit.label}${unit.enterprise ? ' (enterprise)' : ''} in ${chainUp(unit.parent)[0]?.label ?? 'nothing'}`,
    )
    .join(', ');
