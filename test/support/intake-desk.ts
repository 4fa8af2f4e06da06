import { Live, type LiveMessage, newId } from '@hotline/kernel';
import { ClockStarter, RuleBook } from '@hotline/calendar';
import { type Actor, Places, type Role, UnitTree } from '@hotline/organization';
import { createLog, PgOutbox } from '@hotline/platform';
import {
  ClockViews,
  EmergencyDesk,
  IdentityStore,
  ShowTicket,
  TicketClocks,
  TicketStore,
  TicketViews,
  Tokeniser,
} from '@hotline/ticket';
import { testDatabase, type TestDatabase } from './test-database.js';
import { CallContacts } from '../../libs/intake/data/call-contacts.js';
import { CallReads } from '../../libs/intake/data/call-reads.js';
import { CallsAtHand } from '../../libs/intake/data/calls-at-hand.js';
import { ContactReads } from '../../libs/intake/data/contact-reads.js';
import { ContactRows } from '../../libs/intake/data/contact-rows.js';
import { IntakeStore } from '../../libs/intake/data/intake-store.js';
import { Codes } from '../../libs/intake/data/known-codes.js';
import { OpenedViews } from '../../libs/intake/data/opened-view.js';
import { TicketOpening } from '../../libs/intake/data/ticket-opening.js';
import { TicketWriting } from '../../libs/intake/data/ticket-writing.js';
import type { ContactInput } from '../../libs/intake/domain/contact.js';
import type { OpeningInput } from '../../libs/intake/domain/opening.js';
import { LogContact } from '../../libs/intake/use-cases/log-contact.js';
import { OpenTicket } from '../../libs/intake/use-cases/open-ticket.js';

export class NoLive extends Live {
  publish(_: LiveMessage): void {}
  subscribe(): () => void {
    return () => undefined;
  }
}

class NoEmergency extends EmergencyDesk {
  prepare(): Promise<never> {
    throw new Error('the urgent path belongs to the whole house');
  }
}

/** A small tree (national, 广东, 深圳, 四川), agents at two desks, and the rooms' parts on a database of their own. */
export class SpecDesk {
  private constructor(
    readonly base: TestDatabase,
    readonly units: UnitTree,
    readonly identities: IdentityStore,
    readonly reads: ContactReads,
    readonly logContact: LogContact,
    readonly openTicket: OpenTicket,
    readonly showTicket: ShowTicket,
    readonly national: Actor,
    readonly nationalToo: Actor,
    readonly sichuan: Actor,
  ) {}

  static async open(): Promise<SpecDesk> {
    const base = await testDatabase();
    const log = createLog('silent');
    await plantTree(base);
    const units = new UnitTree(base.work, log, new NoLive());
    await units.refresh();
    const places = new Places();
    const identities = new IdentityStore(base.sealing);
    const contacts = new ContactRows(identities, places);
    const codes = new Codes(places, units);
    const store = new IntakeStore();
    const reads = new ContactReads(units);
    const rules = new RuleBook(base.work, log);
    const clocks = new TicketClocks(new ClockStarter(rules));
    const live = new NoLive();
    const calls = new CallsAtHand(base.work, new CallReads(base.sealing), new CallContacts(units));
    const views = new TicketViews(new ClockViews(rules, units), units, places);
    const show = new ShowTicket(base.work, new TicketStore(live), views);
    const opening = new TicketOpening(contacts, units, clocks, new Tokeniser());
    const writing = new TicketWriting(
      store,
      opening,
      new PgOutbox(() => undefined),
      live,
      units,
      new NoEmergency(),
      calls,
    );
    return new SpecDesk(
      base,
      units,
      identities,
      reads,
      new LogContact(base.work, store, contacts, reads, codes, calls),
      new OpenTicket(base.work, writing, codes, new OpenedViews(views), show, calls),
      show,
      await seat(base, 'agent-a', 'cn', 'agent'),
      await seat(base, 'agent-b', 'cn', 'agent'),
      await seat(base, 'agent-sc', '510000', 'agent'),
    );
  }

  async count(table: string): Promise<number> {
    const found = await this.base.owner.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
    return found.rows[0]?.n ?? 0;
  }

  async one<R extends object>(text: string, values: unknown[] = []): Promise<R> {
    const found = await this.base.owner.query<R>(text, values);
    const [row] = found.rows;
    if (!row || found.rows.length > 1) throw new Error(`expected one row, got ${found.rows.length}`);
    return row;
  }

  close(): Promise<void> {
    return this.base.close();
  }
}

const UNITS = [
  ['cn', '中华全国总工会', 'national', null, 'cn/'],
  ['440000', '广东省总工会', 'province', 'cn', 'cn/440000/'],
  ['440300', '深圳市总工会', 'city', '440000', 'cn/440000/440300/'],
  ['510000', '四川省总工会', 'province', 'cn', 'cn/510000/'],
] as const;

async function plantTree({ owner }: TestDatabase): Promise<void> {
  for (const [code, name, level, parent, path] of UNITS) {
    await owner.query(
      `insert into unit (id, code, name, short_name, kind, level, region_code, parent_id, path)
       values ($1, $2, $3, $3, 'territorial', $4, $2, (select id from unit where code = $5), $6)`,
      [newId(), code, name, level, parent, path],
    );
  }
}

async function seat({ owner }: TestDatabase, name: string, unitCode: string, role: Role): Promise<Actor> {
  const accountId = newId();
  const membershipId = newId();
  await owner.query('insert into account (id, name, display_name) values ($1, $2, $2)', [accountId, name]);
  const unit = await owner.query<{ id: string; path: string }>('select id, path from unit where code = $1', [
    unitCode,
  ]);
  const { id: unitId, path } = unit.rows[0] ?? { id: '', path: '' };
  await owner.query('insert into membership (id, account_id, unit_id, role) values ($1, $2, $3, $4)', [
    membershipId,
    accountId,
    unitId,
    role,
  ]);
  return { accountId, name, displayName: name, memberships: [{ id: membershipId, role, unitId, path }] };
}

/** An answered consultation. */
export const aCall = (change: Partial<ContactInput> = {}): ContactInput => ({
  channel: 'call',
  number: '138 1234 2046',
  callerName: '赵某明',
  startedAt: '2026-03-10T08:50:00+08:00',
  answeredAt: '2026-03-10T08:50:08+08:00',
  endedAt: '2026-03-10T08:57:00+08:00',
  outcome: 'answered',
  kind: 'consult',
  field: 'pay',
  summary: '咨询加班费计算基数',
  answer: '按劳动合同约定的工资计算',
  ...change,
});

/** A complaint about unpaid wages, with the call it came by. */
export const aComplaint = (change: Partial<OpeningInput> = {}): OpeningInput => ({
  contact: aCall({ outcome: 'open', kind: 'complaint', summary: undefined, answer: undefined }),
  kind: 'complaint',
  field: 'pay',
  item: 'unpaid-wages',
  tags: ['migrant', 'construction'],
  difficulty: 'general',
  urgency: 'general',
  industry: 'construction',
  places: { caller: { code: '440305', guessed: true }, workplace: { code: '440305' } },
  employer: '深圳市某某建筑有限公司',
  people: 12,
  confidentiality: 'open',
  worker: { idNumber: '11010519491231002X', address: '广东省深圳市某区某路某号' },
  title: '工地拖欠木工班组工资',
  text: '班组十二人的工资自去年九月至今没有结清。',
  ...change,
});
