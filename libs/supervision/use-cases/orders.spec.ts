import { unitId } from '@hotline/organization';
import type { Actor } from '@hotline/organization';
import { SignHop } from '@hotline/handling';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { AnswerOrder } from './answer-order.js';
import { EndOrder } from './end-order.js';
import { ListOrders } from './list-orders.js';
import { RaiseTicket } from './raise-ticket.js';
import { ShowSupervision } from './show-supervision.js';
import { SuperviseTicket } from './supervise-ticket.js';
import { TakeOverLadder } from './take-over-ladder.js';
import { UrgeTicket } from './urge-ticket.js';

let house: CaseHouse;
let county: Actor;
let city: Actor;
let province: Actor;
let sibling: Actor;
let agent: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-03-10T09:00:00+08:00');
  county = await house.actor(['handler', '440305']);
  sibling = await house.actor(['supervisor', '440306']);
  city = await house.actor(['supervisor', '440300']);
  province = await house.actor(['supervisor', '440000']);
  agent = await house.actor(['agent', 'cn']);
}, 60_000);
afterAll(() => house.close());

const within = { amount: 1, unit: 'working-days' } as const;
const urge = async (id: string, actor: Actor, text = '请抓紧联系职工', mask = false) =>
  house.get(UrgeTicket).run(actor, id, await house.version(id), { text, mask });
const supervise = async (id: string, actor: Actor) =>
  house
    .get(SuperviseTicket)
    .run(actor, id, await house.version(id), { text: '限期答复', within, mask: false });
const raise = async (id: string, actor: Actor) =>
  house.get(RaiseTicket).run(actor, id, await house.version(id), { reason: '多次催办无果', mask: false });
const answer = async (id: string, actor: Actor, orderId: string) =>
  house
    .get(AnswerOrder)
    .run(actor, id, await house.version(id), { orderId, answer: '今日办结', mask: false });
const end = async (id: string, actor: Actor, orderId: string) =>
  house.get(EndOrder).run(actor, id, await house.version(id), { orderId, reason: '答复属实', mask: false });
const orders = async (id: string, actor: Actor) => (await house.get(ShowSupervision).run(actor, id)).orders;
const notices = async (id: string): Promise<string[]> =>
  (
    await house.owner.query<{ said: string }>(
      `select n.kind || ' ' || u.code as said from notice n join unit u on u.id = n.unit_id
       where n.ticket_id = $1 and n.kind <> 'hop-arrived' order by n.id`,
      [id],
    )
  ).rows.map((row) => row.said);

describe('催办', () => {
  it('is said by a superior or by who took the call, never by a neighbour or the unit itself', async () => {
    const id = await house.arrived();
    expect(await refusalOf(urge(id, county))).toBe('not-your-turn');
    expect(await refusalOf(urge(id, sibling))).toBe('not-found');
    await urge(id, city);
    await urge(id, agent);
    const before = await house.check(id);
    expect([before.state, before.turn?.expected]).toEqual(['dispatched', 'sign']);
    expect((await orders(id, county)).map(({ kind, source, by }) => [kind, source, by])).toEqual([
      ['urge', 'worker', agent.displayName],
      ['urge', 'person', city.displayName],
    ]);
    expect(await notices(id)).toEqual(['urged 440305', 'urged 440305']);
  });

  it('carries no number of a person, but starred', async () => {
    const id = await house.arrived();
    expect(await refusalOf(urge(id, city, '请回电13812342046'))).toBe('personal-in-text text');
    await urge(id, city, '请回电13812342046', true);
    expect((await orders(id, city))[0]?.text).toBe('请回电138****2046');
  });

  it('leaves an unclear ticket with its reason', async () => {
    const desk = await house.actor(['agent', '440305']);
    const id = await house.openTicket({ places: {}, employer: undefined }, desk);
    await house.settle();
    const before = await house.check(id);
    expect(before.state).toBe('unclear');
    await urge(id, city);
    expect((await house.check(id)).queueReason).toBe(before.queueReason);
  });
});

