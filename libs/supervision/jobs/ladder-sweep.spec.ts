import { type Actor, unitId } from '@hotline/organization';
import { CaseHouse } from '../../../test/support/case-house.js';
import { ShowSupervision } from '../use-cases/show-supervision.js';
import { SuperviseTicket } from '../use-cases/supervise-ticket.js';
import { TakeOverLadder } from '../use-cases/take-over-ladder.js';
import { LadderSweep } from './ladder-sweep.js';

let house: CaseHouse;
let city: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  city = await house.actor(['supervisor', '440300']);
}, 60_000);
afterAll(() => house.close());

const sweep = (at: string) => {
  house.clock.set(at);
  return house.get(LadderSweep).sweep();
};
const steps = async (id: string): Promise<string[]> =>
  (
    await house.owner.query<{ said: string }>(
      `select s.step || ' ' || s.outcome || coalesce(' ' || s.reason, '') as said from ladder_step s
       join unit u on u.id = s.unit_id and u.code = '440305' where s.ticket_id = $1
       order by array_position(array['yellow', 'urge', 'red', 'supervise', 'raise'], s.step)`,
      [id],
    )
  ).rows.map(({ said }) => said);
const atTen = async () => {
  house.clock.set('2026-03-10T09:00:00+08:00');
  return house.arrived();
};

// Tuesday 10 March, 9:00; to be signed by Wednesday 17:30, so yellow from Tuesday 17:30 or half-way.
describe('the ladder', () => {
  it('climbs one step after the other, each once, over a weekend', async () => {
    const id = await atTen();
    await sweep('2026-03-10T09:01:00+08:00');
    expect(await steps(id)).toEqual([]);
    await sweep('2026-03-11T09:00:00+08:00');
    expect((await steps(id))[0]).toBe('yellow done');
    await sweep('2026-03-11T16:00:00+08:00');
    expect(await steps(id)).toEqual(['yellow done', 'urge done']);
    await sweep('2026-03-11T17:30:00+08:00');
    expect(await steps(id)).toHaveLength(2);
    await sweep('2026-03-11T17:30:30+08:00');
    expect(await steps(id)).toEqual(['yellow done', 'urge done', 'red done']);
    await sweep('2026-03-12T17:30:30+08:00');
    expect(await steps(id)).toHaveLength(4);
    const supervised = await house.check(id);
    const order = supervised.openClocks.find(({ kind }) => kind === 'order');
    expect(order?.dueAt).toEqual(new Date('2026-03-13T17:30:00+08:00'));
    // three working days after Wednesday is Monday, not Saturday
    await sweep('2026-03-14T18:00:00+08:00');
    expect((await house.check(id)).accountable.id).toBe(unitId('440305'));
    await sweep('2026-03-16T17:30:30+08:00');
    const raised = await house.check(id);
    expect([raised.accountable.id, raised.turn?.expected]).toEqual([unitId('440300'), 'sign']);
    expect(await steps(id)).toEqual(['yellow done', 'urge done', 'red done', 'supervise done', 'raise done']);
    const { orders } = await house.get(ShowSupervision).run(city, id);
    expect(orders.map(({ kind, by, from }) => [kind, by, from.code])).toEqual([
      ['raise', null, '440300'],
      ['supervise', null, '440300'],
      ['urge', null, '440300'],
    ]);
  });

  it('after a downtime does the highest step alone and writes down what it overtook', async () => {
    const id = await atTen();
    await sweep('2026-03-12T18:00:00+08:00');
    expect(await steps(id)).toEqual([
      'yellow skipped overtaken',
      'urge skipped overtaken',
      'red skipped overtaken',
      'supervise done',
    ]);
    await house.check(id);
  });

  it('by two processes at once: each step once', async () => {
    const ids = [await atTen(), await atTen(), await atTen()];
    for (const at of [
      '2026-03-11T09:00:00+08:00',
      '2026-03-12T18:00:00+08:00',
      '2026-03-17T09:00:00+08:00',
    ]) {
      house.clock.set(at);
      await Promise.all([1, 2, 3].map(() => house.get(LadderSweep).sweep()));
    }
    for (const id of ids) {
      await house.check(id);
      const { rows } = await house.owner.query<{ kind: string; n: number }>(
        `select o.kind, count(*)::integer as n from ticket_order o join unit u on u.id = o.from_unit_id and u.code = '440300'
         where ticket_id = $1 group by 1 order by 1`,
        [id],
      );
      expect(rows).toEqual([
        { kind: 'raise', n: 1 },
        { kind: 'supervise', n: 1 },
      ]);
      const cards = await house.owner.query(
        `select 1 from event where ticket_id = $1 and kind = 'ladder-stepped' and facts ->> 'step' = 'yellow'
           and unit_id = $2`,
        [id, unitId('440305')],
      );
      expect(cards.rowCount).toBe(1);
    }
  });

  it('starts again where a step was cut off before its commit', async () => {
    const id = await atTen();
    await house.owner.query(`create function broken() returns trigger language plpgsql as
      $$ begin raise exception 'power cut'; end $$`);
    await house.owner.query(
      `create trigger broken before insert on ticket_order for each row execute function broken()`,
    );
    await expect(sweep('2026-03-12T18:00:00+08:00')).rejects.toThrow('power cut');
    expect(await steps(id)).toEqual([]);
    await house.owner.query('drop trigger broken on ticket_order');
    await sweep('2026-03-12T18:01:00+08:00');
    expect((await steps(id)).at(-1)).toBe('supervise done');
    await house.check(id);
  });

  it('counts a person’s own order as the step', async () => {
    const id = await atTen();
    await house.get(SuperviseTicket).run(city, id, await house.version(id), {
      text: '请说明情况',
      within: { amount: 4, unit: 'working-hours' },
      mask: false,
    });
    await sweep('2026-03-12T18:00:00+08:00');
    const told = await steps(id);
    expect(told).toContain('supervise by-person');
    expect(told.some((one) => one.startsWith('raise'))).toBe(false);
    const { rows } = await house.owner.query('select 1 from ticket_order where ticket_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  it('rests when a person has taken over', async () => {
    const id = await atTen();
    await house
      .get(TakeOverLadder)
      .run(city, id, await house.version(id), { reason: '专人盯办', mask: false });
    await sweep('2026-03-20T18:00:00+08:00');
    expect(await steps(id)).toEqual([]);
    await house.check(id);
  });
});
