import { rows } from '@hotline/platform';
import { type Actor, scopeOf, unitId } from '@hotline/organization';
import { LogWorkerContact, RequestReturn, RuleReturn, SignHop } from '@hotline/handling';
import { SuperviseTicket } from '@hotline/supervision';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { CountTickets } from './count-tickets.js';
import { ListNotices } from './list-notices.js';
import { ListTickets, type ListRequest } from './list-tickets.js';
import { ReadNotices } from './read-notices.js';
import { ShowTicketEvents } from './show-ticket-events.js';

let house: CaseHouse;
let county: Actor;
let sibling: Actor;
let city: Actor;
let nation: Actor;
let hunan: Actor;
const nanshan: string[] = [];
let inHunan = '';
let unclear = '';
let moved = '';

const ids = async (actor: Actor, request: ListRequest = {}) =>
  (await house.get(ListTickets).run(actor, request)).items.map((row) => row.id);

beforeAll(async () => {
  house = await CaseHouse.open();
  county = await house.actor(['handler', '440305']);
  sibling = await house.actor(['handler', '440306']);
  city = await house.actor(['handler', '440300']);
  nation = await house.actor(['handler', 'cn'], ['dispatcher', 'cn'], ['agent', 'cn']);
  hunan = await house.actor(['supervisor', '430000']);
  for (const difficulty of ['complex', 'general', 'difficult'] as const) {
    house.clock.advance(60_000);
    nanshan.push(await house.arrived({ difficulty }));
  }
  inHunan = await house.arrived({ places: { workplace: { code: '430104' } }, title: '岳麓某酒店拖欠加班费' });
  unclear = await house.openTicket({ places: {} });
  moved = await house.arrived({ title: '退回后由宝安办理' });
  await house.settle();
  const version = async () => house.version(moved);
  const plea = {
    reasonCode: 'wrong-place',
    clause: null,
    reason: '不在本区',
    proposedUnitId: unitId('440306'),
  };
  await house.get(RequestReturn).run(county, moved, await version(), plea);
  const { openReturn } = await house.facts(moved);
  const ruling = { returnId: openReturn?.id ?? '', decision: 'granted' as const, reason: '属实' };
  await house.get(RuleReturn).run(city, moved, await version(), { ...ruling, toUnitId: unitId('440306') });
  await house.settle();
}, 90_000);
afterAll(() => house.close());

describe('views', () => {
  it('show a unit its own subtree, by the next deadline', async () => {
    expect(new Set(await ids(county))).toEqual(new Set(nanshan));
    expect(await ids(sibling)).toEqual([moved]);
    expect(new Set(await ids(city))).toEqual(new Set([...nanshan, moved]));
    expect(await ids(hunan)).toEqual([inHunan]);
    expect(await ids(nation)).toHaveLength(6);
    expect(await ids(nation, { unitId: unitId('430000') })).toEqual([inHunan]);
    const due = (await house.get(ListTickets).run(nation, {})).items.map(
      (row) => row.nextDueAt?.getTime() ?? 0,
    );
    expect(due).toEqual([...due].sort((a, b) => a - b));
  });

  it('tell whose turn it is', async () => {
    expect(new Set(await ids(county, { view: 'to-sign' }))).toEqual(new Set(nanshan));
    expect(await ids(city, { view: 'to-sign' })).toEqual([]);
    expect(await ids(nation, { view: 'unclear' })).toEqual([unclear]);
    expect(await ids(nation, { view: 'unclear', queueReason: 'place-unknown' })).toEqual([unclear]);
    expect(await ids(nation, { view: 'mine-to-do' })).toEqual([unclear]);
    expect(await ids(county, { view: 'call-back' })).toEqual([]);
  });

  it('keep what a unit once had apart from what it has', async () => {
    expect(await ids(county, { view: 'once-handled' })).toEqual([moved]);
    expect(await ids(county, { view: 'all' })).not.toContain(moved);
    expect(await ids(city, { view: 'once-handled' })).toEqual([]);
    expect((await house.show(county, moved)).verbs).toEqual([
      'reveal-identity',
      'record-consent',
      'recuse',
      'save-legal-facts',
    ]);
    expect(await refusalOf(house.show(sibling, nanshan[0] ?? ''))).toBe('not-found');
  });

  it('turn red and yellow with the clock', async () => {
    const at = house.clock.now();
    expect(await ids(county, { view: 'red' })).toEqual([]);
    house.clock.set('2026-03-10T14:30:00+08:00');
    expect(await ids(county, { view: 'red' })).toHaveLength(3);
    expect(await ids(county, { dueWithin: 'overdue' })).toHaveLength(3);
    const [row] = (await house.get(ListTickets).run(county, { view: 'red' })).items;
    expect([row?.card, row?.remaining?.overdue]).toEqual(['red', true]);
    house.clock.set(at.toISOString());
    expect(await ids(county, { dueWithin: '3wd' })).toHaveLength(3);
  });
});