describe('督办', () => {
  it('waits for the answer of the unit within its time, and ends by the giver', async () => {
    const id = await house.arrived();
    await supervise(id, city);
    const ordered = await house.check(id);
    const clock = ordered.openClocks.find(({ kind }) => kind === 'order');
    expect([clock?.unitId, clock?.dueAt]).toEqual([unitId('440305'), new Date('2026-03-11T17:30:00+08:00')]);
    expect((await house.show(county, id)).supervised).toBe(true);
    const [order] = await orders(id, county);
    expect(order).toMatchObject({ kind: 'supervise', state: 'open', mayAnswer: true, mayEnd: false });
    const orderId = order?.id ?? '';
    expect(await refusalOf(answer(id, sibling, orderId))).toBe('not-found');
    expect(await refusalOf(answer(id, province, orderId))).toBe('not-your-turn');
    await answer(id, county, orderId);
    const answered = await house.check(id);
    expect(answered.openClocks.some(({ kind }) => kind === 'order')).toBe(false);
    expect(await refusalOf(answer(id, county, orderId))).toBe('already-answered orderId');
    expect(await refusalOf(end(id, province, orderId))).toBe('not-your-turn');
    await end(id, city, orderId);
    await house.check(id);
    expect(await refusalOf(end(id, city, orderId))).toBe('already-answered orderId');
    expect(await notices(id)).toEqual(['supervised 440305', 'order-answered 440300', 'order-ended 440305']);
    expect((await house.show(county, id)).supervised).toBe(false);
  });

  it('lets one of fifty answer', async () => {
    const id = await house.arrived();
    await supervise(id, city);
    const orderId = (await orders(id, county))[0]?.id ?? '';
    const version = await house.version(id);
    const tries = Array.from({ length: 50 }, () =>
      refusalOf(house.get(AnswerOrder).run(county, id, version, { orderId, answer: '已办', mask: false })),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((one) => one === 'allowed')).toHaveLength(1);
    expect(answers.filter((one) => one === 'stale-version')).toHaveLength(49);
    await house.check(id);
  });

  it('is listed for who gave it, who owes it, and everybody above', async () => {
    const id = await house.arrived();
    await supervise(id, city);
    const found = async (actor: Actor, side: 'given' | 'received' | 'below', state?: 'open' | 'overdue') =>
      (await house.get(ListOrders).run(actor, { side, ...(state ? { state } : {}), limit: 100 })).items.some(
        ({ ticket }) => ticket.id === id,
      );
    expect(await found(city, 'given', 'open')).toBe(true);
    expect(await found(county, 'received', 'open')).toBe(true);
    expect(await found(province, 'below')).toBe(true);
    expect(await found(province, 'given')).toBe(false);
    expect(await found(sibling, 'below')).toBe(false);
    expect(await found(city, 'given', 'overdue')).toBe(false);
    const row = async (actor: Actor, side: 'given' | 'received', code?: string) => {
      const unit = code === undefined ? {} : { unitId: unitId(code) };
      const { items } = await house.get(ListOrders).run(actor, { side, ...unit, limit: 100 });
      return items.find(({ ticket }) => ticket.id === id);
    };
    expect(await row(county, 'received')).toMatchObject({
      card: 'none',
      remaining: { overdue: false, workingDays: 1 },
      mayAnswer: true,
      mayEnd: false,
    });
    expect(await row(city, 'given')).toMatchObject({ mayAnswer: false, mayEnd: true });
    expect(await row(city, 'given', '440300')).toBeDefined();
    expect(await row(city, 'given', '440306')).toBeUndefined();
    const first = await house.get(ListOrders).run(city, { side: 'given', limit: 1 });
    const second = await house
      .get(ListOrders)
      .run(city, { side: 'given', limit: 1, cursor: first.nextCursor ?? '' });
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });
});

describe('提级', () => {
  it('takes custody one level up, settles the orders, and the superior must handle', async () => {
    const id = await house.arrived();
    await supervise(id, province);
    const before = await house.check(id);
    expect(await refusalOf(raise(id, county))).toBe('not-your-turn');
    await raise(id, province);
    const raised = await house.check(id);
    expect([raised.state, raised.turn?.unit.id, raised.turn?.expected]).toEqual([
      'dispatched',
      unitId('440300'),
      'sign',
    ]);
    expect(raised.openClocks.map(({ kind }) => kind).sort()).toEqual([
      'contact',
      'handle',
      'promise',
      'sign',
    ]);
    expect(raised.dueAt).toEqual(before.dueAt);
    expect((await orders(id, county)).map(({ kind, state }) => [kind, state])).toEqual([
      ['raise', 'ended'],
      ['supervise', 'ended'],
    ]);
    const handler = await house.actor(['handler', '440300']);
    await house.get(SignHop).run(handler, id, await house.version(id));
    expect((await house.check(id)).state).toBe('handling');
    expect((await house.show(county, id)).path.map(({ code }) => code)).toEqual(['440000', 'cn']);
  });

  it('of a superior that never had it owes no report to a unit below', async () => {
    const desk = await house.actor(['agent', '440305']);
    const id = await house.arrived({}, desk);
    await raise(id, city);
    const facts = await house.check(id);
    expect(facts.accountable.id).toBe(unitId('440300'));
    expect((await house.show(city, id)).path).toEqual([]);
  });
});

describe('a person takes over from the ladder', () => {
  it('once a stage, for a reason', async () => {
    const id = await house.arrived();
    const takeOver = async (actor: Actor) =>
      house.get(TakeOverLadder).run(actor, id, await house.version(id), { reason: '专人盯办', mask: false });
    expect(await refusalOf(takeOver(county))).toBe('not-your-turn');
    await takeOver(city);
    expect(await refusalOf(takeOver(city))).toBe('wrong-state');
    await house.check(id);
    const { ladder } = await house.get(ShowSupervision).run(city, id);
    expect(ladder[0]?.takenOver).toMatchObject({ by: city.displayName, text: '专人盯办' });
  });
});
