import { type ContactInput, LogContact } from '@hotline/intake';
import { FoldEvents } from '@hotline/metrics';
import { type Actor, unitId } from '@hotline/organization';
import { WHOLE_TREE } from '@hotline/kernel';
import { CaseHouse } from '../../../test/support/case-house.js';
import { FreezeDays } from '../../metrics/use-cases/freeze-days.js';
import { ListNumberRows } from '../../metrics/use-cases/list-number-rows.js';
import { ShowNumbersByChild } from '../../metrics/use-cases/show-numbers-by-child.js';
import { ShowNumbers } from '../../metrics/use-cases/show-numbers.js';
import { PlanUnitChange } from './plan-unit-change.js';
import { RunUnitChange } from './run-unit-change.js';
import { StartUnitChange } from './start-unit-change.js';

const COUNTY = '440305';
const OLD_CITY = '440300';
const NEW_CITY = '440100';
const PERIOD = { from: '2026-03-10', to: '2026-03-11' };

let house: CaseHouse;
let reader: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  reader = await house.actor(['supervisor', 'cn']);
}, 60_000);
afterAll(() => house.close());

async function call(at: string): Promise<void> {
  const agent = await house.actor(['agent', COUNTY]);
  const startedAt = new Date(at);
  const later = (ms: number) => new Date(startedAt.getTime() + ms).toISOString();
  house.clock.set(later(200_000));
  const input: ContactInput = {
    channel: 'call',
    startedAt: startedAt.toISOString(),
    answeredAt: later(8_000),
    endedAt: later(120_000),
    outcome: 'answered',
  };
  await house.get(LogContact).run(agent, input);
}

async function move(code: string, to: string): Promise<void> {
  const admin = await house.actor(['administrator', 'cn']);
  const plan = { kind: 'move' as const, unitIds: [unitId(code)], parentId: unitId(to) };
  const id = await house.get(PlanUnitChange).run(admin, { plan, reason: '区划调整', documentNo: null });
  await house.get(StartUnitChange).run(admin, id, 1);
  while (!(await house.get(RunUnitChange).stride(id, { strideMs: 60_000, hearMs: 0 })));
}

const offered = async (code: string): Promise<number> => {
  const { numbers } = await house.get(ShowNumbers).run(reader, { unitId: unitId(code), ...PERIOD });
  return numbers.find(({ metric }) => metric === 'connection')?.denominator ?? -1;
};
const rowsOf = async (code: string): Promise<number> => {
  const order = {
    unitId: unitId(code),
    ...PERIOD,
    metric: 'connection',
    result: 'all',
    cursor: null,
    limit: 50,
  };
  return (await house.get(ListNumberRows).run(reader, order as never)).items.length;
};
const child = async (parent: string) => {
  const rows = await house.get(ShowNumbersByChild).run(reader, { unitId: unitId(parent), ...PERIOD });
  const row = rows.find(({ unit }) => unit.code === COUNTY);
  return row && [row.offered, row.movedAway];
};

const standing = async () => ({
  county: await offered(COUNTY),
  old: await offered(OLD_CITY),
  young: await offered(NEW_CITY),
  province: await offered('440000'),
  nation: await offered('cn'),
});
const AFTER = { county: 5, old: 2, young: 3, province: 5, nation: 5 };

it('keeps closed days under the superior of their time, takes the day of the change along', async () => {
  await call('2026-03-10T10:00:00+08:00');
  await call('2026-03-10T11:00:00+08:00');
  await house.get(FoldEvents).run();
  await call('2026-03-11T09:00:00+08:00');
  await house.get(FreezeDays).run();
  await house.get(FoldEvents).run();
  await house.get(FreezeDays).run();
  expect(await standing()).toEqual({ county: 3, old: 3, young: 0, province: 3, nation: 3 });
  await move(COUNTY, NEW_CITY);
  expect(await standing()).toEqual({ county: 3, old: 2, young: 1, province: 3, nation: 3 });
  await call('2026-03-11T15:00:00+08:00');
  await call('2026-03-11T16:00:00+08:00');
  await house.get(FoldEvents).run();
  expect(await standing()).toEqual(AFTER);
});

it('shows as many rows as it counts, at the county and at both superiors', async () => {
  expect([await rowsOf(COUNTY), await rowsOf(OLD_CITY), await rowsOf(NEW_CITY)]).toEqual([5, 2, 3]);
});

it('lists the county under both superiors, each with its own days', async () => {
  expect([await child(OLD_CITY), await child(NEW_CITY)]).toEqual([
    [2, true],
    [3, false],
  ]);
});

it('leaves frozen days as they were and counts the whole history again to the same numbers', async () => {
  const frozen = async () =>
    (
      await house.owner.query<{ path: string; n: number }>(
        `select unit_path as path, denominator as n from metric_snapshot where metric = 'connection' order by 1`,
      )
    ).rows.map(({ path, n }) => `${path} ${n}`);
  const before = await frozen();
  expect(before).toContain('cn/44/4403/440305/ 2');
  await house.work.run(WHOLE_TREE, (tx) => house.get(FoldEvents).rebuild(tx));
  expect(await standing()).toEqual(AFTER);
  expect(await frozen()).toEqual(before);
});

it('goes on when the county moves back', async () => {
  await move(COUNTY, OLD_CITY);
  expect(await standing()).toEqual({ county: 5, old: 5, young: 0, province: 5, nation: 5 });
  expect(await rowsOf(OLD_CITY)).toBe(5);
});
