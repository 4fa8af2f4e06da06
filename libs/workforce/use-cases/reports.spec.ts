import type { Actor } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { PlantedLine } from '../../../test/support/planted-line.js';
import { ListReportedCalls } from './list-reported-calls.js';
import { RollUpCalls } from './roll-up-calls.js';
import { ShowAgentReport } from './show-agent-report.js';
import { ShowQueueReport } from './show-queue-report.js';

const S = 1_000_000;
const at = (time: string): string => `2026-03-10T${time}+08:00`;

describe('reports of calls', () => {
  let house: CaseHouse;
  let leader: Actor;
  let other: Actor;
  let agent: Actor;
  let shenzhen: PlantedLine;
  let guangzhou: PlantedLine;

  beforeAll(async () => {
    house = await CaseHouse.open();
    leader = await house.actor(['supervisor', '440000']);
    other = await house.actor(['supervisor', '430000']);
    agent = await house.actor(['agent', '440300']);
    shenzhen = await PlantedLine.at(house.owner, '440300', '深圳线路');
    guangzhou = await PlantedLine.at(house.owner, '440100', '广州线路');
    const accountId = agent.accountId;
    const answered = await shenzhen.visit({ at: at('08:00:00'), waitUs: 15 * S, holdUs: 20 * S, accountId });
    await shenzhen.ring(answered, accountId, at('08:00:05'));
    await shenzhen.visit({ at: at('08:14:59.999'), waitUs: 15 * S + 1 });
    await shenzhen.visit({ at: at('08:15:00'), outcome: 'abandoned', waitUs: 5 * S - 1, talkUs: null });
    await shenzhen.visit({ at: at('08:29:00'), outcome: 'full', entered: false, waitUs: null, talkUs: null });
    await guangzhou.visit({ at: at('08:31:00'), waitUs: 2 * S });
    await shenzhen.call(at('08:05:00'), 'left_ivr');
    await shenzhen.segment(accountId, 'signed_in', at('08:00:00'), null);
    await shenzhen.segment(accountId, 'talking', at('08:00:20'), at('08:02:20'));
    await shenzhen.gap(at('08:20:00'), at('08:20:30'));
    await house.get(RollUpCalls).all(0);
  });
  afterAll(() => house.close());

  const queues = (actor: Actor, question = {}) =>
    house.get(ShowQueueReport).run(actor, { from: '2026-03-10', step: '15', ...question });

  it('count a call where it joined, with both halves of each rate', async () => {
    const { lines, total, queues: own, asOf } = await queues(leader);
    const line = (time: string) => lines.find((one) => one.at.getTime() === Date.parse(at(time)))?.figures;
    expect(line('08:00:00')).toMatchObject({ asked: 2, answered: 2, arrived: 3, leftIvr: 1, rejected: 1 });
    expect(line('08:15:00')).toMatchObject({ asked: 2, abandoned: 1, shortAbandoned: 1, refusedFull: 1 });
    expect(line('08:30:00')).toMatchObject({ asked: 1, answered: 1 });
    expect(total.connectionRate).toEqual({ numerator: 3, denominator: 5, percent: 60 });
    expect(total.serviceLevel).toEqual({ numerator: 2, denominator: 5, percent: 40 });
    expect(total.abandonment).toEqual({ numerator: 0, denominator: 3, percent: 0 });
    expect(total.handling).toEqual({ totalMs: 360_000, count: 3, meanMs: 120_000 });
    expect(total.hold).toEqual({ totalMs: 20_000, count: 1, meanMs: 20_000 });
    expect(own.map(({ sourceName, queue }) => `${sourceName} ${queue}`).sort()).toEqual([
      '广州线路 400',
      '深圳线路 ',
      '深圳线路 400',
    ]);
    expect(asOf).toEqual(house.clock.now());
  });

  it('add up over steps, days and months', async () => {
    const whole = (await queues(leader)).total;
    for (const step of ['30', '60', 'day', 'month'] as const)
      expect((await queues(leader, { step })).total).toEqual(whole);
  });

  it('mark what nobody heard, until a log has filled it', async () => {
    const { lines, gaps } = await queues(leader, { sourceId: shenzhen.sourceId });
    expect(gaps).toHaveLength(1);
    expect(lines.filter(({ unseenSeconds }) => unseenSeconds > 0)).toMatchObject([
      { at: new Date(at('08:15:00')), unseenSeconds: 30 },
    ]);
    const elsewhere = await queues(leader, { sourceId: guangzhou.sourceId });
    expect(elsewhere.lines.every(({ unseenSeconds }) => unseenSeconds === 0)).toBe(true);
  });

  it('are of the reader’s subtree alone', async () => {
    expect((await queues(other)).total.asked).toBe(0);
    const { unit } = await queues(leader);
    expect(await refusalOf((async () => queues(other, { unitId: unit.id }))())).toBe('not-found unitId');
  });

  it('show an agent what he did, with his time and what he refused', async () => {
    const { items } = await house
      .get(ShowAgentReport)
      .people(leader, { from: '2026-03-10', after: null, limit: 50 });
    expect(items).toMatchObject([
      { accountId: agent.accountId, figures: { offered: 2, answered: 1, rejected: 1 } },
    ]);
    const { figures } = items[0] as (typeof items)[number];
    expect(figures.signedMs).toBe(3_600_000);
    expect(figures.occupancy).toMatchObject({ numerator: 120_000, denominator: 3_600_000 });
    const mine = await house
      .get(ShowAgentReport)
      .people(agent, { from: '2026-03-10', after: null, limit: 50 });
    expect(mine.items).toEqual(items);
    const lines = await house.get(ShowAgentReport).lines(agent, null, { from: '2026-03-10', step: '60' });
    expect(lines.total).toEqual(figures);
  });

  it('keep an agent from the reports of others', async () => {
    const colleague = await house.actor(['agent', '440300']);
    expect(
      (await house.get(ShowAgentReport).people(colleague, { from: '2026-03-10', after: null, limit: 9 }))
        .items,
    ).toEqual([]);
    const another = async () => house.get(ShowAgentReport).lines(colleague, agent.accountId, {});
    expect(await refusalOf(another())).toBe('forbidden');
  });

  it('open the rows behind each number, newest first, page by page', async () => {
    const ask = { since: new Date(at('00:00:00')), until: new Date(at('09:00:00')), after: null, limit: 50 };
    const rows = house.get(ListReportedCalls);
    const count = async (
      result: 'answered' | 'short-abandoned' | 'refused-full' | 'left-ivr' | 'rejected' | 'all',
    ) => (await rows.run(leader, { ...ask, result })).items.length;
    expect(await count('answered')).toBe(3);
    expect(await count('short-abandoned')).toBe(1);
    expect(await count('refused-full')).toBe(1);
    expect(await count('left-ivr')).toBe(1);
    expect(await count('rejected')).toBe(1);
    const first = await rows.run(leader, { ...ask, result: 'all', limit: 2 });
    const second = await rows.run(leader, { ...ask, result: 'all', limit: 2, after: first.next });
    const third = await rows.run(leader, { ...ask, result: 'all', limit: 2, after: second.next });
    const all = [first, second, third].flatMap(({ items }) => items);
    expect(all.map(({ at: moment }) => moment.getTime())).toEqual(
      [...all].map(({ at: moment }) => moment.getTime()).sort((a, b) => b - a),
    );
    expect([new Set(all.map(({ id }) => id)).size, third.next]).toEqual([5, null]);
    expect(all[0]?.masked).toBe('138****0000');
    const own = await rows.run(agent, { ...ask, result: 'all' });
    expect(own.items.map(({ agentName }) => agentName)).toEqual([agent.displayName]);
  });

  it('follow a log that is read late', async () => {
    const late = await shenzhen.visit({ at: at('08:16:00'), outcome: 'lost', waitUs: null, talkUs: null });
    await house.get(RollUpCalls).all(0);
    expect((await queues(leader)).total).toMatchObject({ asked: 6, answered: 3, unknown: 1 });
    await house.owner.query(
      `update call_visit set outcome = 'answered', wait_us = 3000000, talk_us = 60000000 where id = $1`,
      [late],
    );
    await house.get(RollUpCalls).all(0);
    expect((await queues(leader)).total).toMatchObject({ asked: 6, answered: 4, unknown: 0 });
  });
});
