import type { Actor } from './actor.js';
import type { UnitLevel } from './tree.js';
import { mayAddUnit, mayChangeUnit, UNIT_CODE } from './unit-rules.js';

const administrator: Actor = {
  accountId: 'me',
  name: 'me',
  displayName: '我',
  memberships: [{ id: 'm', role: 'administrator', unitId: 'u', path: 'cn/44/' }],
};
const nanshan = { level: 'county' as UnitLevel, path: 'cn/44/4403/440305/', active: true };

it.each([
  ['a township below a county', nanshan, 'township', 'yes'],
  ['a township below a city', { ...nanshan, level: 'city' as const }, 'township', 'yes'],
  ['a township below a province', { ...nanshan, level: 'province' as const }, 'township', 'invalid-input'],
  ['a township below a township', { ...nanshan, level: 'township' as const }, 'township', 'invalid-input'],
  ['an enterprise below a county', nanshan, 'enterprise', 'yes'],
  ['a subsidiary below its group', { ...nanshan, level: 'enterprise' as const }, 'enterprise', 'yes'],
  ['a unit below a closed one', { ...nanshan, active: false }, 'enterprise', 'invalid-input'],
  ['a unit below a sibling’s', { ...nanshan, path: 'cn/43/4301/' }, 'enterprise', 'not-in-your-units'],
  ['the tenth level', { ...nanshan, path: `cn/44/${'a/'.repeat(7)}` }, 'enterprise', 'invalid-input'],
] as const)('adding %s', (_, parent, level, answer) => {
  const decision = mayAddUnit(administrator, parent, level);
  expect(decision.ok ? 'yes' : decision.refusal.code).toBe(answer);
});

it.each([
  ['renaming', nanshan, { name: '新名称' }, { parentActive: true, activeChildren: 3 }, 'yes'],
  ['closing a leaf', nanshan, { active: false }, { parentActive: true, activeChildren: 0 }, 'yes'],
  [
    'closing above open units',
    nanshan,
    { active: false },
    { parentActive: true, activeChildren: 1 },
    'invalid-input',
  ],
  ['opening', nanshan, { active: true }, { parentActive: true, activeChildren: 0 }, 'yes'],
  [
    'opening below a closed unit',
    nanshan,
    { active: true },
    { parentActive: false, activeChildren: 0 },
    'invalid-input',
  ],
  [
    'another province’s unit',
    { ...nanshan, path: 'cn/43/' },
    { name: '新' },
    { parentActive: true, activeChildren: 0 },
    'not-in-your-units',
  ],
] as const)('%s', (_, unit, edit, around, answer) => {
  const decision = mayChangeUnit(administrator, unit, edit, around);
  expect(decision.ok ? 'yes' : decision.refusal.code).toBe(answer);
});

it('never closes the national union', () => {
  const all = { ...administrator, memberships: [{ ...administrator.memberships[0]!, path: 'cn/' }] };
  const national = { level: 'national' as const, path: 'cn/', active: true };
  const decision = mayChangeUnit(all, national, { active: false }, { parentActive: true, activeChildren: 0 });
  expect(decision.ok).toBe(false);
});

it.each([
  ['440305001', true],
  ['91440300708461136t', true],
  ['ab', false],
  ['a/b', false],
  ['A12', false],
  ['工会一', false],
])('unit code %s: %p', (code, good) => expect(UNIT_CODE.test(code)).toBe(good));
