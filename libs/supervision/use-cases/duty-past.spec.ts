import { type Actor, unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { ChangeDutyRoster, type RosterChange } from './change-duty-roster.js';
import { ListDutyRoster } from './list-duty-roster.js';
import { ShowDutyLeader } from './show-duty-leader.js';
import { ShowDutyWeek } from './show-duty-week.js';

const COUNTY = unitId('440305');
// Written on Monday 2 March; looked at from Wednesday 11 March on.
const WRITTEN = '2026-03-02T08:00:00+08:00';
const NIGHT = { fromTime: '20:00', toTime: '08:00' };
let house: CaseHouse;
let admin: Actor;
let old: Actor;
let young: Actor;

const aLine = (actor: Actor, change: object = {}) => ({
  accountId: actor.accountId,
  phone: '13912340001' as string | null,
  rank: 'first' as const,
  fromDay: '2026-03-02',
  toDay: null as string | null,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayKind: 'any' as const,
  fromTime: '08:00',
  toTime: '20:00',
  ...change,
});
const change = async (part: Partial<RosterChange>) =>
  house.get(ChangeDutyRoster).run(admin, COUNTY, { remove: [], except: [], add: [], ...part });
const lines = async () => (await house.get(ListDutyRoster).run(admin, COUNTY)).lines;
const only = async () => (await lines())[0]?.id ?? '';
const leaderNow = async () => (await house.get(ShowDutyLeader).run(admin, COUNTY)).leader?.name ?? null;
const hour = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 13);
/** By day: who, from which hour to which. */
async function week(from: string): Promise<string[]> {
  const { days } = await house.get(ShowDutyWeek).run(admin, COUNTY, from);
  return days.map(({ watches }) =>
    watches.map((one) => `${one.name} ${hour(one.from)}-${hour(one.to)}`).join(', '),
  );
}
const everyDay = (text: string) => Array.from({ length: 7 }, () => text);
const LAST_WEEK = '2026-03-02';
const THIS_WEEK = '2026-03-09';

beforeAll(async () => {
  house = await CaseHouse.open();
  admin = await house.actor(['administrator', '440000']);
  old = await house.serving(['supervisor', '440305']);
  young = await house.serving(['supervisor', '440305']);
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  await house.owner.query('delete from duty_roster');
  house.clock.set(WRITTEN);
});

describe('a line that is taken off', () => {
  it('leaves the weeks behind as they were', async () => {
    await change({ add: [aLine(old)] });
    house.clock.set('2026-03-11T10:00:00+08:00');
    await change({ remove: [await only()] });
    expect(await week(LAST_WEEK)).toEqual(everyDay(`${old.displayName} 08-20`));
    const served = `${old.displayName} 08-20`;
    expect(await week(THIS_WEEK)).toEqual([served, served, '', '', '', '', '']);
    expect(await leaderNow()).toBeNull();
  });

  it('lets the watch that began yesterday run to its end', async () => {
    await change({ add: [aLine(old, NIGHT)] });
    house.clock.set('2026-03-11T01:00:00+08:00');
    await change({ remove: [await only()] });
    expect(await leaderNow()).toBe(old.displayName);
    house.clock.set('2026-03-11T07:59:00+08:00');
    expect(await leaderNow()).toBe(old.displayName);
    house.clock.set('2026-03-11T20:30:00+08:00');
    expect(await leaderNow()).toBeNull();
  });

  it('keeps the watch of today that is over', async () => {
    await change({ add: [aLine(old, { toTime: '12:00' })] });
    house.clock.set('2026-03-11T15:00:00+08:00');
    await change({ remove: [await only()] });
    expect((await week(THIS_WEEK)).filter(Boolean)).toHaveLength(3);
  });

  it('comes back with its number, and the past is there once', async () => {
    await change({ add: [aLine(old)] });
    house.clock.set('2026-03-11T10:00:00+08:00');
    const id = await only();
    await change({ remove: [id] });
    await change({ add: [aLine(old, { phone: null, phoneOf: id })] });
    for (const from of [LAST_WEEK, THIS_WEEK])
      expect(await week(from)).toEqual(everyDay(`${old.displayName} 08-20`));
    expect((await lines()).map(({ fromDay, phoneMasked }) => [fromDay, phoneMasked])).toEqual([
      ['2026-03-02', '139****0001'],
      ['2026-03-11', '139****0001'],
    ]);
  });
});

