import { MINUTE_MS } from '@hotline/kernel';
import { plantedDatabase, type PlantedDatabase } from '../../../test/support/planted-database.js';
import { AuditLog } from '../data/audit-log.js';
import { SignInAttempts } from '../data/sign-in-attempts.js';
import { DEMO_PASSWORD } from '../domain/demo-accounts.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';

let opened: PlantedDatabase;
let signIns: SignIn;
/** A second replica: the same database, nothing shared in memory. */
let replica: SignIn;
let signOuts: SignOut;

const attempt = (
  over: { name?: string; password?: string; address?: string; formerToken?: string } = {},
  on: SignIn = signIns,
) =>
  on.run({
    name: 'agent',
    password: DEMO_PASSWORD,
    address: '10.0.0.1',
    formerToken: undefined,
    ...over,
  });
const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'in',
    (error: Error) => error.message,
  );
const wrong = (over: object = {}, on?: SignIn) => outcome(attempt({ password: 'wrong', ...over }, on));

beforeEach(async () => {
  opened = await plantedDatabase({ demo: true });
  const { work, clock, sealing, actors } = opened;
  const audit = new AuditLog(sealing);
  signIns = new SignIn(work, clock, new SignInAttempts(sealing), actors, audit);
  replica = new SignIn(work, clock, new SignInAttempts(sealing), actors, audit);
  signOuts = new SignOut(work, actors, audit);
});
afterEach(() => opened.close());

describe('signing in', () => {
  it('opens a session of the account with its roles', async () => {
    const { token, actor } = await attempt({ name: ' Agent ' });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(actor.memberships).toMatchObject([{ role: 'agent', path: 'cn/' }]);
    expect(await opened.actors.ofSession(token)).toEqual(actor);
  });

  it('stores only the hash of the token', async () => {
    const { token } = await attempt();
    const { rows } = await opened.owner.query('select encode(token_hash, $1) as hash from session', [
      'escape',
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0].hash).not.toContain(token);
  });

  it('answers alike for an unknown name, a wrong password and a closed account', async () => {
    await opened.owner.query(`update account set active = false where name = 'auditor'`);
    expect([
      await wrong(),
      await outcome(attempt({ name: 'nobody' })),
      await outcome(attempt({ name: 'auditor' })),
    ]).toEqual(['sign-in-failed', 'sign-in-failed', 'sign-in-failed']);
  });

  it('ends the session the browser had before', async () => {
    const before = await attempt();
    const after = await attempt({ formerToken: before.token });
    expect(await opened.actors.ofSession(before.token)).toBeNull();
    expect(await opened.actors.ofSession(after.token)).not.toBeNull();
  });
});

describe('the lock', () => {
  it('holds a name after five failures, whichever replica counted them, until ten minutes have passed', async () => {
    for (const on of [signIns, replica, signIns, replica, signIns]) {
      expect(await wrong({}, on)).toBe('sign-in-failed');
    }
    await expect(attempt({ address: '10.9.9.9' }, replica)).rejects.toMatchObject({
      refusal: { code: 'sign-in-locked', facts: { retryAfterSeconds: 600 } },
    });
    expect(await outcome(attempt({ name: 'dispatcher' }))).toBe('in');
    opened.clock.advance(10 * MINUTE_MS);
    expect(await outcome(attempt())).toBe('in');
  });

  it('holds an unknown name in the same way', async () => {
    for (let n = 0; n < 5; n += 1) await wrong({ name: 'nobody' });
    expect(await wrong({ name: 'nobody' })).toBe('sign-in-locked');
  });

  it('counts guesses sent side by side', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => wrong()));
    expect(answers.filter((answer) => answer === 'sign-in-failed')).toHaveLength(5);
  });

  it('holds an address after twenty failures within a minute', async () => {
    for (let n = 0; n < 20; n += 1) await wrong({ name: `guess${n}` });
    expect(await outcome(attempt())).toBe('sign-in-locked');
    expect(await outcome(attempt({ address: '10.0.0.2' }))).toBe('in');
    opened.clock.advance(MINUTE_MS);
    expect(await outcome(attempt())).toBe('in');
  });

  it('keeps neither name nor address in the clear', async () => {
    await wrong({ name: 'guess-me', address: '10.77.0.1' });
    const { rows } = await opened.owner.query(`select t::text as line from sign_in_attempt t`);
    expect(JSON.stringify(rows)).not.toMatch(/guess|10\.77/);
  });
});

describe('a session', () => {
  it('ends half an hour after its last use, and use keeps it', async () => {
    const { token } = await attempt();
    for (let n = 0; n < 3; n += 1) {
      opened.clock.advance(29 * MINUTE_MS);
      expect(await opened.actors.ofSession(token)).not.toBeNull();
    }
    opened.clock.advance(31 * MINUTE_MS);
    expect(await opened.actors.ofSession(token)).toBeNull();
  });

  it('ends after twelve hours however much it is used', async () => {
    const { token } = await attempt();
    for (let n = 0; n < 35; n += 1) {
      opened.clock.advance(20 * MINUTE_MS);
      expect(await opened.actors.ofSession(token)).not.toBeNull();
    }
    opened.clock.advance(20 * MINUTE_MS);
    expect(await opened.actors.ofSession(token)).toBeNull();
  });

  it('ends at once by signing out', async () => {
    const { token, actor } = await attempt();
    await signOuts.run(actor, token);
    expect(await opened.actors.ofSession(token)).toBeNull();
  });

  it('is written down as used at most once a minute', async () => {
    const { token } = await attempt();
    const seenAt = async () =>
      (await opened.owner.query('select seen_at from session')).rows[0].seen_at as Date;
    const first = await seenAt();
    opened.clock.advance(50_000);
    await opened.actors.ofSession(token);
    expect(await seenAt()).toEqual(first);
    opened.clock.advance(10_000);
    await opened.actors.ofSession(token);
    expect((await seenAt()).getTime() - first.getTime()).toBe(60_000);
  });
});
