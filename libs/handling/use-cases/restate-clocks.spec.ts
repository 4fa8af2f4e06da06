import {
  type CalendarPlan,
  ChangeCalendarDraft,
  DraftCalendar,
  PublishCalendar,
  ShowCalendar,
  ShowRecomputation,
} from '@hotline/calendar';
import type { Type } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';
import { METRICS_SWEEPS } from '@hotline/metrics';
import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { CaseHouse } from '../../../test/support/case-house.js';
import { ListProvisionalClocks } from './list-provisional-clocks.js';
import { ListRestatements } from './list-restatements.js';
import { RestateClocks } from './restate-clocks.js';

let house: CaseHouse;
let root: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  root = await house.actor(['administrator', 'cn'], ['supervisor', 'cn']);
}, 60_000);
afterAll(() => house.close());

const off = (date: string) => ({ date, kind: 'off' as const, name: '元旦' });
async function publish(id: string, edit: (plan: CalendarPlan) => Partial<CalendarPlan>): Promise<void> {
  await house.get(DraftCalendar).run(root, { id });
  const { plan, version } = (await house.get(ShowCalendar).run(root, id)).draft!;
  await house.get(ChangeCalendarDraft).run(root, id, version, { ...plan, ...edit(plan) });
  await house.get(PublishCalendar).run(root, id, version + 1, '国办发明电');
}
const clock = async (id: string, kind: string) =>
  (
    await house.owner.query(
      `select due_at, original_due_at, provisional, calendar_version, calendar_id from clock
       where ticket_id = $1 and kind = $2 and stopped_at is null`,
      [id, kind],
    )
  ).rows[0];
const waiting = () => house.get(ListProvisionalClocks).run(root, { limit: 100 });

describe('a year that is published after it was promised into', () => {
  let id: string;
  let before: number;

  it('is marked and listed until then', async () => {
    house.clock.set('2026-12-30T10:00:00+08:00');
    id = await house.arrived();
    await house.openTicket({ places: { workplace: { code: '510104' } } });
    await house.settle();
    expect(await clock(id, 'promise')).toMatchObject({
      due_at: new Date('2027-01-06T17:30:00+08:00'),
      provisional: true,
      calendar_id: 'national',
    });
    const { items, total } = await waiting();
    expect(items.length).toBe(total);
    const promise = items.find((one) => one.ticketId === id && one.kind === 'promise');
    expect(promise).toMatchObject({ calendarId: 'national', unknownYears: [2027] });
    const page = await house.get(ListProvisionalClocks).run(root, { limit: 1 });
    const next = await house.get(ListProvisionalClocks).run(root, { limit: 1, cursor: page.nextCursor! });
    expect([page.items[0]?.id, next.items[0]?.id]).toEqual(items.slice(0, 2).map((one) => one.id));
    before = (await house.facts(id)).version;
  });

  it('an edit of a year already known touches no promise', async () => {
    await publish('national', ({ overrides }) => ({ overrides: [...overrides, off('2026-12-31')] }));
    await house.settle();
    expect((await house.facts(id)).version).toBe(before);
    expect((await waiting()).total).toBeGreaterThan(0);
  });

  it('is computed again in batches, each deadline with a visible restatement, and safe to run twice', async () => {
    await publish('national', ({ overrides }) => ({
      knownTo: 2027,
      overrides: [...overrides, off('2027-01-01'), off('2027-01-04')],
    }));
    expect(await house.get(ShowRecomputation).run(root, 'national')).toMatchObject({ total: null, done: 0 });
    await house.settle();
    const after = await house.check(id);
    expect(after.version).toBe(before + 1);
    expect(await clock(id, 'promise')).toMatchObject({
      due_at: new Date('2027-01-11T17:30:00+08:00'),
      original_due_at: new Date('2027-01-06T17:30:00+08:00'),
      provisional: false,
      calendar_version: 3,
    });
    expect((await waiting()).total).toBe(0);
    const [ticket] = (await house.owner.query('select due_at from ticket where id = $1', [id])).rows;
    expect(ticket.due_at).toEqual(new Date('2027-01-11T17:30:00+08:00'));
    const progress = await house.get(ShowRecomputation).run(root, 'national');
    expect(progress?.done).toBe(progress?.total);
    expect((progress?.moved ?? 0) + (progress?.confirmed ?? 0)).toBe(progress?.done);
    expect(progress?.finishedAt).toBeInstanceOf(Date);
    const { rows } = await house.owner.query(`select id, payload from outbox where name = 'restate-clocks'`);
    for (const job of rows) await house.get(RestateClocks).handle(job.payload, job.id);
    expect((await house.facts(id)).version).toBe(before + 1);
  });

  it('is what the on-time number goes by', async () => {
    for (const sweep of METRICS_SWEEPS as readonly Type<Sweep>[]) await house.get(sweep).sweep();
    const { rows } = await house.owner.query(
      `select at from metric_fact where metric = 'on-time' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ at: new Date('2027-01-11T17:30:00+08:00') }]);
  });

  it('tells what every deadline was and became, newest first', async () => {
    const { items } = await house.get(ListRestatements).run(root, { reason: 'calendar-published' });
    const promise = items.find((one) => one.ticketId === id && one.kind === 'promise');
    expect(promise).toMatchObject({
      fromDueAt: new Date('2027-01-06T17:30:00+08:00'),
      toDueAt: new Date('2027-01-11T17:30:00+08:00'),
      by: null,
    });
    expect(await house.get(ListRestatements).run(root, { reason: 'extended' })).toEqual({
      items: [],
      nextCursor: null,
    });
    const stranger = await house.actor(['administrator', '110000']);
    expect((await house.get(ListRestatements).run(stranger, {})).items).toEqual([]);
  });
});

it('a clock keeps its own calendar when its unit is given another one', async () => {
  house.clock.set('2027-12-30T10:00:00+08:00');
  const county = unitId('440305');
  await house.get(DraftCalendar).run(root, { id: 'nanshan', unitId: county, baseId: 'national' });
  await house.get(PublishCalendar).run(root, 'nanshan', 1, '区里自定');
  const id = await house.arrived();
  await house.owner.query(`update unit set calendar_id = 'nanshan', version = version + 1 where id = $1`, [
    county,
  ]);
  await house.get(UnitTree).refresh();
  const later = await house.arrived();
  expect([(await clock(id, 'handle')).calendar_id, (await clock(later, 'handle')).calendar_id]).toEqual([
    'national',
    'nanshan',
  ]);
  await publish('national', ({ overrides }) => ({
    knownTo: 2028,
    overrides: [...overrides, { ...off('2028-01-03') }],
  }));
  await house.settle();
  expect((await clock(id, 'handle')).provisional).toBe(false);
  expect((await clock(later, 'handle')).provisional).toBe(true);
  await publish('nanshan', () => ({ knownTo: 2028 }));
  await house.settle();
  expect((await clock(later, 'handle')).provisional).toBe(false);
  await house.check(id);
  await house.check(later);
});
