import { newId, Sealing, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, unitId } from '@hotline/organization';
import { NumbersToDial } from '@hotline/presence';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import {
  aCall,
  anEnded,
  plantCall,
  type PlantedSource,
  plantSource,
} from '../../../test/support/folded-calls.js';
import { CallJudging } from '../data/call-judging.js';
import { DialledForDuty } from './dialled-for-duty.js';
import { DutyDesk } from './duty-desk.js';
import { JudgeCalls } from './judge-calls.js';
import { ListMissedCalls } from './list-missed-calls.js';
import { ShowMissedFigures } from './missed-figures.js';
import { MissedSettingBook } from './missed-setting.js';
import { RevealMissedNumber } from './reveal-missed-number.js';

let house: CaseHouse;
let source: PlantedSource;
let agent: Actor;
let other: Actor;
let boss: Actor;
let serial = 0;
const GD = unitId('440000');

beforeAll(async () => {
  house = await CaseHouse.open();
  source = await plantSource(house.owner, GD, 'cn/44/');
  agent = await house.actor(['agent', '440000']);
  other = await house.actor(['agent', '440000']);
  boss = await house.actor(['supervisor', '440000']);
}, 60_000);
afterAll(() => house?.close());
beforeEach(async () => {
  house.clock.set('2026-03-10T09:00:00+08:00');
  for (const table of [
    'presence_dial',
    'missed_attempt',
    'missed_try',
    'missed_call',
    'missed_call_setting',
    'call_visit',
    'call',
    'unjudged_call',
  ])
    await house.owner.query(`delete from ${table}`);
});

const us = (): number => house.clock.now().getTime() * 1_000;
/** A call that has just ended so; `number` null: withheld. */
async function call(
  number: string | null,
  outcome: Parameters<typeof anEnded>[2] | 'left_ivr' | 'closed',
  seconds = 20,
) {
  const key = `1.${(serial += 1)}`;
  const sealing = house.get(Sealing);
  const who = number
    ? {
        hash: sealing.fingerprint(`phone:${number}`),
        masked: `${number.slice(0, 3)}****${number.slice(-4)}`,
        sealed: sealing.seal(number),
      }
    : { withheld: true };
  if (outcome === 'left_ivr' || outcome === 'closed')
    return plantCall(house.owner, source, aCall(key, us(), { asked: false, outcome }), [], who);
  const { call: one, visits } = anEnded(key, us(), outcome, seconds);
  return plantCall(house.owner, source, one, visits, who);
}
const judge = async (): Promise<void> => {
  while ((await house.get(JudgeCalls).run()) > 0);
};
const list = async (view: 'open' | 'closed' | 'mine' | 'overdue' = 'open', who = agent) =>
  (await house.get(ListMissedCalls).run(who, { view, reason: null, cursor: null, limit: 50 })).items;
