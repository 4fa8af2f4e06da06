import { DAY_MS } from '@hotline/kernel';
import { plantedDatabase, type PlantedDatabase } from '../../../test/support/planted-database.js';
import { AuditLog } from '../data/audit-log.js';
import { SignInAttempts } from '../data/sign-in-attempts.js';
import type { Actor } from '../domain/actor.js';
import { unitId } from '../domain/union-tree.js';
import { AccountChanges } from './account-changes.js';
import { AddAccount } from './add-account.js';
import { AddFirstAdministrator } from './add-first-administrator.js';
import { ChangeAccount } from './change-account.js';
import { GrantMembership } from './grant-membership.js';
import { IssueToken } from './issue-token.js';
import { ListAccounts } from './list-accounts.js';
import { RevokeMembership } from './revoke-membership.js';
import { RevokeToken } from './revoke-token.js';
import { SignIn } from './sign-in.js';

let opened: PlantedDatabase;
let guangdong: Actor;
let national: Actor;
let use: {
  add: AddAccount;
  change: ChangeAccount;
  grant: GrantMembership;
  revoke: RevokeMembership;
  issue: IssueToken;
  revokeToken: RevokeToken;
  list: ListAccounts;
  signIn: SignIn;
};

beforeEach(async () => {
  opened = await plantedDatabase();
  const { work, tree, sealing, actors, clock } = opened;
  const audit = new AuditLog(sealing);
  const changes = new AccountChanges(work, audit, actors);
  use = {
    add: new AddAccount(work, tree, audit),
    change: new ChangeAccount(changes),
    grant: new GrantMembership(changes, tree),
    revoke: new RevokeMembership(changes),
    issue: new IssueToken(changes),
    revokeToken: new RevokeToken(changes),
    list: new ListAccounts(work, tree),
    signIn: new SignIn(work, clock, new SignInAttempts(sealing), actors, audit),
  };
  guangdong = await opened.actor('administrator', '440000');
  national = await opened.actor('administrator', 'cn');
});
afterEach(() => opened.close());

const person = (name: string, unitCode: string, kind: 'person' | 'machine' = 'person') => ({
  name,
  displayName: '测试',
  kind,
  unitId: unitId(unitCode),
  role: 'handler' as const,
});
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: Error) => error.message,
  );
const signIn = (name: string, password: string) =>
  use.signIn.run({ name, password, address: '10.0.0.1', formerToken: undefined });

it('adds a person below, who signs in with the password shown once', async () => {
  const { account, initialPassword } = await use.add.run(guangdong, person('nanshan1', '440305'));
  const { actor } = await signIn('nanshan1', initialPassword ?? '');
  expect(actor).toMatchObject({
    accountId: account.id,
    memberships: [{ role: 'handler', path: 'cn/44/4403/440305/' }],
  });
});

it.each([
  ['in another province', '430000', 'taken-not', 'not-in-your-units'],
  ['in the national union', 'cn', 'taken-not', 'not-in-your-units'],
  ['with a name in use', '440300', 'taken', 'duplicate'],
])('adds nobody %s', async (_, unitCode, name, answer) => {
  await use.add.run(national, person('taken', '110000'));
  expect(await code(use.add.run(guangdong, person(name, unitCode)))).toBe(answer);
});

it('never grants to oneself', async () => {
  expect(await code(use.grant.run(national, national.accountId, unitId('cn'), 'auditor'))).toBe('forbidden');
});

it('grants below only, once, and takes away again', async () => {
  const { account } = await use.add.run(guangdong, person('sz', '440300'));
  const granted = await use.grant.run(guangdong, account.id, unitId('440305'), 'supervisor');
  expect(granted.memberships.map(({ role }) => role)).toEqual(['handler', 'supervisor']);
  expect(granted.version).toBe(account.version + 1);
  expect(await code(use.grant.run(guangdong, account.id, unitId('440305'), 'supervisor'))).toBe('duplicate');
  expect(await code(use.grant.run(guangdong, account.id, unitId('430000'), 'supervisor'))).toBe(
    'not-in-your-units',
  );
  const supervisor = granted.memberships[1]?.id ?? '';
  expect((await use.revoke.run(guangdong, account.id, supervisor)).memberships).toHaveLength(1);
  expect(await code(use.revoke.run(guangdong, account.id, supervisor))).toBe('not-found');
});

it('shows an account elsewhere as absent', async () => {
  const { account } = await use.add.run(national, person('hunan', '430000'));
  expect(await code(use.grant.run(guangdong, account.id, unitId('440300'), 'handler'))).toBe('not-found');
  expect(await code(use.change.run(guangdong, account.id, 1, { active: false }))).toBe('not-found');
});

it('leaves an account with a role elsewhere to whoever is above both', async () => {
  const { account } = await use.add.run(national, person('both', '440300'));
  const both = await use.grant.run(national, account.id, unitId('430000'), 'handler');
  expect(await code(use.change.run(guangdong, account.id, both.version, { active: false }))).toBe(
    'not-in-your-units',
  );
  expect(await code(use.change.run(national, account.id, both.version, { active: false }))).toBe('done');
});

