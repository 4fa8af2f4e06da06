import {
  type CalendarPlan,
  ChangeCalendarDraft,
  DraftCalendar,
  PublishCalendar,
  ShowCalendar,
} from '@hotline/calendar';
import { type Actor } from '@hotline/organization';
import { CaseHouse } from '../../../test/support/case-house.js';
import { WithdrawTicket } from './withdraw-ticket.js';

interface ClockRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly due_at: Date;
  readonly yellow_at: Date;
  readonly original_due_at: Date;
  readonly stopped_at: Date | null;
  readonly provisional: boolean;
  readonly calendar_version: number;
}

const MANY = 60;
let house: CaseHouse;
let root: Actor;
let agent: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  root = await house.actor(['administrator', 'cn'], ['supervisor', 'cn']);
  agent = await house.actor(['agent', 'cn']);
}, 60_000);
afterAll(() => house.close());

const off = (date: string) => ({ date, kind: 'off' as const, name: '元旦' });
async function publish(edit: (plan: CalendarPlan) => Partial<CalendarPlan>): Promise<void> {
  await house.get(DraftCalendar).run(root, { id: 'national' });
  const { plan, version } = (await house.get(ShowCalendar).run(root, 'national')).draft!;
  await house.get(ChangeCalendarDraft).run(root, 'national', version, { ...plan, ...edit(plan) });
  await house.get(PublishCalendar).run(root, 'national', version + 1, '国办发明电');
  await house.settle();
}
const rowsOf = async <T extends object>(sql: string): Promise<T[]> => (await house.owner.query<T>(sql)).rows;
const clocks = async () =>
  new Map((await rowsOf<ClockRow>('select * from clock order by id')).map((one) => [one.id, one]));
const versions = async () => rowsOf('select id, version, due_at, next_due_at from ticket order by id');

/** A hundred open deadlines in one calendar, some already late, some ended, and two versions published over them. */
describe('a new version of a calendar', () => {
  let late: string;
  let ended: string;

  beforeAll(async () => {
    house.clock.set('2026-12-01T10:00:00+08:00');
    late = await house.arrived({}, agent);
    house.clock.set('2026-12-30T10:00:00+08:00');
    ended = await house.openTicket({}, agent);
    for (let n = 0; n < MANY; n += 1) await house.openTicket({}, agent);
    await house.settle();
    house.clock.advance(60_000);
    await house.get(WithdrawTicket).run(agent, ended, await house.version(ended), {
      toldBy: 'worker',
      toldAt: house.clock.now(),
      words: '已自行解决',
      workerContactId: null,
    });
  }, 120_000);

  it('moves nothing that was promised for a year already known', async () => {
    const before = [await clocks(), await versions()];
    await publish(({ overrides }) => ({ overrides: [...overrides, off('2026-12-31')] }));
    expect([await clocks(), await versions()]).toEqual(before);
    expect(await rowsOf('select 1 from clock_restatement')).toEqual([]);
  }, 60_000);

  it('moves what waited for its year, each with its restatement, which the ticket shows; nothing that is past', async () => {
    const before = await clocks();
    house.clock.set('2026-12-30T20:00:00+08:00');
    await publish(({ overrides }) => ({
      knownTo: 2027,
      overrides: [...overrides, off('2027-01-01'), off('2027-01-04')],
    }));
    const after = await clocks();
    const kept = await rowsOf<{ clock_id: string; from_due_at: Date; to_due_at: Date; reason: string }>(
      'select clock_id, from_due_at, to_due_at, reason from clock_restatement',
    );
    const moved = [...after.values()].filter((one) => +one.due_at !== +(before.get(one.id)?.due_at ?? 0));
    expect(moved.length).toBeGreaterThanOrEqual(100);
    for (const clock of moved) {
      const was = before.get(clock.id);
      expect([was?.provisional, was?.stopped_at, clock.original_due_at]).toEqual([
        true,
        null,
        was?.original_due_at,
      ]);
      expect(kept.filter((one) => one.clock_id === clock.id)).toEqual([
        {
          clock_id: clock.id,
          from_due_at: was?.due_at,
          to_due_at: clock.due_at,
          reason: 'calendar-published',
        },
      ]);
    }
    const tickets = new Set(moved.map((one) => one.ticket_id));
    for (const id of tickets) {
      const { restatements, due } = await house.show(root, id).then((shown) => ({
        restatements: shown.restatements,
        due: shown.clocks,
      }));
      const ofTicket = moved.filter((one) => one.ticket_id === id);
      expect(restatements.map(({ toDueAt }) => toDueAt).sort()).toEqual(
        expect.arrayContaining(ofTicket.map((one) => one.due_at)),
      );
      expect(due.map(({ dueAt }) => dueAt)).toEqual(
        expect.arrayContaining(ofTicket.map((one) => one.due_at)),
      );
    }
    // Late before it, ended before it, or computed with a year that was known.
    const still = [...before.values()].filter((one) => one.stopped_at || !one.provisional);
    expect(still.filter((one) => one.due_at < house.clock.now()).length).toBeGreaterThan(0);
    expect(new Set(still.map((one) => one.ticket_id))).toEqual(new Set([...tickets, late, ended]));
    for (const clock of still) expect(after.get(clock.id)).toEqual(clock);
  }, 120_000);
});
