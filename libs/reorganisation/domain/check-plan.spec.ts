import {
  BAOAN,
  CHANGSHA,
  GUANGDONG,
  HUNAN,
  NANSHAN,
  NATION,
  RAILWAY,
  SHENZHEN,
  SMALL_TREE,
} from '../../../test/support/small-tree.js';
import { checkPlan, type Past } from './check-plan.js';
import type { ChangePlan } from './plan.js';
import { treeEditOf } from './tree-edit.js';

const PAST: Past = {
  pathOwner: (path) => (path === 'cn/43/440306/' ? 'another' : undefined),
  codeOwner: (code) => (code === '440399' ? 'another' : undefined),
};
const plan = (rest: Partial<ChangePlan>): ChangePlan => ({ kind: 'move', unitIds: [NANSHAN.id], ...rest });
const part = (unitId: string, places: string[] = [], childIds: string[] = []) => ({
  unitId,
  places,
  childIds,
});
const young = (code: string | undefined, name: string | undefined) => ({ ...part('new'), code, name });

const CASES: readonly (readonly [string, Partial<ChangePlan>, readonly string[]])[] = [
  ['a county to another city', { parentId: CHANGSHA.id }, []],
  ['a county directly below a province', { parentId: HUNAN.id }, []],
  ['a city below another city', { unitIds: [SHENZHEN.id], parentId: CHANGSHA.id }, []],
  ['nothing', { unitIds: [], parentId: CHANGSHA.id }, ['unitIds missing']],
  ['a stranger', { unitIds: ['nobody'], parentId: CHANGSHA.id }, ['unitIds unknown-unit']],
  ['the root', { unitIds: [NATION.id], parentId: CHANGSHA.id }, ['unitIds root']],
  [
    'a unit together with one below it',
    { unitIds: [SHENZHEN.id, NANSHAN.id], parentId: HUNAN.id },
    ['unitIds twice'],
  ],
  ['to nobody', {}, ['parentId missing']],
  ['to a stranger', { parentId: 'nobody' }, ['parentId unknown-unit']],
  ['below itself', { unitIds: [SHENZHEN.id], parentId: NANSHAN.id }, ['parentId cycle', 'parentId level']],
  ['where it hangs already', { parentId: SHENZHEN.id }, ['parentId nothing-changes']],
  ['below a lower level', { unitIds: [HUNAN.id], parentId: SHENZHEN.id }, ['parentId level']],
  ['into an industrial chain', { parentId: RAILWAY.id }, ['parentId kind']],
  ['to a path another unit once had', { unitIds: [BAOAN.id], parentId: HUNAN.id }, ['parentId path-taken']],
  ['a new name', { kind: 'rename', name: '前海区总工会' }, []],
  ['the same name', { kind: 'rename', name: NANSHAN.name }, ['name nothing-changes']],
  ['a code in use', { kind: 'rename', code: '440306' }, ['code code-taken']],
  ['a code once in use', { kind: 'rename', code: '440399' }, ['code code-taken']],
  ['a code that is none', { kind: 'rename', code: 'A/' }, ['code code-wrong']],
  ['a merger', { kind: 'merge', intoId: BAOAN.id }, []],
  ['a merger of several', { kind: 'merge', unitIds: [NANSHAN.id, BAOAN.id], intoId: SHENZHEN.id }, []],
  ['a merger with itself', { kind: 'merge', intoId: NANSHAN.id }, ['intoId cycle', 'intoId twice']],
  [
    'a merger into one below',
    { kind: 'merge', unitIds: [SHENZHEN.id], intoId: NANSHAN.id },
    ['intoId cycle', 'intoId level'],
  ],
  ['a split', { kind: 'split', parts: [part(BAOAN.id, ['440305']), young('440398', '前海')], heir: 1 }, []],
  ['a part that goes', { kind: 'split', parts: [young('440398', '前海')], heir: null }, []],
  ['a split into one', { kind: 'split', parts: [young('440398', '前海')], heir: 0 }, ['parts missing']],
  [
    'a split without an heir',
    { kind: 'split', parts: [part(BAOAN.id), young('440398', '前海')] },
    ['heir missing'],
  ],
  [
    'a split with a place named twice',
    {
      kind: 'split',
      parts: [part(BAOAN.id, ['440305']), { ...young('440398', '前海'), places: ['440305'] }],
      heir: 0,
    },
    ['parts place-twice'],
  ],
  [
    'a split that gives away a stranger',
    { kind: 'split', parts: [part(BAOAN.id, [], [HUNAN.id]), young('440398', '前海')], heir: 0 },
    ['parts not-a-child'],
  ],
  [
    'a part without code and name',
    { kind: 'split', parts: [part(BAOAN.id), young(undefined, undefined)], heir: 0 },
    ['parts.1.name missing', 'parts.1.code missing'],
  ],
  ['a closure', { kind: 'close' }, []],
  ['two closures at once', { kind: 'close', unitIds: [NANSHAN.id, BAOAN.id] }, ['unitIds twice']],
];

it.each(CASES)('%s', (_, rest, conflicts) =>
  expect(checkPlan(plan(rest), SMALL_TREE, PAST).map(({ field, problem }) => `${field} ${problem}`)).toEqual(
    conflicts,
  ),
);

const moves = (rest: Partial<ChangePlan>) =>
  treeEditOf(plan(rest), SMALL_TREE).moves.map(({ from, to }) => `${from} → ${to}`);

it.each([
  ['a move', { parentId: CHANGSHA.id }, ['cn/44/4403/440305/ → cn/43/4301/440305/']],
  [
    'a merger: the children beside the unit itself',
    { kind: 'merge' as const, unitIds: [SHENZHEN.id], intoId: CHANGSHA.id },
    [
      'cn/44/4403/440305/ → cn/43/4301/440305/',
      'cn/44/4403/440306/ → cn/43/4301/440306/',
      'cn/44/4403/ → cn/43/4301/4403/',
    ],
  ],
  [
    'a closure: only the children',
    { kind: 'close' as const, unitIds: [SHENZHEN.id] },
    ['cn/44/4403/440305/ → cn/44/440305/', 'cn/44/4403/440306/ → cn/44/440306/'],
  ],
  [
    'a split: each child where it is given, the rest and the unit to the heir',
    {
      kind: 'split' as const,
      unitIds: [SHENZHEN.id],
      parts: [part(GUANGDONG.id, [], [NANSHAN.id]), young('440399', '前海市')],
      heir: 1,
    },
    [
      'cn/44/4403/440305/ → cn/44/440305/',
      'cn/44/4403/440306/ → cn/44/440399/440306/',
      'cn/44/4403/ → cn/44/440399/4403/',
    ],
  ],
])('%s', (_, rest, expected) => expect(moves(rest)).toEqual(expected));
