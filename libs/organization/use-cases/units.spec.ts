import { plantedDatabase, type PlantedDatabase } from '../../../test/support/planted-database.js';
import { AuditLog } from '../data/audit-log.js';
import type { Actor } from '../domain/actor.js';
import { unitId } from '../domain/union-tree.js';
import { AddUnit } from './add-unit.js';
import { ChangeUnit } from './change-unit.js';
import { ListUnits } from './list-units.js';

let opened: PlantedDatabase;
let shenzhen: Actor;
let add: AddUnit;
let change: ChangeUnit;
let list: ListUnits;

beforeAll(async () => {
  opened = await plantedDatabase();
  const audit = new AuditLog(opened.sealing);
  add = new AddUnit(opened.work, opened.tree, audit);
  change = new ChangeUnit(opened.work, opened.tree, audit);
  list = new ListUnits(opened.tree);
  shenzhen = await opened.actor('administrator', '440300');
});
afterAll(() => opened.close());

const township = (code: string, name: string, parentCode = '440305') => ({
  parentId: unitId(parentCode),
  level: 'township' as const,
  code,
  name,
});
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: Error) => error.message,
  );

it('adds a township that is found by its sound at once', async () => {
  const added = await add.run(shenzhen, township('440305001', '南头街道总工会'));
  expect(added).toMatchObject({ path: 'cn/44/4403/440305/440305001/', kind: 'territorial', version: 1 });
  expect(list.run({ q: 'nantou', limit: 5 }).items).toMatchObject([{ id: added.id }]);
  expect(opened.tree.current().route(unitId('440300'), added.id)).toHaveLength(3);
});

it.each([
  ['a code in use', township('440304', '重复总工会'), 'duplicate'],
  ['a parent elsewhere', township('430104001', '岳麓街道总工会', '430104'), 'not-in-your-units'],
  [
    'an unknown parent',
    { ...township('440305002', '某街道总工会'), parentId: unitId('999999') },
    'unknown-unit',
  ],
])('refuses %s', async (_, wanted, answer) => {
  expect(await code(add.run(shenzhen, wanted))).toBe(answer);
});

it('renames with the right version only, and other processes notice', async () => {
  const added = await add.run(shenzhen, township('440305003', '沙河街道总工会'));
  const renamed = await change.run(shenzhen, added.id, 1, { name: '沙河街道工会联合会' });
  expect(renamed).toMatchObject({ name: '沙河街道工会联合会', version: 2 });
  expect(await code(change.run(shenzhen, added.id, 1, { name: '另一个名字' }))).toBe('stale-version');
  await opened.owner.query(`update unit set short_name = '沙河', version = version + 1 where id = $1`, [
    added.id,
  ]);
  await opened.tree.refresh();
  expect(opened.tree.find(added.id)?.shortName).toBe('沙河');
});

it('closes from the bottom up', async () => {
  const parent = await add.run(shenzhen, township('440306001', '新安街道总工会', '440306'));
  const factory = {
    parentId: parent.id,
    level: 'enterprise' as const,
    code: 'shop0001',
    name: '某电子厂工会',
  };
  const child = await add.run(shenzhen, factory);
  expect(await code(change.run(shenzhen, parent.id, 1, { active: false }))).toBe('invalid-input');
  await change.run(shenzhen, child.id, 1, { active: false });
  expect(await change.run(shenzhen, parent.id, 1, { active: false })).toMatchObject({ active: false });
  expect(await code(change.run(shenzhen, child.id, 2, { active: true }))).toBe('invalid-input');
});

it('walks the tree level by level and page by page', () => {
  const provinces = list.run({ parentId: unitId('cn'), limit: 100 });
  expect([provinces.items.length, provinces.next]).toEqual([36, null]);
  const first = list.run({ limit: 2 });
  expect(first.items.map((unit) => unit.code)).toEqual(['cn', '110000']);
  expect(list.run({ limit: 1, after: first.next ?? '' }).items[0]?.code).toBe('110101');
});

it('searches below a unit when asked to', () => {
  const found = list.run({ q: '朝阳', parentId: unitId('110000'), limit: 10 }).items;
  expect(found.map((unit) => unit.code)).toEqual(['110105']);
});
