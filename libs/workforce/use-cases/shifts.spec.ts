import { type Actor } from '@hotline/organization';
import { unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { PlantedLine } from '../../../test/support/planted-line.js';
import { ReadPastedShifts } from './read-pasted-shifts.js';
import { RollUpCalls } from './roll-up-calls.js';
import { SetStaffing } from './set-staffing.js';
import { ShowAgentReport } from './show-agent-report.js';
import { ShowShiftWeek } from './show-shift-week.js';
import { ShowStaffing } from './show-staffing.js';
import { WriteShiftWeek } from './write-shift-week.js';

// The clock of the house stands on Tuesday, 10 March 2026, 09:00.
const MONDAY = '2026-03-09';
const UNIT = unitId('440300');
const SETTING = { targetPercent: 80, withinSeconds: 20, shrinkagePercent: 30, weeks: 3, leastAgents: 1 };

describe('the roster', () => {
  let house: CaseHouse;
  let leader: Actor;
  let anna: Actor;
  let bert: Actor;

  beforeAll(async () => {
    house = await CaseHouse.open();
    leader = await house.serving(['supervisor', '440300']);
    anna = await house.serving(['agent', '440300']);
    bert = await house.serving(['agent', '440305']);
  });
  afterAll(() => house.close());

  const shift = (person: Actor, day: string, from: string, to: string) => ({
    accountId: person.accountId,
    day,
    from,
    to,
  });
  const write = (basedOn: number, shifts: ReturnType<typeof shift>[], actor = leader) =>
    house.get(WriteShiftWeek).run(actor, { unitId: UNIT, monday: MONDAY, basedOn, shifts });

  it('is written a week at a time; who wrote meanwhile is not overwritten', async () => {
    const first = await write(0, [
      shift(anna, '2026-03-10', '22:00', '06:00'),
      shift(bert, '2026-03-11', '08:00', '16:00'),
    ]);
    expect(first).toMatchObject({ version: 1, changedBy: leader.displayName, editable: true });
    expect(first.shifts).toHaveLength(2);
    expect(await refusalOf(write(0, []))).toBe('stale-version');
    const kept = first.shifts.map(({ id }) => id).sort();
    const second = await write(1, [...first.shifts, shift(anna, '2026-03-12', '08:00', '12:00')]);
    expect(second.shifts.map(({ id }) => id)).toEqual(expect.arrayContaining(kept));
    expect(second.people.map(({ accountId }) => accountId)).toEqual(
      expect.arrayContaining([anna.accountId, bert.accountId]),
    );
  });

  it('leaves days that are over as they were', async () => {
    expect(await refusalOf(write(2, [shift(anna, '2026-03-09', '08:00', '16:00')]))).toBe(
      'invalid-input shifts.0.day',
    );
  });

  it('puts nobody on two shifts at once, on the roster of another unit neither', async () => {
    const other = house.get(WriteShiftWeek).run(await house.serving(['supervisor', '440305']), {
      unitId: unitId('440305'),
      monday: MONDAY,
      basedOn: 0,
      shifts: [shift(bert, '2026-03-11', '15:00', '20:00')],
    });
    expect(await refusalOf(other)).toBe('invalid-input shifts.0.from');
  });

  it('is for agents of the unit and below', async () => {
    const stranger = await house.serving(['agent', '430000']);
    expect(await refusalOf(write(2, [shift(stranger, '2026-03-10', '08:00', '16:00')]))).toBe(
      'unknown-account shifts.0.accountId',
    );
  });

  it('is read by agents and written by who leads them', async () => {
    expect((await house.get(ShowShiftWeek).run(anna, UNIT, MONDAY)).editable).toBe(false);
    expect(await refusalOf(write(2, [], anna))).toBe('forbidden');
    expect(await refusalOf(house.get(ShowShiftWeek).run(anna, UNIT, '2026-03-10'))).toBe(
      'invalid-input monday',
    );
    const far = await house.serving(['supervisor', '430000']);
    expect(await refusalOf(house.get(ShowShiftWeek).run(far, UNIT, MONDAY))).toBe('not-in-your-units');
  });

  it('is read from a spreadsheet without storing anything', async () => {
    const text = `姓名\t周一\t周二\n${anna.displayName}\t休\t8-16\n无此人\t8-16`;
    const pasted = await house.get(ReadPastedShifts).run(leader, UNIT, MONDAY, text);
    expect(pasted.shifts).toEqual([shift(anna, '2026-03-10', '08:00', '16:00')]);
    expect(pasted.faults).toEqual([{ row: 3, problem: 'no-such-person', text: '无此人' }]);
  });

  it('is what adherence is measured against', async () => {
    const line = await PlantedLine.at(house.owner, '440300', '深圳线路');
    house.clock.set('2026-03-12T13:00:00+08:00');
    await line.segment(anna.accountId, 'signed_in', '2026-03-12T08:10:00+08:00', '2026-03-12T12:00:00+08:00');
    await line.segment(
      anna.accountId,
      'paused',
      '2026-03-12T10:00:00+08:00',
      '2026-03-12T10:20:00+08:00',
      'meal',
    );
    await house.get(RollUpCalls).all(0);
    const { total } = await house.get(ShowAgentReport).lines(anna, null, { from: '2026-03-12', step: 'day' });
    expect(total.adherence).toEqual({ numerator: 210 * 60_000, denominator: 240 * 60_000, percent: 87.5 });
  });

  it('is held against what the last weeks ask for', async () => {
    const line = await PlantedLine.at(house.owner, '440300', '深圳二线');
    const days = ['2026-02-19', '2026-02-26', '2026-03-05'];
    for (const [n, day] of days.entries())
      for (let call = 0; call < 10 * (n + 1); call += 1)
        await line.visit({ at: `${day}T08:${String(call).padStart(2, '0')}:00+08:00`, talkUs: 180_000_000 });
    await house.get(RollUpCalls).all(0);
    const setting = await house.get(SetStaffing).run(leader, UNIT, 0, SETTING);
    expect(setting).toMatchObject({ version: 1, shrinkagePercent: 30 });
    expect(await refusalOf(house.get(SetStaffing).run(leader, UNIT, 0, SETTING))).toBe('stale-version');
    const { lines, sample, kind } = await house
      .get(ShowStaffing)
      .run(leader, { day: '2026-03-12', step: '60' });
    expect(kind).toBe('usual');
    // The Thursday of the Spring Festival week is a holiday and teaches nothing.
    expect(sample).toEqual(['2026-02-26', '2026-03-05']);
    expect(lines[8]).toMatchObject({
      offered: 25,
      handlingSeconds: 180,
      erlangs: 1.25,
      needed: 3,
      toRoster: 5,
      rostered: 1,
      present: 0.8,
    });
    expect(lines[20]).toMatchObject({ offered: 0, needed: 1, toRoster: 2, present: null });
    // Before its first call the line was not heard; those weeks are not weeks without calls.
    await house.get(SetStaffing).run(leader, UNIT, 1, { ...SETTING, weeks: 26 });
    const longer = await house.get(ShowStaffing).run(leader, { day: '2026-03-12', step: '60' });
    expect(longer.sample).toEqual(sample);
  });
});
