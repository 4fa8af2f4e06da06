import { ACCOUNT_NAME, mayGrant, mayManage } from './account-rules.js';
import type { Actor, Role } from './actor.js';

const actor = (role: Role, path: string): Actor => ({
  accountId: 'me',
  name: 'me',
  displayName: '我',
  memberships: [{ id: 'm', role, unitId: 'u', path }],
});
const guangdong = actor('administrator', 'cn/44/');

it.each([
  ['in a unit below', guangdong, 'other', 'cn/44/4403/', 'yes'],
  ['in the own unit', guangdong, 'other', 'cn/44/', 'yes'],
  ['in the unit above', guangdong, 'other', 'cn/', 'not-in-your-units'],
  ['in a sibling', guangdong, 'other', 'cn/43/', 'not-in-your-units'],
  [
    'in a unit whose path begins alike',
    actor('administrator', 'cn/4/'),
    'other',
    'cn/44/',
    'not-in-your-units',
  ],
  ['to himself', guangdong, 'me', 'cn/44/', 'forbidden'],
  ['as a supervisor', actor('supervisor', 'cn/'), 'other', 'cn/44/', 'not-in-your-units'],
])('granting %s: %s', (_, who, accountId, path, answer) => {
  const decision = mayGrant(who, accountId, path);
  expect(decision.ok ? 'yes' : decision.refusal.code).toBe(answer);
});

it.each([
  ['all memberships below', ['cn/44/', 'cn/44/4403/'], 'other', 'yes'],
  ['one membership elsewhere', ['cn/44/', 'cn/43/'], 'other', 'not-in-your-units'],
  ['no membership left', [], 'other', 'yes'],
  ['his own', ['cn/44/'], 'me', 'forbidden'],
])('managing an account with %s', (_, paths, id, answer) => {
  const decision = mayManage(guangdong, { id, paths });
  expect(decision.ok ? 'yes' : decision.refusal.code).toBe(answer);
});

it.each([
  ['handler-gd', true],
  ['a1', true],
  ['li.wei_2', true],
  ['a', false],
  ['-a', false],
  ['Admin', false],
  ['李伟', false],
  ['a'.repeat(33), false],
  ['a b', false],
])('account name %s: %p', (name, good) => expect(ACCOUNT_NAME.test(name)).toBe(good));