describe('paging, filters and search', () => {
  it('walks every row once, in both orders', async () => {
    for (const sort of ['due', 'newest'] as const) {
      const walked: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await house
          .get(ListTickets)
          .run(nation, { view: 'all', sort, limit: 2, ...(cursor && { cursor }) });
        walked.push(...page.items.map((row) => row.id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(walked).size).toBe(6);
      expect(walked).toHaveLength(6);
    }
    expect(await refusalOf(ids(nation, { cursor: 'bm9uc2Vuc2U' }))).toBe('invalid-input cursor');
  });

  it('finds by number and by words, within what may be seen', async () => {
    const { no } = await house.show(nation, inHunan);
    expect(await ids(nation, { q: no })).toEqual([inHunan]);
    expect(await ids(nation, { q: '岳麓酒店' })).toEqual([inHunan]);
    expect(await ids(nation, { q: '岳' })).toEqual([inHunan]);
    expect(await ids(nation, { q: '岳 酒店' })).toEqual([inHunan]);
    expect(await ids(nation, { q: '岳 宝安' })).toEqual([]);
    expect(await ids(county, { q: '岳麓酒店' })).toEqual([]);
    expect(await ids(county, { q: no })).toEqual([]);
    expect(await ids(county, { q: '宝安', view: 'once-handled' })).toEqual([moved]);
    expect(await ids(nation, { q: '，。！' })).toEqual([]);
    expect(await ids(nation, { q: `'; drop table ticket; --` })).toEqual([]);
  });

  it('filters', async () => {
    expect(await ids(nation, { kind: 'help' })).toEqual([]);
    expect(
      await ids(nation, { field: 'pay', tag: 'migrant', urgency: 'general', state: ['unclear'] }),
    ).toEqual([unclear]);
    expect(await refusalOf(ids(county, { unitId: unitId('430000') }))).toBe('not-in-your-units unitId');
    expect(await refusalOf(ids(county, { unitId: '00000000-0000-7000-8000-000000000000' }))).toBe(
      'unknown-unit unitId',
    );
  });
});

describe('counts', () => {
  it('agree with the lists', async () => {
    for (const actor of [county, city, nation, hunan, sibling]) {
      const { views } = await house.get(CountTickets).run(actor);
      for (const view of Object.keys(views) as NonNullable<ListRequest['view']>[]) {
        expect([view, views[view]]).toEqual([
          view,
          { count: (await ids(actor, { view })).length, atLeast: false },
        ]);
      }
    }
    const counted = await house.get(CountTickets).run(nation);
    expect(counted.queueReasons).toEqual({ 'place-unknown': 1 });
    expect(counted.dispatchedToday).toBeGreaterThan(0);
  });
});

describe('rights behind the predicate', () => {
  const TABLES = ['ticket', 'hop', 'clock', 'contact', 'event', 'return_request'];
  const countAll = (prefixes: readonly string[]) =>
    house.work.read({ accountId: null, prefixes }, async (tx) => {
      const found: number[] = [];
      for (const table of TABLES) {
        const [row] = await rows<{ n: number }>(tx, `select count(*)::integer as n from ${table}`);
        found.push(row?.n ?? -1);
      }
      return found;
    });

  it('show nothing to an empty scope and to a county without tickets, whatever the query asks', async () => {
    expect(await countAll([])).toEqual(TABLES.map(() => 0));
    expect(await countAll([`cn/44/4401/440103/`])).toEqual(TABLES.map(() => 0));
    expect((await countAll(['cn/']))[0]).toBe(6);
    const siblings = scopeOf(sibling, 'ticket.read').prefixes;
    const seen = await house.work.read({ accountId: null, prefixes: siblings }, (tx) =>
      rows<{ id: string }>(tx, 'select id from ticket'),
    );
    expect(seen.map((row) => row.id)).toEqual([moved]);
  });

  it('leave no scope on a pooled connection', async () => {
    await countAll(['cn/']);
    const raw = (await house.hotline.nest.resolve((await import('typeorm')).DataSource)) as {
      query(text: string): Promise<{ n: number }[]>;
    };
    expect(await raw.query('select count(*)::integer as n from ticket')).toEqual([{ n: 0 }]);
  });
});

describe('notices and events', () => {
  it('tell the unit, until it has read them', async () => {
    const { items } = await house.get(ListNotices).run(county, null, 50);
    expect(items.map((one) => one.kind)).toContain('return-ruled');
    expect(items.every((one) => !one.read)).toBe(true);
    expect(items[0]?.title).toMatch(/：/);
    expect(await refusalOf(house.get(ReadNotices).run(sibling, items[0]?.id ?? ''))).toBe('not-found upTo');
    await house.get(ReadNotices).run(county, items[0]?.id ?? '');
    expect((await house.get(ListNotices).run(county, null, 50)).items.every((one) => one.read)).toBe(true);
    const page = await house.get(ListNotices).run(county, null, 2);
    const next = await house.get(ListNotices).run(county, page.nextCursor, 50);
    expect([...page.items, ...next.items].map((one) => one.id)).toEqual(items.map((one) => one.id));
  });

  it('tell the whole story in order', async () => {
    const events = await house.get(ShowTicketEvents).run(county, moved);
    expect(events.map((event) => event.kind).join()).toBe(
      'ticket-opened,hop-sent,hop-sent,hop-sent,return-requested,return-ruled,hop-sent',
    );
    expect(await refusalOf(house.get(ShowTicketEvents).run(hunan, moved))).toBe('not-found');
  });

  it('expect the next thing of the unit', async () => {
    const id = nanshan[0] ?? '';
    await house.get(SignHop).run(county, id, await house.version(id));
    const contact = { means: 'call' as const, reached: true, note: '已联系' };
    await house.get(LogWorkerContact).run(county, id, await house.version(id), contact);
    expect((await house.show(county, id)).turn?.expected).toBe('report');
    expect(await ids(county, { view: 'to-sign' })).not.toContain(id);
  });

  it('name what is due first when that is not the step of the turn', async () => {
    const id = nanshan[1] ?? '';
    const row = async () => (await house.get(ListTickets).run(nation, {})).items.find((one) => one.id === id);
    const before = await row();
    expect([before?.turn?.expected, before?.nextBeside]).toEqual(['sign', null]);
    const order = {
      text: '一小时内说明进展',
      within: { amount: 1, unit: 'working-hours' as const },
      mask: false,
    };
    await house.get(SuperviseTicket).run(city, id, await house.version(id), order);
    const after = await row();
    expect([after?.turn?.expected, after?.nextBeside]).toEqual(['sign', 'order']);
    expect(after?.nextDueAt?.getTime()).toBeLessThan(before?.nextDueAt?.getTime() ?? 0);
  });
});