describe('a line that is changed', () => {
  it('says who was on duty last week, and when, as it was then', async () => {
    await change({ add: [aLine(old)] });
    house.clock.set('2026-03-11T07:00:00+08:00');
    await change({ remove: [await only()], add: [aLine(young, { fromTime: '09:00' })] });
    expect(await week(LAST_WEEK)).toEqual(everyDay(`${old.displayName} 08-20`));
    const [before, after] = [`${old.displayName} 08-20`, `${young.displayName} 09-20`];
    expect(await week(THIS_WEEK)).toEqual([before, before, after, after, after, after, after]);
  });

  it('by fifty people at once is changed by one, the others are told, and the past is there once', async () => {
    await change({ add: [aLine(old)] });
    house.clock.set('2026-03-11T07:00:00+08:00');
    const remove = [await only()];
    const by = Array.from({ length: 50 }, (_, n) =>
      refusalOf(change({ remove, add: n % 2 ? [aLine(young)] : [aLine(old, { toTime: '21:00' })] })),
    );
    const said = (await Promise.all(by)).sort();
    expect([said[0], new Set(said.slice(1))]).toEqual(['allowed', new Set(['not-found remove'])]);
    expect(await week(LAST_WEEK)).toEqual(everyDay(`${old.displayName} 08-20`));
    expect((await lines()).filter(({ toDay }) => toDay === null)).toHaveLength(1);
  });

  it('stays behind a line written after it, whatever is taken out of it', async () => {
    await change({ add: [aLine(old, NIGHT)] });
    house.clock.advance(60_000);
    await change({ add: [aLine(young, NIGHT)] });
    const first = await only();
    house.clock.set('2026-03-11T01:00:00+08:00');
    await change({ except: [{ lineId: first, day: '2026-03-15' }] });
    expect(await leaderNow()).toBe(young.displayName);
    const ahead = (await lines()).filter(({ accountId }) => accountId === old.accountId);
    await change({ remove: ahead.map(({ id }) => id) });
    expect(await leaderNow()).toBe(young.displayName);
  });

  it('as often a day as there is need, up to a page of lines that are still to come', async () => {
    const full = Array.from({ length: 200 }, () => aLine(old, { phone: null }));
    await change({ add: full });
    house.clock.set('2026-03-11T07:00:00+08:00');
    for (let round = 0; round < 2; round += 1) {
      const ahead = (await lines()).filter(({ toDay }) => toDay === null).map(({ id }) => id);
      await change({ remove: ahead, add: full });
    }
    expect(await refusalOf(change({ add: [aLine(old)] }))).toBe('invalid-input add');
  }, 60_000);
});

describe('what is over', () => {
  it('is neither taken out, nor taken off, nor written', async () => {
    await change({ add: [aLine(old), aLine(young, { toDay: '2026-03-10', rank: 'second' })] });
    house.clock.set('2026-03-11T10:00:00+08:00');
    const [open, ended] = (await lines()).map(({ id }) => id);
    const before = [await week(LAST_WEEK), await week(THIS_WEEK)];
    const tries = [
      { except: [{ lineId: open ?? '', day: '2026-03-10' }] },
      { remove: [ended ?? ''] },
      { add: [aLine(young, { fromDay: '2026-03-04', toDay: '2026-03-04' })] },
    ];
    const said = await Promise.all(tries.map((one) => refusalOf(change(one))));
    expect(said).toEqual(['invalid-input except.0.day', 'invalid-input remove', 'invalid-input add.0.toDay']);
    expect([await week(LAST_WEEK), await week(THIS_WEEK)]).toEqual(before);
    await change({ add: [aLine(young, { rank: 'second' })] });
    expect(await week(LAST_WEEK)).toEqual(before[0]);
  });

  it('stays readable of somebody who has left, and nobody who has left is told', async () => {
    await change({ add: [aLine(old)] });
    house.clock.set('2026-03-11T10:00:00+08:00');
    await house.owner.query('update account set active = false where id = $1', [old.accountId]);
    expect(await week(LAST_WEEK)).toEqual(everyDay(`${old.displayName} 08-20`));
    const served = `${old.displayName} 08-20`;
    expect(await week(THIS_WEEK)).toEqual([served, served, '', '', '', '', '']);
    expect([await leaderNow(), await lines()]).toEqual([null, []]);
  });
});
