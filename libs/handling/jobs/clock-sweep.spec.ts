import { CaseHouse } from '../../../test/support/case-house.js';
import { ClockSweep } from './clock-sweep.js';

let house: CaseHouse;
beforeAll(async () => {
  house = await CaseHouse.open();
}, 60_000);
afterAll(() => house.close());

interface Carded {
  kind: string;
  yellow_carded_at: Date | null;
  red_carded_at: Date | null;
}

const clocks = async (id: string): Promise<Carded[]> =>
  (
    await house.owner.query<Carded>(
      `select kind, yellow_carded_at, red_carded_at from clock
       where ticket_id = $1 and stopped_at is null order by due_at, kind`,
      [id],
    )
  ).rows;
const notices = async (id: string): Promise<string[]> =>
  (
    await house.owner.query<{ said: string }>(
      `select n.kind || ' ' || u.code as said from notice n join unit u on u.id = n.unit_id
       where n.ticket_id = $1 and n.kind in ('yellow', 'red') order by n.id`,
      [id],
    )
  ).rows.map((row) => row.said);
const sweep = (at: string) => {
  house.clock.set(at);
  return house.get(ClockSweep).sweep();
};

describe('cards', () => {
  it('come once each, in time: first contact is due in two working hours, signing in one working day', async () => {
    house.clock.set('2026-03-10T09:00:00+08:00');
    const id = await house.arrived();
    await sweep('2026-03-10T09:00:01+08:00');
    expect(await notices(id)).toEqual([]);
    await sweep('2026-03-10T11:00:00+08:00');
    const early = await notices(id);
    expect(early.filter((said) => said.startsWith('red'))).toEqual([]);
    await sweep('2026-03-10T11:00:00.001+08:00');
    await sweep('2026-03-10T11:30:00+08:00');
    expect((await notices(id)).filter((said) => said.startsWith('red'))).toEqual(['red 440305']);
    const contact = (await clocks(id)).find((clock) => clock.kind === 'contact');
    expect(contact?.red_carded_at).toEqual(new Date('2026-03-10T11:00:00.001+08:00'));
  });

  it('after a downtime over a holiday: every late clock is red once, without a yellow notice too late to help', async () => {
    house.clock.set('2026-04-03T16:00:00+08:00');
    const id = await house.arrived();
    await sweep('2026-04-20T09:00:00+08:00');
    const marked = await clocks(id);
    expect(marked.length).toBeGreaterThan(3);
    expect(marked.every((clock) => clock.yellow_carded_at && clock.red_carded_at)).toBe(true);
    const told = await notices(id);
    expect(told.every((said) => said.startsWith('red'))).toBe(true);
    expect(told).toHaveLength(marked.length);
    await Promise.all([sweep('2026-04-20T09:00:05+08:00'), sweep('2026-04-20T09:00:05+08:00')]);
    expect(await notices(id)).toEqual(told);
  });

  it('never for a clock that has stopped', async () => {
    house.clock.set('2026-03-10T09:00:00+08:00');
    const id = await house.arrived();
    await house.owner.query(`update clock set stopped_at = $2 where ticket_id = $1`, [id, house.clock.now()]);
    await sweep('2026-05-10T09:00:00+08:00');
    expect(await notices(id)).toEqual([]);
  });
});