const only = async (view: 'open' | 'closed' = 'open', who = agent) => {
  const [one, ...more] = await list(view, who);
  if (!one || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} duties`);
  return one;
};
const WORKER = '13812342046';

describe('missed calls', () => {
  it('make one duty for each number, however often and for whatever reason it tried', async () => {
    await call(WORKER, 'abandoned');
    await judge();
    house.clock.advance(60_000);
    await call(WORKER, 'limit', 45);
    house.clock.advance(60_000);
    await call(WORKER, 'left_ivr');
    await call('13900000001', 'full', 0);
    await call('13900000002', 'closed');
    await judge();
    expect((await list()).map(({ masked, tries, reason }) => [masked, tries, reason])).toEqual([
      ['138****2046', 3, 'left-ivr'],
      ['139****0001', 1, 'full'],
      ['139****0002', 1, 'out-of-hours'],
    ]);
  });

  it('are due four working hours after the first try, over lunch', async () => {
    await call(WORKER, 'abandoned');
    await judge();
    const duty = await only();
    expect(duty.firstAt).toEqual(new Date('2026-03-10T09:00:00+08:00'));
    expect(duty.dueAt.getTime()).toBeGreaterThan(Date.parse('2026-03-10T13:00:00+08:00'));
    const due = duty.dueAt;
    house.clock.advance(3_600_000);
    await call(WORKER, 'abandoned');
    await judge();
    expect((await only()).dueAt).toEqual(due);
  });

  it('of withheld numbers are counted and owe nothing', async () => {
    await call(null, 'abandoned');
    await judge();
    expect(await list()).toEqual([]);
    expect(await house.get(ListMissedCalls).counts(agent)).toMatchObject({ open: 0, withheldToday: 1 });
  });

  it('judged twice are one, and an abandon that becomes a limit only changes its reason', async () => {
    const id = await call(WORKER, 'abandoned');
    await judge();
    await house.owner.query(
      `update call_visit set outcome = 'limit', provisional = false where call_id = $1`,
      [id],
    );
    await judge();
    expect(await only()).toMatchObject({ tries: 1, reason: 'limit' });
    await house.owner.query('insert into unjudged_call (call_id) values ($1), ($1)', [id]);
    const { version } = await only();
    await judge();
    expect(await only()).toMatchObject({ tries: 1, version });
  });

  it('that a log later knows to be answered are none', async () => {
    const id = await call(WORKER, 'abandoned');
    await judge();
    await house.owner.query(`update call_visit set outcome = 'answered' where call_id = $1`, [id]);
    await house.owner.query(`update call set outcome = 'answered' where id = $1`, [id]);
    await judge();
    expect(await only('closed')).toMatchObject({ result: 'got-through', tries: 0, throughAt: null });
  });

  it.each([['as it happened'], ['told the other way round']])(
    'close when the number gets through: %s',
    async (order) => {
      const miss = async () => call(WORKER, 'abandoned');
      if (order === 'as it happened') {
        await miss();
        await judge();
        house.clock.advance(600_000);
        await call(WORKER, 'answered');
      } else {
        house.clock.advance(600_000);
        await call(WORKER, 'answered');
        await judge();
        house.clock.advance(-600_000);
        await miss();
        house.clock.advance(600_000);
      }
      await judge();
      expect(await list()).toEqual([]);
      expect(await only('closed')).toMatchObject({
        result: 'got-through',
        throughAt: new Date('2026-03-10T09:10:00+08:00'),
        closedBy: null,
        overdue: false,
      });
    },
  );

  it('stay open when the number got through before it tried again', async () => {
    await call(WORKER, 'answered');
    house.clock.advance(600_000);
    await call(WORKER, 'abandoned');
    await judge();
    expect(await only()).toMatchObject({ tries: 1 });
  });

  it('wait in the queue until whoever judges them has committed', async () => {
    await call(WORKER, 'abandoned');
    const judging = house.get(CallJudging);
    const dies = house.work.run(WHOLE_TREE, async (tx) => {
      expect((await judging.take(tx, 10)).calls).toHaveLength(1);
      throw new Error('killed');
    });
    await expect(dies).rejects.toThrow('killed');
    expect(await list()).toEqual([]);
    await judge();
    expect(await only()).toMatchObject({ tries: 1 });
  });

  it('of last month, read from a log today, make no duty', async () => {
    house.clock.set('2026-02-10T09:00:00+08:00');
    await call(WORKER, 'abandoned');
    house.clock.set('2026-03-10T09:00:00+08:00');
    await judge();
    expect(await list()).toEqual([]);
  });
});

describe('calling back', () => {
  const desk = () => house.get(DutyDesk);
  const missed = async () => {
    await call(WORKER, 'abandoned');
    await judge();
    return only();
  };

  it('is one person’s at a time', async () => {
    const duty = await missed();
    expect(duty.verbs).toEqual(['take', 'record']);
    await desk().take(agent, duty.id, duty.version);
    expect(await only('open', agent)).toMatchObject({ mine: true, verbs: ['release', 'record', 'reveal'] });
    const seen = await only('open', other);
    expect(seen).toMatchObject({ mine: false, takenBy: agent.displayName, verbs: [] });
    expect(await refusalOf(desk().take(other, seen.id, seen.version))).toBe('already-taken');
    expect(await refusalOf(desk().take(other, seen.id, duty.version))).toBe('stale-version');
    expect((await only('open', boss)).verbs).toEqual(['release']);
    await desk().release(boss, seen.id, seen.version);
    expect((await only()).takenBy).toBeNull();
  });

  it('ends when reached, or after three calls that reach nobody', async () => {
    const duty = await missed();
    await desk().record(agent, duty.id, duty.version, { outcome: 'not-reached', note: null });
    const again = await only();
    expect(again).toMatchObject({ attempts: 1, mine: true });
    await desk().record(agent, again.id, again.version, { outcome: 'not-reached', note: null });
    await desk().record(agent, again.id, again.version + 1, { outcome: 'not-reached', note: '三次无人接听' });
    expect(await only('closed')).toMatchObject({
      result: 'not-reached',
      attempts: 3,
      closedBy: agent.displayName,
    });
    const next = await missed();
    expect(next.id).not.toBe(duty.id);
    await desk().record(agent, next.id, next.version, { outcome: 'reached', note: null });
    expect(await list()).toEqual([]);
  });

  it('is not needed only for a reason, which names nobody’s number', async () => {
    const duty = await missed();
    const without = desk().record(agent, duty.id, duty.version, { outcome: 'not-needed', note: null });
    expect(await refusalOf(without)).toBe('reason-required note');
    const named = desk().record(agent, duty.id, duty.version, {
      outcome: 'not-needed',
      note: `本人另打 ${WORKER}`,
    });
    expect(await refusalOf(named)).toBe('personal-in-text note');
    await desk().record(agent, duty.id, duty.version, { outcome: 'not-needed', note: '推销电话' });
    expect(await only('closed')).toMatchObject({ result: 'not-needed', note: '推销电话' });
  });

  it('shows the number to who has taken it, and puts the look on record', async () => {
    const duty = await missed();
    const reveal = house.get(RevealMissedNumber);
    expect(await refusalOf(reveal.run(agent, duty.id, '回拨'))).toBe('wrong-state');
    await desk().take(agent, duty.id, duty.version);
    expect((await reveal.run(agent, duty.id, '话机不能直拨')).number).toBe(WORKER);
    expect(await refusalOf(reveal.run(other, duty.id, '好奇'))).toBe('wrong-state');
    const { rows } = await house.owner.query(
      `select actor_id, reason from audit where action = 'missed-number-revealed' and object_id = $1`,
      [duty.id],
    );
    expect(rows).toEqual([{ actor_id: agent.accountId, reason: '话机不能直拨' }]);
  });

  it('dials the number for who has taken it, and for nobody else', async () => {
    const duty = await missed();
    const dial = (who: Actor) =>
      house.work.run({ accountId: who.accountId, prefixes: ['cn/44/'] }, (tx) =>
        house.get(NumbersToDial).numberOf(tx, who, 'missed-call', duty.id),
      );
    expect(await refusalOf(dial(agent))).toBe('wrong-state');
    await desk().take(agent, duty.id, duty.version);
    expect(await dial(agent)).toBe(WORKER);
    expect(await refusalOf(dial(other))).toBe('wrong-state');
  });

  it('ties an attempt to the call it was dialled by, once, and shows nobody else’s', async () => {
    const duty = await missed();
    await desk().take(agent, duty.id, duty.version);
    const dialId = newId();
    await house.owner.query(
      `insert into presence_dial (id, account_id, source_id, call_key, subject, subject_id, at)
       values ($1::uuid, $2, $3, $1::text, 'missed-call', $4, $5)`,
      [dialId, agent.accountId, source.id, duty.id, house.clock.now()],
    );
    const callId = await call(WORKER, 'abandoned');
    await house.owner.query(
      `update call set call_key = $2, direction = 'out', outcome = 'not_answered', result = 'busy' where id = $1`,
      [callId, dialId],
    );
    const dialled = (who: Actor) => house.get(DialledForDuty).list(who, duty.id);
    expect(await dialled(agent)).toMatchObject([{ dialId, callId, result: 'busy', writtenDown: false }]);
    expect(await dialled(other)).toEqual([]);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { version } = await only();
      await desk().record(agent, duty.id, version, { outcome: 'not-reached', note: null });
      house.clock.advance(60_000);
    }
    const { rows } = await house.owner.query<{ call_id: string | null }>(
      'select call_id from missed_attempt where missed_id = $1 order by at',
      [duty.id],
    );
    expect(rows.map((row) => row.call_id)).toEqual([callId, null]);
    expect(await dialled(agent)).toMatchObject([{ writtenDown: true }]);
  });

  it('is nobody’s outside the unit', async () => {
    const duty = await missed();
    const stranger = await house.actor(['agent', '510000']);
    expect(await list('open', stranger)).toEqual([]);
    expect(await refusalOf(desk().take(stranger, duty.id, duty.version))).toBe('not-found');
  });

  it('too late is a flag and a figure', async () => {
    await missed();
    house.clock.set('2026-03-11T09:00:00+08:00');
    expect(await list('overdue')).toMatchObject([{ overdue: true }]);
    const asked = { unitId: GD, from: '2026-03-10', to: '2026-03-10' };
    const before = await house.get(ShowMissedFigures).run(boss, asked);
    expect(before.counts).toMatchObject({ numbers: 1, calls: 1, due: 1, inTime: 0, notCalledBack: 1 });
    expect(before.rate).toBe(0);
    const duty = await only();
    await desk().record(agent, duty.id, duty.version, { outcome: 'reached', note: null });
    const after = await house.get(ShowMissedFigures).run(boss, asked);
    expect(after.counts).toMatchObject({ reached: 1, notCalledBack: 0, inTime: 0 });
    expect(await only('closed')).toMatchObject({ overdue: true });
  });

  it('goes by the setting of the unit', async () => {
    const book = house.get(MissedSettingBook);
    const setting = { limitAmount: 30, limitUnit: 'minutes', attempts: 1 } as const;
    expect(await refusalOf(book.set(agent, GD, 0, setting))).toBe('not-in-your-units');
    await book.set(boss, GD, 0, setting);
    expect(await refusalOf(book.set(boss, GD, 0, setting))).toBe('stale-version');
    expect(await book.show(boss, GD)).toMatchObject({ ...setting, version: 1, editable: true });
    const duty = await missed();
    expect(duty.dueAt).toEqual(new Date('2026-03-10T09:30:00+08:00'));
    await desk().record(agent, duty.id, duty.version, { outcome: 'not-reached', note: null });
    expect(await only('closed')).toMatchObject({ result: 'not-reached' });
  });
});

it('lists page by page', async () => {
  for (let n = 0; n < 5; n += 1) await call(`1390000010${n}`, 'abandoned');
  await judge();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<ListMissedCalls['run']>> = await house
      .get(ListMissedCalls)
      .run(agent, { view: 'open', reason: null, cursor, limit: 2 });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(5);
});
