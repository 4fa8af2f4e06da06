import { type INestApplication } from '@nestjs/common';
import { Sealing, WHOLE_TREE } from '@hotline/kernel';

import { type JoinedUnitOfWork } from '@hotline/platform';
import { RollUpCalls } from '@hotline/workforce';
import { FoldCalls } from '../../../../../libs/metrics/use-cases/fold-calls.js';
import { CaseHouse } from '../../../../../test/support/case-house.js';
import { startHotline } from '../../../../../test/support/hotline.js';
import { TestClock } from '../../../../../test/support/test-database.js';
import { HandClock } from '../hand-clock.js';
import { DemoHistory } from '../history.js';
import { UNISSUED_HEADS } from '../phones.js';
import { putOnRecord } from '../practice-record.js';
import { PastCalls } from './past-calls.js';

const NOW = '2026-03-18T15:20:00+08:00';
const DAYS = 9;
let house: CaseHouse;
let past: PastCalls;

const log = { info: () => undefined, warn: () => undefined };
const ask = async <Row extends object>(sql: string): Promise<Row[]> =>
  (await house.owner.query<Row>(sql)).rows;
const numberOf = async (sql: string): Promise<number> => Number((await ask<{ n: string }>(sql))[0]?.n);
const count = (what: string): Promise<number> => numberOf(`select count(*) as n from ${what}`);

beforeAll(async () => {
  const clock = new TestClock(new Date(NOW));
  const hand = new HandClock(clock);
  const hotline = await startHotline({ workers: false, clock: hand, joined: true });
  house = await CaseHouse.around(hotline, clock);
  const nest: INestApplication = hotline.nest;
  const work = house.work as JoinedUnitOfWork;
  past = new PastCalls(work, hand, nest.get.bind(nest), log);
}, 120_000);
afterAll(() => house.close());

