import { WHOLE_TREE } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { WithdrawTicket } from '@hotline/handling';
import { CaseHouse } from '../../../test/support/case-house.js';
import { HandledCase } from '../../../test/support/handled-case.js';
import { FoldEvents } from './fold-events.js';
import { FreezeDays } from './freeze-days.js';
import { ListNumberRows } from './list-number-rows.js';
import { ListRestatedDays } from './list-restated-days.js';
import { ShowNumbers } from './show-numbers.js';

let house: CaseHouse;
let desk: HandledCase;
let supervisor: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  desk = await HandledCase.staffed(house);
  supervisor = await house.actor(['supervisor', '440305']);
}, 60_000);
afterAll(() => house.close());

type Figure = 'on-time' | 'on-time-extended';
const PERIOD = { from: '2026-03-01', to: '2026-04-30' };

async function figures() {
  while ((await house.get(FoldEvents).run()) > 0);
  const { numbers, openOverdue } = await house.get(ShowNumbers).run(supervisor, PERIOD);
  const of = (metric: Figure) => {
    const found = numbers.find((one) => one.metric === metric);
    const left = found?.excluded.map(({ code, count }) => `${code} ${count}`).join();
    return [found?.numerator, found?.denominator, found?.openOverdue, left].join(' ');
  };
  expect(numbers.find((one) => one.metric === 'on-time')?.openOverdue).toBe(openOverdue);
  return { original: of('on-time'), extended: of('on-time-extended') };
}

const rowsOf = async (metric: Figure, result: 'all' | 'hit' | 'miss' | 'excluded') => {
  const order = { ...PERIOD, metric, result, cursor: null, limit: 100 };
  const { items, counts } = await house.get(ListNumberRows).run(supervisor, order);
  expect(items).toHaveLength(counts[result]);
  return items.map(({ ticketId, at }) => `${ticketId} ${at.toISOString()}`);
};
const withdraw = (id: string) =>
  desk.do(id, (version) =>
    house.get(WithdrawTicket).run(desk.agent, id, version, {
      toldBy: 'worker',
      toldAt: house.clock.now(),
      words: '单位已经给了，不用再管了',
      workerContactId: null,
    }),
  );
const closing = (day: string) => new Date(`${day}T17:30:00+08:00`).toISOString();

/** Opened on Tuesday 10 March: promised for Tuesday 17, handled until Friday 13. */
describe('the on-time rate with and without extensions', () => {
  let extended: string;
  let paused: string;

  it('one promise is one deadline in both', async () => {
    house.clock.set('2026-03-10T09:00:00+08:00');
    extended = await desk.inHand();
    paused = await desk.inHand();
    await desk.inHand();
    expect(await figures()).toEqual({ original: '0 0 0 not-yet-due 3', extended: '0 0 0 not-yet-due 3' });
  });

  it('an extension and a pause move the second figure alone', async () => {
    await desk.extend(extended, 1);
    await desk.rule(extended, desk.city, 'extension', 'granted');
    await desk.pause(paused, 5);
    await figures();
    expect(await rowsOf('on-time-extended', 'excluded')).toContain(`${paused} ${closing('2026-03-24')}`);
    house.clock.set('2026-03-13T09:00:00+08:00');
    await desk.resume(paused);
    house.clock.set('2026-03-18T09:00:00+08:00');
    expect(await figures()).toEqual({ original: '0 3 3 ', extended: '0 1 1 not-yet-due 2' });
    expect(await rowsOf('on-time', 'miss')).toEqual(await rowsOf('on-time', 'all'));
    // Wednesday and Thursday stood still; the rest of the pause was given back.
    expect(await rowsOf('on-time-extended', 'excluded')).toEqual([
      `${paused} ${closing('2026-03-19')}`,
      `${extended} ${closing('2026-03-18')}`,
    ]);
  });

  it('what is done within the extension is late in the first and on time in the second', async () => {
    house.clock.set('2026-03-18T17:30:00+08:00');
    await withdraw(extended);
    house.clock.set('2026-03-26T09:00:00+08:00');
    expect(await figures()).toEqual({ original: '0 3 2 ', extended: '1 3 2 ' });
    expect(await rowsOf('on-time-extended', 'hit')).toEqual([`${extended} ${closing('2026-03-18')}`]);
    expect(await rowsOf('on-time', 'miss')).toContain(`${extended} ${closing('2026-03-17')}`);
  });

  it('each is frozen by its definition, and an older snapshot keeps its own', async () => {
    expect(await house.get(FreezeDays).run()).toBeGreaterThan(0);
    const { rows } = await house.owner.query(
      `select distinct metric, definition_version from metric_snapshot where metric like 'on-time%' order by 1`,
    );
    expect(rows).toEqual([
      { metric: 'on-time', definition_version: 3 },
      { metric: 'on-time-extended', definition_version: 3 },
    ]);
    await house.owner.query(`update metric_snapshot set definition_version = 2 where metric = 'on-time'`);
    await desk.exclude(paused);
    await desk.rule(paused, desk.city, 'exclusion', 'granted');
    await figures();
    await house.get(FreezeDays).run();
    const restated = (metric: Figure) => house.get(ListRestatedDays).run(supervisor, metric, PERIOD);
    expect(await restated('on-time')).toMatchObject({
      definitionVersion: 3,
      frozenBy: [{ definitionVersion: 2, from: '2026-03-17', to: '2026-03-17', days: 1 }],
      days: [
        {
          day: '2026-03-17',
          comparable: false,
          frozen: { numerator: 0, denominator: 3, definitionVersion: 2 },
          now: { numerator: 0, denominator: 2, excluded: [{ code: 'duplicate-case', count: 1 }] },
        },
      ],
    });
    expect(await restated('on-time-extended')).toMatchObject({
      frozenBy: [{ definitionVersion: 3, from: '2026-03-17', to: '2026-03-19', days: 3 }],
      days: [{ day: '2026-03-19', comparable: true, frozen: { denominator: 1 }, now: { denominator: 0 } }],
    });
  });

  it('counting the whole history again comes out the same', async () => {
    const facts = () =>
      house.owner.query('select * from metric_fact order by metric, subject_id').then(({ rows }) => rows);
    const before = await facts();
    await house.work.run(WHOLE_TREE, (tx) => house.get(FoldEvents).rebuild(tx));
    expect(await facts()).toEqual(before);
  });
});
