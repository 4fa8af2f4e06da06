import type { Type } from '@nestjs/common';
import type { OpeningInput } from '@hotline/intake';
import { OpenTicket } from '@hotline/intake';
import { type JobPayload, newId, Refused, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, type Role, unitId, UnitTree } from '@hotline/organization';
import { indexHandlers } from '@hotline/platform';
import {
  custody,
  deriveState,
  hasEnded,
  ShowTicket,
  type TicketFacts,
  TicketStore,
  type TicketViewBody,
} from '@hotline/ticket';
import pg from 'pg';
import { HANDLERS } from '../../apps/server/src/rooms.js';
import { type Hotline, startHotline } from './hotline.js';
import { TestClock } from './test-database.js';

/** A complaint about unpaid wages whose workplace is confirmed, so that it finds its way by itself. */
export const aCase = (change: Partial<OpeningInput> = {}): OpeningInput => ({
  contact: {
    channel: 'call',
    number: '13812342046',
    callerName: '赵某明',
    startedAt: '2026-03-10T08:50:00+08:00',
    answeredAt: '2026-03-10T08:50:08+08:00',
    endedAt: '2026-03-10T08:57:00+08:00',
    outcome: 'open',
  },
  kind: 'complaint',
  field: 'pay',
  tags: ['migrant'],
  difficulty: 'general',
  urgency: 'general',
  places: { workplace: { code: '440305' } },
  employer: '深圳市某某建筑有限公司',
  people: 12,
  confidentiality: 'open',
  worker: { name: '赵某明', phone: '13812342046' },
  title: '工地拖欠木工班组工资',
  text: '班组十二人的工资自去年九月至今没有结清。',
  ...change,
});

/**
 * The whole product on a database of its own with a clock moved by hand, for use cases: jobs run when the test says so,
 * and after every step the invariants of custody are looked up behind the application's back.
 */
export class CaseHouse {
  private constructor(
    readonly hotline: Hotline,
    readonly clock: TestClock,
    readonly owner: pg.Client,
  ) {}

  static async open(): Promise<CaseHouse> {
    const clock = new TestClock();
    return CaseHouse.around(await startHotline({ workers: false, clock }), clock);
  }

  /** Around a product that somebody else started. */
  static async around(hotline: Hotline, clock: TestClock): Promise<CaseHouse> {
    const owner = new pg.Client({ connectionString: hotline.url });
    await owner.connect();
    return new CaseHouse(hotline, clock, owner);
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.hotline.close();
  }

  get<T>(type: Type<T> | (abstract new (...given: never[]) => T)): T {
    return this.hotline.nest.get(type as Type<T>, { strict: false });
  }

  get work(): UnitOfWork {
    return this.get(UnitOfWork);
  }

  async actor(...posts: (readonly [Role, string])[]): Promise<Actor> {
    const accountId = newId();
    const name = `p-${accountId.slice(-12)}`;
    await this.owner.query('insert into account (id, name, display_name) values ($1, $2, $2)', [
      accountId,
      name,
    ]);
    const units = this.get(UnitTree);
    const tree = units.current();
    const memberships = posts.map(([role, code]) => {
      const unit = tree.get(unitId(code));
      const also = units.spellings(unit.path).slice(1);
      return { id: newId(), role, unitId: unit.id, path: unit.path, also };
    });
    return { accountId, name, displayName: name, memberships };
  }

  /** Like `actor`, with the posts on record: on a roster stands only who serves the unit. */
  async serving(...posts: (readonly [Role, string])[]): Promise<Actor> {
    const actor = await this.actor(...posts);
    for (const { id, unitId: unit, role } of actor.memberships)
      await this.owner.query(
        'insert into membership (id, account_id, unit_id, role) values ($1, $2, $3, $4)',
        [id, actor.accountId, unit, role],
      );
    return actor;
  }

  async openTicket(change: Partial<OpeningInput> = {}, agent?: Actor): Promise<string> {
    const { id } = await this.get(OpenTicket).run(
      agent ?? (await this.actor(['agent', 'cn'])),
      aCase(change),
    );
    return id;
  }

  /** A ticket that has gone all the way down. */
  async arrived(change: Partial<OpeningInput> = {}, agent?: Actor): Promise<string> {
    const id = await this.openTicket(change, agent);
    await this.settle();
    await this.check(id);
    return id;
  }

  /** Runs every job that waits, and those they ask for. */
  async settle(): Promise<void> {
    for (;;) {
      const { rows } = await this.owner.query<{
        id: string;
        queue: string;
        name: string;
        payload: JobPayload;
      }>('select id, queue, name, payload from outbox where done_at is null order by priority, created_at');
      if (rows.length === 0) return;
      const handlers = indexHandlers(HANDLERS.map((type) => this.get(type)));
      for (const { id, queue, name, payload } of rows)
        await handlers.get(`${queue}/${name}`)?.handle(payload, id);
    }
  }

  facts(id: string): Promise<TicketFacts> {
    return this.work.read(WHOLE_TREE, (tx) => this.get(TicketStore).read(tx, id));
  }

  async version(id: string): Promise<number> {
    return (await this.facts(id)).version;
  }

  show(actor: Actor, id: string): Promise<TicketViewBody> {
    return this.get(ShowTicket).run(actor, id);
  }

  /** What must be true of every ticket after every step. */
  async check(id: string): Promise<TicketFacts> {
    const facts = await this.facts(id);
    const { rows } = await this.owner.query<Record<string, string | number | boolean | null>>(INVARIANTS, [
      id,
    ]);
    expect(rows[0]).toEqual({
      open_hops: 1,
      accountable_holds: true,
      versions: Array.from({ length: facts.version }, (_, n) => n + 1).join(),
      twins: 0,
      next_due_is_first: true,
      away_is_right: true,
    });
    expect(deriveState(facts)).toBe(facts.state);
    expect(facts.turn === null).toBe(hasEnded(facts.state));
    expect(facts.accountable.id).toBe(custody(facts).toUnitId);
    return facts;
  }
}

const INVARIANTS = `
select
  (select count(*)::integer from hop h where h.ticket_id = t.id and h.role = 'lead' and h.passed_at is null
    and h.returned_at is null and h.recalled_at is null) as open_hops,
  (select h.to_unit_id = t.accountable_unit_id and u.path = t.path from hop h join unit u on u.id = h.to_unit_id
    where h.ticket_id = t.id and h.role = 'lead'
    and h.passed_at is null and h.returned_at is null and h.recalled_at is null) as accountable_holds,
  (select string_agg(e.seq::text, ',' order by e.seq) from event e where e.ticket_id = t.id
    and e.kind not in ('identity-revealed', 'legal-facts-saved', 'ladder-stepped')) as versions,
  (select count(*)::integer from (select kind from clock c where c.ticket_id = t.id and c.stopped_at is null
    and c.subject_id is null group by kind having count(*) > 1) twin) as twins,
  t.next_due_at is not distinct from
    (select min(c.due_at) from clock c where c.ticket_id = t.id and c.stopped_at is null and not c.is_right
      and (c.kind <> 'petition' or t.closed_at is null)) as next_due_is_first,
  (select bool_and(coalesce(a.away, false) = not t.path ^@ a.path) from ticket_access a where a.ticket_id = t.id)
    as away_is_right
from ticket t where t.id = $1`;

/** The code and field of a refusal. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refused) return [error.refusal.code, error.refusal.field].filter(Boolean).join(' ');
    throw error;
  }
  return 'allowed';
}
