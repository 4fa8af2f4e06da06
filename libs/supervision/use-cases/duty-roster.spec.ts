import { type Actor, LOOKS_AN_HOUR, unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { ChangeDutyRoster, type RosterChange } from './change-duty-roster.js';
import { ListDutyPeople } from './list-duty-people.js';
import { ListDutyRoster } from './list-duty-roster.js';
import { RevealDutyPhone } from './reveal-duty-phone.js';
import { ShowDutyLeader } from './show-duty-leader.js';
import { ShowDutyWeek } from './show-duty-week.js';

const COUNTY = unitId('440305');
const MONDAY = '2026-03-09';
let house: CaseHouse;
let agent: Actor;
let administrator: Actor;
let leader: Actor;
let cityLeader: Actor;

const aLine = (actor: Actor, change: object = {}) => ({
  accountId: actor.accountId,
  phone: '13912340001',
  rank: 'first' as const,
  fromDay: '2026-01-01',
  toDay: null,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayKind: 'any' as const,
  fromTime: '00:00',
  toTime: '24:00',
  ...change,
});
const change = async (part: Partial<RosterChange>, unit = COUNTY) =>
  house.get(ChangeDutyRoster).run(administrator, unit, { remove: [], except: [], add: [], ...part });
const week = async (actor = administrator, from = MONDAY) => house.get(ShowDutyWeek).run(actor, COUNTY, from);
const lines = async () => (await house.get(ListDutyRoster).run(administrator, COUNTY)).lines;

beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-03-10T22:00:00+08:00');
  agent = await house.actor(['agent', 'cn']);
  administrator = await house.actor(['administrator', '440000']);
  leader = await house.serving(['supervisor', '440305']);
  cityLeader = await house.serving(['supervisor', '440300']);
}, 60_000);
afterAll(() => house.close());

describe('the roster of a week', () => {
  it('says for each empty day who would be told instead', async () => {
    expect((await week()).days.map(({ gaps }) => gaps.map((gap) => gap.instead?.name ?? null))).toEqual(
      Array.from({ length: 7 }, () => [null]),
    );
    await change({ add: [aLine(cityLeader)] }, unitId('440300'));
    expect((await week()).days[2]?.gaps).toMatchObject([
      { instead: { unit: { code: '440300' }, name: cityLeader.displayName } },
    ]);
  });

  it('gives one day of a line to somebody else, in one step, and the rest stays with its number', async () => {
    house.clock.set('2026-03-02T08:00:00+08:00');
    await change({ add: [aLine(leader)] });
    house.clock.set('2026-03-10T22:00:00+08:00');
    const [line] = await lines();
    const thursday = '2026-03-12';
    await change({
      except: [{ lineId: line?.id ?? '', day: thursday }],
      add: [aLine(cityLeader, { fromDay: thursday, toDay: thursday, phone: null })],
    });
    const { days } = await week();
    expect(days.map(({ watches }) => watches.map(({ name }) => name))).toEqual(
      days.map(({ day }) => [day === thursday ? cityLeader.displayName : leader.displayName]),
    );
    expect(days.flatMap(({ gaps }) => gaps)).toEqual([]);
    expect(days[3]?.watches).toMatchObject([{ once: true, phoneMasked: null }]);
    expect(days[4]?.watches).toMatchObject([{ once: false, phoneMasked: '139****0001' }]);
    expect([days[0]?.past, days[1]?.watches[0]?.onDuty]).toEqual([true, true]);
  });

  it('keeps the number of a line for the same person only', async () => {
    const phoneOf = (await lines()).find(({ name }) => name === leader.displayName)?.id ?? '';
    const add = [leader, cityLeader].map((actor) =>
      aLine(actor, { rank: 'second', phone: null, phoneOf, fromDay: '2026-04-01' }),
    );
    await change({ add });
    const later = (await lines()).filter(({ fromDay }) => fromDay === '2026-04-01');
    expect(later.map(({ name, phoneMasked }) => [name, phoneMasked])).toEqual([
      [leader.displayName, '139****0001'],
      [cityLeader.displayName, null],
    ]);
    await change({ remove: later.map(({ id }) => id) });
  });

  it('refuses what is not there, and changes nothing then', async () => {
    const before = await lines();
    const [line] = before;
    const day = '2020-01-01';
    expect(await refusalOf(change({ except: [{ lineId: line?.id ?? '', day }] }))).toBe(
      'invalid-input except.0.day',
    );
    const gone = [{ lineId: agent.accountId, day: MONDAY }];
    expect(await refusalOf(change({ except: gone, add: [aLine(leader)] }))).toBe('not-found except.0.lineId');
    expect(await lines()).toEqual(before);
    const both = [1, 2].map(() => refusalOf(change({ remove: [line?.id ?? ''] })));
    expect((await Promise.all(both)).sort()).toEqual(['allowed', 'not-found remove']);
    await change({ add: [aLine(leader)] });
  });

  it('is read by the unit and those above it, and looked for near to now', async () => {
    expect(await refusalOf(week(await house.actor(['handler', '440306'])))).toBe('not-in-your-units');
    expect(await refusalOf(week(administrator, '2040-01-01'))).toBe('invalid-input from');
    expect((await week(leader)).editable).toBe(false);
  });

  it('offers the people of the unit, then those of its superiors, to who may put them on', async () => {
    const people = await house.get(ListDutyPeople).run(administrator, COUNTY, leader.displayName);
    expect(people).toEqual([
      {
        accountId: leader.accountId,
        name: leader.displayName,
        unit: expect.objectContaining({ code: '440305' }),
      },
    ]);
    const all = await house.get(ListDutyPeople).run(administrator, COUNTY, '');
    expect(all.find((one) => one.accountId === cityLeader.accountId)?.unit.code).toBe('440300');
    expect(all.some((one) => one.unit.code.startsWith('51'))).toBe(false);
    const asked = async () => house.get(ListDutyPeople).run(leader, COUNTY, '');
    expect(await refusalOf(asked())).toBe('not-in-your-units');
  });
});