it('closes an account at once: its session is over and its password opens nothing', async () => {
  const { account, initialPassword } = await use.add.run(guangdong, person('leaver', '440300'));
  const { token } = await signIn('leaver', initialPassword ?? '');
  await use.change.run(guangdong, account.id, account.version, { active: false });
  expect(await opened.actors.ofSession(token)).toBeNull();
  expect(await code(signIn('leaver', initialPassword ?? ''))).toBe('sign-in-failed');
});

it('refuses a change of an older version', async () => {
  const { account } = await use.add.run(guangdong, person('edited', '440300'));
  await use.change.run(guangdong, account.id, account.version, { displayName: '甲' });
  expect(await code(use.change.run(guangdong, account.id, account.version, { displayName: '乙' }))).toBe(
    'stale-version',
  );
});

it('resets a password: the old one and its sessions are over', async () => {
  const { account, initialPassword } = await use.add.run(guangdong, person('forgot', '440300'));
  const { token } = await signIn('forgot', initialPassword ?? '');
  const reset = await use.change.run(guangdong, account.id, account.version, { resetPassword: true });
  expect(await opened.actors.ofSession(token)).toBeNull();
  expect(await code(signIn('forgot', initialPassword ?? ''))).toBe('sign-in-failed');
  expect(await code(signIn('forgot', reset.initialPassword ?? ''))).toBe('done');
});

describe('a machine', () => {
  const inDays = (days: number): Date => new Date(opened.clock.now().getTime() + days * DAY_MS);

  it('acts by a token until it is revoked', async () => {
    const { account, initialPassword } = await use.add.run(
      guangdong,
      person('petition', '440000', 'machine'),
    );
    expect(initialPassword).toBeNull();
    const { id, token } = await use.issue.run(guangdong, account.id, '信访对接', inDays(90));
    expect(await opened.actors.ofToken(token)).toMatchObject({ accountId: account.id });
    await use.revokeToken.run(guangdong, account.id, id);
    expect(await opened.actors.ofToken(token)).toBeNull();
  });

  it('loses its token when the time is over', async () => {
    const { account } = await use.add.run(guangdong, person('brief', '440000', 'machine'));
    const { token } = await use.issue.run(guangdong, account.id, '短期', inDays(1));
    opened.clock.advance(DAY_MS);
    expect(await opened.actors.ofToken(token)).toBeNull();
  });

  it.each([
    ['in the past', -1],
    ['more than a year ahead', 367],
  ])('gets no token that ends %s', async (_, days) => {
    const { account } = await use.add.run(guangdong, person('refused', '440000', 'machine'));
    expect(await code(use.issue.run(guangdong, account.id, '错误', inDays(days)))).toBe('invalid-input');
  });

  it('is not a person: a person gets no token', async () => {
    const { account } = await use.add.run(guangdong, person('human', '440000'));
    expect(await code(use.issue.run(guangdong, account.id, '错误', inDays(1)))).toBe('invalid-input');
  });
});

it('lists the accounts of the subtree, page by page and by part of a name', async () => {
  for (const [name, unitCode] of [
    ['a1', '440300'],
    ['a2', '440305'],
    ['a3', '430000'],
    ['b_1', '440000'],
  ] as const) {
    await use.add.run(national, person(name, unitCode));
  }
  const names = async (query: object) =>
    (await use.list.run(guangdong, { limit: 50, ...query })).items.map(({ name }) => name);
  expect(await names({ q: 'a' })).not.toContain('a3');
  expect(await names({ q: '_' })).toEqual(['b_1']);
  expect(await names({ unitId: unitId('440300') })).toEqual(['a1', 'a2']);
  const first = await use.list.run(guangdong, { limit: 2 });
  expect([first.items.map(({ name }) => name), first.next]).toEqual([['a1', 'a2'], 'a2']);
  expect(await names({ after: 'a2' })).toEqual([guangdong.name, 'b_1'].sort());
});

it('leaves a trace of every act, without names', async () => {
  const { account } = await use.add.run(guangdong, person('traced', '440300'));
  await use.change.run(guangdong, account.id, account.version, { displayName: '秘密的名字' });
  const { rows } = await opened.owner.query(
    'select action, actor_id, object_id, facts from audit order by seq',
  );
  expect(rows).toMatchObject([
    {
      action: 'account-added',
      actor_id: guangdong.accountId,
      object_id: account.id,
      facts: { role: 'handler' },
    },
    { action: 'account-changed', actor_id: guangdong.accountId, facts: { fields: ['displayName'] } },
  ]);
  expect(JSON.stringify(rows)).not.toContain('秘密');
});

it('lets an operator add the first administrator, and only the first', async () => {
  await opened.owner.query(`update membership set revoked_at = now() where account_id = $1`, [
    national.accountId,
  ]);
  const command = new AddFirstAdministrator(opened.work, new AuditLog(opened.sealing));
  const { actor } = await signIn('root.admin', await command.run('root.admin'));
  expect(actor.memberships).toMatchObject([{ role: 'administrator', path: 'cn/' }]);
  expect(await code(command.run('second'))).toBe('wrong-state');
  expect(await code(command.run('Bad Name'))).toBe('invalid-input');
});
