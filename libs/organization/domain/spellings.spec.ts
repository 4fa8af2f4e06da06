import { movedPath, otherSpellings, type RunningMove } from './spellings.js';

const move = (switched: boolean): RunningMove[] => [
  { unitId: 'u', from: 'cn/44/4403/440305/', to: 'cn/44/4404/440305/', switched },
];

it.each([
  ['the unit, old path', 'cn/44/4403/440305/', true, ['cn/44/4404/440305/']],
  ['the unit, new path', 'cn/44/4404/440305/', true, ['cn/44/4403/440305/']],
  ['below the unit', 'cn/44/4404/440305/t1/', true, ['cn/44/4403/440305/t1/']],
  ['before the switch', 'cn/44/4403/440305/', false, ['cn/44/4404/440305/']],
  ['the new superior', 'cn/44/4404/', true, ['cn/44/4403/440305/']],
  ['the new superior before the switch', 'cn/44/4404/', false, []],
  ['the old superior', 'cn/44/4403/', true, []],
  ['above both', 'cn/44/', true, []],
  ['elsewhere', 'cn/43/', true, []],
  ['a path that begins alike', 'cn/44/4403/44030/', true, []],
])('%s also reads %s', (_, path, switched, also) =>
  expect(otherSpellings(path, move(switched))).toEqual(also),
);

it.each([
  ['cn/a/x/', 'cn/b/x/'],
  ['cn/a/', 'cn/b/a/'],
  ['cn/a/x/y/', 'cn/b/x/y/'],
  ['cn/ab/', 'cn/ab/'],
])('a merged unit hangs below its heir, its children beside it: %s becomes %s', (path, after) =>
  expect(
    movedPath(path, [
      { unitId: 'a', from: 'cn/a/', to: 'cn/b/a/' },
      { unitId: 'x', from: 'cn/a/x/', to: 'cn/b/x/' },
    ]),
  ).toBe(after),
);