describe('the past of the practice line', () => {
  it('is none without the line', async () => {
    expect(await past.plant(DAYS)).toBe(0);
    expect(await count('call')).toBe(0);
  });

  it('is planted day by day, goes on where it was cut short, and only once', async () => {
    await house.work.run(WHOLE_TREE, (tx) => putOnRecord(tx, {}, Buffer.from('x')));
    await DemoHistory.from(house.hotline.nest, log as never).plant(3);
    expect(await past.plant(2)).toBe(2);
    expect(await past.plant(DAYS)).toBe(DAYS - 2);
    const calls = await count('call');
    expect(await past.plant(DAYS)).toBe(0);
    expect(await count('call')).toBe(calls);
    expect(calls).toBeGreaterThan(500);
    for (let taken = 1; taken > 0;) taken = await house.get(FoldCalls).run();
    await house.get(RollUpCalls).all(0);
  }, 240_000);

  it.each([
    ['no call', `call where outcome = 'open'`],
    ['no stay in a queue', `call_visit where outcome = 'open'`],
    ['nobody at the line', 'presence_segment where to_at is null'],
    ['no agent of the switchboard', 'agent_segment where to_at is null'],
    ['nothing of the time to come', `call where arrived_at > '${NOW}' or ended_at > '${NOW}'`],
    ['no segment of the time to come', `presence_segment where to_at > '${NOW}'`],
    ['no call-back of the time to come', `missed_attempt where at > '${NOW}'`],
    ['no living feed', 'telephony_feed'],
  ])('leaves %s', async (_, what) => {
    expect(await count(what)).toBe(0);
  });

  it('has believable rates: about nine in ten answered, most of them soon', async () => {
    const asked = await count(`call c where asked`);
    const answered = await count(
      `call c where exists (select 1 from call_visit v where v.call_id = c.id and v.outcome = 'answered')`,
    );
    const soon = await count(
      `call c where exists (select 1 from call_visit v where v.call_id = c.id and v.outcome = 'answered' and v.wait_us <= 15000000)`,
    );
    expect(answered / asked).toBeGreaterThan(0.87);
    expect(answered / asked).toBeLessThan(0.97);
    expect(soon / asked).toBeGreaterThan(0.68);
    expect(soon / asked).toBeLessThan(0.92);
  });

  it('says the same on the board, in the reports and in the rows', async () => {
    const visits = (what: string): Promise<number> => count(`call_visit where ${what}`);
    const sum = (what: string): Promise<number> =>
      numberOf(`select sum(${what}) as n from queue_interval where grain = 'day'`);
    expect(await sum('answered')).toBe(await visits(`outcome = 'answered'`));
    expect(await sum('abandoned')).toBe(await visits(`outcome = 'abandoned'`));
    expect(await sum('entered')).toBe(await visits('entered'));
    const facts =
      await numberOf(`select sum(denominator) as n from metric_daily d join unit u on u.id = d.unit_id
      where d.metric = 'connection' and u.code = 'cn'`);
    expect(facts).toBeGreaterThan(0);
  });

  it('tells of each person one stretch after the other, from signing in to signing out', async () => {
    const broken = `(select from_at, lag(to_at) over w as before, shift_at, lag(shift_at) over w as shift
      from presence_segment window w as (partition by account_id order by seq)) s
      where from_at < before or (from_at > before and shift_at = shift)`;
    expect(await count(broken)).toBe(0);
    const kinds = await ask<{ shown: string }>('select distinct shown from presence_segment order by 1');
    expect(kinds.map(({ shown }) => shown)).toEqual(
      expect.arrayContaining(['break', 'hold', 'idle', 'ringing', 'talking', 'wrap-up']),
    );
  });

  it('writes each call up, and counts the time with it', async () => {
    expect(
      await numberOf(`select sum(wrapped) as n from queue_interval where grain = 'day'`),
    ).toBeGreaterThan(0.9 * (await count(`call_visit where outcome = 'answered'`)));
  });

  it('keeps the roster, but not to the minute', async () => {
    const [sums] = await ask<{ rostered: string; adhered: string }>(
      `select sum(rostered_us) as rostered, sum(adhered_us) as adhered from agent_interval where grain = 'day' and at < '${NOW}'`,
    );
    const share = Number(sums?.adhered) / Number(sums?.rostered);
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(0.98);
    expect(await count(`shift where from_at > '${NOW}'`)).toBeGreaterThan(20);
  });

  it('has one bad afternoon, with the line unheard for a while', async () => {
    const gaps = await ask<{ minutes: string; restarted: boolean }>(
      'select round(extract(epoch from to_at - from_at) / 60) as minutes, restarted from feed_gap',
    );
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.restarted).toBe(true);
    expect(Number(gaps[0]?.minutes)).toBeGreaterThanOrEqual(22);
  });

  it('has called most of them back, and owes some still', async () => {
    const results = await ask<{ result: string | null }>('select distinct result from missed_call');
    expect(results.map(({ result }) => result)).toEqual(
      expect.arrayContaining(['reached', 'got-through', 'not-needed', null]),
    );
    const [open, all] = [await count('missed_call where closed_at is null'), await count('missed_call')];
    expect(open).toBeGreaterThan(0);
    expect(open / all).toBeLessThan(0.3);
  });

  it('ties contacts to the calls they came from', async () => {
    const tied = 'contact c join call k on k.contact_id = c.id join call_visit v on v.call_id = k.id';
    expect(await count(tied)).toBeGreaterThan(0);
    expect(
      await count(
        `${tied} where v.account_id <> c.agent_id or abs(extract(epoch from v.answered_at - c.answered_at)) > 3`,
      ),
    ).toBe(0);
  });

  it('knows only numbers that are nobody’s', async () => {
    const sealed = await ask<{ sealed: Buffer }>(
      'select distinct caller_sealed as sealed from call where caller_sealed is not null',
    );
    const sealing = house.get(Sealing);
    const heads = new Set(sealed.map((one) => sealing.open(one.sealed).replace(/^\+86/, '').slice(0, 4)));
    expect([...heads].filter((head) => !UNISSUED_HEADS.includes(head))).toEqual([]);
  });
});