describe('the leader of this hour', () => {
  it('can be called: the number is shown for a reason, and the look is recorded', async () => {
    const shown = await house.get(RevealDutyPhone).run(agent, COUNTY, '工人在塔吊上');
    expect(shown).toMatchObject({ name: leader.displayName, phone: '13912340001' });
    expect(shown.shownUntil.getTime() - house.clock.now().getTime()).toBe(300_000);
    const { rows } = await house.owner.query(
      `select actor_id, reason, facts from audit where action = 'duty-phone-revealed'`,
    );
    expect(rows).toEqual([
      {
        actor_id: agent.accountId,
        reason: '工人在塔吊上',
        facts: { accountId: leader.accountId, askedFor: COUNTY },
      },
    ]);
    expect(await refusalOf(house.get(RevealDutyPhone).run(agent, unitId('510000'), '无人值班'))).toBe(
      'not-found',
    );
  });

  it('is not collected: thirty numbers an hour, also in a burst', async () => {
    const collector = await house.actor(['agent', 'cn']);
    const look = async () => refusalOf(house.get(RevealDutyPhone).run(collector, COUNTY, '工人在塔吊上'));
    const answers = await Promise.all(Array.from({ length: LOOKS_AN_HOUR + 2 }, look));
    expect(answers.filter((one) => one === 'allowed')).toHaveLength(LOOKS_AN_HOUR);
    expect(answers.filter((one) => one === 'too-many-requests')).toHaveLength(2);
    house.clock.advance(3_600_000 + 1);
    expect(await look()).toBe('allowed');
  });

  it('is the nearest staffed duty desk where no roster names anybody', async () => {
    const chengdu = unitId('510104');
    const told = async () => house.get(ShowDutyLeader).run(agent, chengdu);
    // In the evening no desk keeps its hours, in the morning its own does.
    expect(await told()).toMatchObject({ unit: { code: '510104' }, staffed: false, leader: null });
    house.clock.set('2026-03-11T10:00:00+08:00');
    expect(await told()).toMatchObject({ unit: { code: '510104' }, staffed: true, leader: null });
  });
});
