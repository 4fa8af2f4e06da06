import {
  AssignCalendar,
  type CalendarPlan,
  ChangeCalendarDraft,
  DraftCalendar,
  PublishCalendar,
  ShowCalendar,
} from '@hotline/calendar';
import { type Actor, unitId } from '@hotline/organization';
import { ListDuties } from '@hotline/ticket';
import { CaseHouse } from '../../../test/support/case-house.js';
import { HandledCase } from '../../../test/support/handled-case.js';

let house: CaseHouse;
let desk: HandledCase;
let root: Actor;

// Tuesday 10 March 2026: 南山 is off on the 12th and 19th, 深圳 on the 18th; the nation on none of them.
const OFF = { nanshan: ['2026-03-12', '2026-03-19'], shenzhen: ['2026-03-18'] } as const;

async function calendar(id: keyof typeof OFF, code: string): Promise<void> {
  await house.get(DraftCalendar).run(root, { id, unitId: unitId(code), baseId: 'national' });
  const { plan, version } = (await house.get(ShowCalendar).run(root, id)).draft!;
  const days = OFF[id].map((date) => ({ date, kind: 'off' as const, name: '本地休假' }));
  const changed: CalendarPlan = { ...plan, overrides: [...plan.overrides, ...days] };
  await house.get(ChangeCalendarDraft).run(root, id, version, changed);
  await house.get(PublishCalendar).run(root, id, version + 1, '本地安排');
}

async function assign(code: string, calendarId: string): Promise<void> {
  const { rows } = await house.owner.query<{ version: number }>('select version from unit where id = $1', [
    unitId(code),
  ]);
  const order = { calendarId, subtree: false };
  await house.get(AssignCalendar).run(root, unitId(code), rows[0]?.version ?? 0, order);
}

const closing = (day: string) => new Date(`${day}T17:30:00+08:00`).toISOString();
const calendarsOf = async (id: string) => {
  const { openClocks } = await house.facts(id);
  return Object.fromEntries(openClocks.map(({ kind, calendarId }) => [kind, calendarId]));
};

beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-03-10T09:00:00+08:00');
  root = await house.actor(['administrator', 'cn']);
  desk = await HandledCase.staffed(house);
  await calendar('nanshan', '440305');
  await calendar('shenzhen', '440300');
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set('2026-03-10T09:00:00+08:00');
  await assign('440305', 'nanshan');
  await assign('440300', 'shenzhen');
});

describe('a promise keeps the calendar it was made by', () => {
  it('each stage of one chain counts by the calendar of its own unit', async () => {
    const id = await desk.inHand();
    expect(await calendarsOf(id)).toEqual({ promise: 'national', handle: 'nanshan' });
    expect(await desk.due(id)).toEqual({ promise: closing('2026-03-17'), handle: closing('2026-03-16') });
    house.clock.set('2026-03-17T10:00:00+08:00');
    await desk.report(id);
    expect(await calendarsOf(id)).toEqual({ promise: 'national', review: 'shenzhen' });
    // One working day of 深圳: the 18th is off.
    expect((await desk.due(id)).review).toBe(closing('2026-03-19'));
  });

  it('an extension is counted by it, whatever calendar the unit has been given meanwhile', async () => {
    const id = await desk.inHand();
    await assign('440305', 'national');
    await desk.extend(id, 2);
    await desk.rule(id, desk.city, 'extension', 'granted');
    // The promise: five and two working days of the nation; the unit's: three and two of 南山, without the 12th and 19th.
    expect(await desk.due(id)).toEqual({ promise: closing('2026-03-19'), handle: closing('2026-03-18') });
    const { rows } = await house.owner.query(
      `select c.calendar_id, c.calendar_version from clock c where c.ticket_id = $1 and c.kind = 'handle'`,
      [id],
    );
    expect(rows).toEqual([{ calendar_id: 'nanshan', calendar_version: 1 }]);
  });

  it('and so is a pause, and what is left', async () => {
    const id = await desk.inHand();
    await assign('440305', 'national');
    await desk.pause(id, 2);
    house.clock.set('2026-03-13T09:00:00+08:00');
    await desk.resume(id);
    // Stood still over the closings of the 10th, 11th and 12th: none, one and no working day of 南山 that counted.
    expect((await desk.due(id)).handle).toBe(closing('2026-03-17'));
    house.clock.set('2026-03-11T17:30:00+08:00');
    const shown = (await house.show(desk.county, id)).clocks.find((one) => one.kind === 'handle');
    // The 13th, 16th and 17th of 南山; the nation would count the 12th as well.
    expect(shown?.remaining).toMatchObject({ overdue: false, workingDays: 3, hours: 0 });
  });

  it('in lists and among duties too', async () => {
    const id = await desk.inHand();
    await desk.extend(id, 2);
    house.clock.set('2026-03-10T17:30:00+08:00');
    const before = (await house.show(desk.county, id)).remaining;
    const owed = async () =>
      (await house.get(ListDuties).run(desk.city, {})).items.find((one) => one.ticket.id === id)?.remaining;
    const ruling = await owed();
    await assign('440305', 'national');
    await assign('440300', 'national');
    expect((await house.show(desk.county, id)).remaining).toEqual(before);
    expect(await owed()).toEqual(ruling);
  });
});
