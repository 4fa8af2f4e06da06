import { newId, shanghaiDay } from '@hotline/kernel';
import { FoldEvents } from '@hotline/metrics';
import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { CaseHouse } from '../../../test/support/case-house.js';
import { ListTiles } from '../../metrics/use-cases/list-tiles.js';
import { ShowNumbersByChild } from '../../metrics/use-cases/show-numbers-by-child.js';
import { ShowNumbers } from '../../metrics/use-cases/show-numbers.js';
import { PlanUnitChange } from './plan-unit-change.js';
import { RunUnitChange } from './run-unit-change.js';
import { StartUnitChange } from './start-unit-change.js';

const REGION = newId();
const PROVINCE = unitId('440000');
const LINE = ['cn', '440000', '440300', '440305'];
const OTHER = ['510000', '510100', '510104'];

let house: CaseHouse;
let nation: Actor;
let day: string;

beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-03-10T09:00:00+08:00');
  nation = await house.actor(['supervisor', 'cn']);
  await house.owner.query(
    `insert into unit (id, code, name, short_name, kind, level, parent_id, path)
     select $1, 'region1', '南方大区工会', '南方', 'territorial', 'province', id, path || 'r1/' from unit where parent_id is null`,
    [REGION],
  );
  await house.get(UnitTree).refresh();
}, 60_000);
afterAll(() => house.close());

const idOf = (code: string) => (code === 'region1' ? REGION : unitId(code));
const period = () => ({ from: day, to: day });

/** How many deadlines of today a unit's board shows. */
async function board(code: string): Promise<number> {
  const { numbers } = await house.get(ShowNumbers).run(nation, { unitId: idOf(code), ...period() });
  return numbers.find(({ metric }) => metric === 'on-time')?.denominator ?? -1;
}
/** And how many the table of its superior shows in the unit's row. */
async function rowOf(parent: string, code: string): Promise<number> {
  const rows = await house.get(ShowNumbersByChild).run(nation, { unitId: idOf(parent), ...period() });
  return rows.filter(({ unit }) => unit.code === code).reduce((sum, { due }) => sum + due, 0);
}
async function tileOf(code: string, reader = nation): Promise<number> {
  const tiles = await house.get(ListTiles).run(reader, 'on-time', period());
  return tiles.filter(({ unit }) => unit?.code === code).reduce((sum, tile) => sum + tile.denominator, 0);
}

async function standsOnce(line: readonly string[]): Promise<void> {
  for (const [n, code] of line.entries()) {
    expect([code, await board(code)]).toEqual([code, code === 'cn' ? 2 : 1]);
    if (n > 0) expect([code, await rowOf(line[n - 1] ?? '', code)]).toEqual([code, 1]);
  }
  expect(await tileOf('440000')).toBe(1);
  expect(await tileOf('510000')).toBe(1);
}

it('deadlines of today stand once on the board of every ancestor, in its table and on the tile', async () => {
  const id = await house.arrived();
  await house.arrived({ places: { workplace: { code: '510104' } } });
  const due = (await house.facts(id)).dueAt ?? house.clock.now();
  day = shanghaiDay(due);
  house.clock.set(new Date(due.getTime() + 60_000).toISOString());
  await house.get(FoldEvents).run();
  await standsOnce(LINE);
  await standsOnce(['cn', ...OTHER]);
});

it('a province that moves to a third level keeps its tile and stands on the board above it, too', async () => {
  const [twice] = (
    await house.owner.query<{ id: string }>(`select id from ticket where path ^@ 'cn/44/' limit 1`)
  ).rows;
  // The later spelling stands already, as when a ticket came back while its rows were being rewritten.
  await house.owner.query('insert into ticket_access (ticket_id, path) values ($1, $2)', [
    twice?.id,
    'cn/r1/44/4403/',
  ]);
  const admin = await house.actor(['administrator', 'cn']);
  const plan = { kind: 'move' as const, unitIds: [PROVINCE], parentId: REGION };
  const id = await house.get(PlanUnitChange).run(admin, { plan, reason: '设立大区', documentNo: null });
  await house.get(StartUnitChange).run(admin, id, 1);
  while (!(await house.get(RunUnitChange).stride(id, { strideMs: 60_000, hearMs: 0 })));
  await house.get(FoldEvents).run();
  await standsOnce(['cn', 'region1', ...LINE.slice(1)]);
  await standsOnce(['cn', ...OTHER]);
  expect(await tileOf('440000', await house.actor(['supervisor', '440000']))).toBe(1);
  const left = await house.owner.query(
    `select path from ticket where path ^@ 'cn/44/' union all select path from ticket_access where path ^@ 'cn/44/'`,
  );
  expect(left.rows).toEqual([]);
  const access = await house.owner.query<{ path: string }>(
    'select path from ticket_access where ticket_id = $1 order by path',
    [twice?.id],
  );
  expect(access.rows.map(({ path }) => path)).toEqual([
    'cn/',
    'cn/r1/44/',
    'cn/r1/44/4403/',
    'cn/r1/44/4403/440305/',
  ]);
});
