import type { Actor } from '@hotline/organization';
import type { CallChange } from '@hotline/telephony';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { LineDesk } from '../../../test/support/line-desk.js';
import { ChooseState } from './choose-state.js';
import { ListAgents } from './list-agents.js';
import { PassTime } from './pass-time.js';
import { type OwnPresence, ShowPresence } from './show-presence.js';
import { SignOffLine } from './sign-off-line.js';
import { SignOnLine } from './sign-on-line.js';
import { WriteUp } from './write-up.js';

let house: CaseHouse;
let line: LineDesk;
let agent: Actor;
let byHand: Actor;
let call: { callId: string; visitId: string };

const me = (actor = agent): Promise<OwnPresence> => house.get(ShowPresence).run(actor);
const version = async (actor = agent) => (await me(actor)).version;
const signOn = async (actor = agent) => house.get(SignOnLine).run(actor, await version(actor));
const signOff = async (actor = agent) => house.get(SignOffLine).run(actor, await version(actor));
const REST = { intent: 'break', reason: 'rest' } as const;
const choose = async (aim: { intent: 'ready' | 'break' | 'outbound'; reason: string | null }) =>
  house.get(ChooseState).now(agent, await version(), aim);
const next = async (aim: { intent: 'ready' | 'break' | 'signed-out'; reason: string | null } | null) =>
  house.get(ChooseState).next(agent, await version(), aim);
const later = (seconds: number) => house.clock.advance(seconds * 1_000);
type CallKind = Extract<CallChange, { callId: string }>['kind'];
const heard = (kind: CallKind, change: object = {}): CallChange => ({
  kind,
  ...call,
  accountId: agent.accountId,
  direction: 'in',
  at: house.clock.now(),
  ...change,
});
const tell = (kind: CallKind, change: object = {}) => line.tell(heard(kind, change));
const word = (
  kind: 'device' | 'paused' | 'unpaused' | 'signed_in' | 'signed_out',
  value: string | null = null,
) => line.tell({ kind, accountId: agent.accountId, value, at: house.clock.now() });
/** A screen is open all the time, as far as the clock has gone. */
const seen = () => house.owner.query(`update presence set seen_at = $1`, [house.clock.now()]);
const pass = async () => {
  await seen();
  return house.get(PassTime).run();
};

async function segments(actor = agent) {
  const { rows } = await house.owner.query<Record<string, string | number>>(
    `select shown, reason, made_by, cause, extract(epoch from coalesce(to_at, $2) - from_at)::float as seconds
     from presence_segment where account_id = $1 order by seq`,
    [actor.accountId, house.clock.now()],
  );
  return rows.map(({ shown, reason, seconds, made_by }) =>
    [shown, reason, seconds, made_by].join(' ').replace('  ', ' '),
  );
}

beforeAll(async () => {
  house = await CaseHouse.open();
  line = await LineDesk.open(house);
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  agent = await house.serving(['agent', 'cn']);
  byHand = await house.serving(['agent', '440000']);
  await line.telephoneOf(agent, `PJSIP/${agent.accountId.slice(-6)}`);
  call = await line.callOn();
});

describe('a call at the desk', () => {
  it('rings, is talked, is written up by itself, and the next may come', async () => {
    expect(await me()).toMatchObject({ signedIn: false, shown: 'offline', version: 1, line: 'live' });
    await signOn();
    expect(await me()).toMatchObject({
      shown: 'idle',
      countsAs: 'available',
      call: null,
      queues: ['q12351'],
    });
    later(60);
    await tell('offered');
    expect(await me()).toMatchObject({
      shown: 'ringing',
      call: { ...call, state: 'offered', masked: '138****2046' },
      telephone: { keys: ['answer', 'reject', 'dial'] },
    });
    later(5);
    await line.tell(heard('answered'), {
      kind: 'device',
      accountId: agent.accountId,
      value: '2',
      at: house.clock.now(),
    });
    expect((await me()).shown).toBe('talking');
    later(20);
    await tell('held');
    expect((await me()).shown).toBe('hold');
    later(4);
    await tell('resumed');
    later(36);
    await tell('talk_ended');
    await word('device', '1');
    const wrap = await me();
    expect(wrap).toMatchObject({
      shown: 'wrap-up',
      intent: 'wrap-up',
      wrapUp: { ...call, prolongedTimes: 0 },
    });
    expect(wrap.wrapUp?.endsAt.getTime()).toBe(house.clock.now().getTime() + 30_000);
    later(31);
    expect(await pass()).toBe(1);
    expect(await me()).toMatchObject({ shown: 'idle', wrapUp: null });
    later(9);
    await signOff();
    expect(await segments()).toEqual([
      'idle 60 person',
      'ringing 5 switchboard',
      'talking 20 switchboard',
      'hold 4 switchboard',
      'talking 36 switchboard',
      'wrap-up 30 system',
      'idle 10 system',
    ]);
  });

  it('hears everything twice and late without harm', async () => {
    await signOn();
    const told: CallChange[] = [];
    for (const kind of ['offered', 'answered', 'talk_ended', 'ended'] as const) {
      later(10);
      told.push(heard(kind, kind === 'ended' ? { accountId: null, visitId: null } : {}));
    }
    for (const one of told) await line.tell(one);
    const before = await segments();
    await line.tell(...told);
    await line.tell(told[1] ?? (told[0] as CallChange));
    expect(await segments()).toEqual(before);
    expect(before).toEqual([
      'idle 10 person',
      'ringing 10 switchboard',
      'talking 10 switchboard',
      'wrap-up 10 system',
    ]);
  });

  it('comes back to the break that was running: one break, its time without the call', async () => {
    await signOn();
    await choose(REST);
    later(100);
    await tell('offered');
    await tell('answered');
    later(50);
    await tell('talk_ended');
    later(30);
    await pass();
    expect(await me()).toMatchObject({ shown: 'break', reason: 'rest', overLimit: false });
    later(799);
    await pass();
    expect((await me()).overLimit).toBe(false);
    later(2);
    expect(await pass()).toBe(1);
    expect(await pass()).toBe(0);
    expect((await me()).overLimit).toBe(true);
    const { rows } = await house.owner.query(
      `select count(distinct stretch_at)::integer as breaks, count(*)::integer as pieces from presence_segment
       where account_id = $1 and shown = 'break'`,
      [agent.accountId],
    );
    expect(rows).toEqual([{ breaks: 1, pieces: 2 }]);
  });

  it('keeps what is chosen while talking for afterwards, also going home', async () => {
    await signOn();
    await tell('offered');
    await tell('answered');
    await choose(REST);
    expect(await me()).toMatchObject({ shown: 'talking', intent: 'ready', next: REST });
    await next(null);
    expect((await me()).next).toBeNull();
    expect(await refusalOf(signOff())).toBe('in-call');
    await next({ intent: 'signed-out', reason: null });
    await tell('talk_ended');
    await house.get(WriteUp).end(agent, await version());
    expect(await me()).toMatchObject({ signedIn: false, shown: 'offline' });
    expect(await refusalOf(next(REST))).toBe('wrong-state');
  });

  it('that rings at the moment a break is set is still a call; the break begins after it', async () => {
    await signOn();
    await Promise.all([choose(REST), tell('offered')]);
    expect(await me()).toMatchObject({ shown: 'ringing', intent: 'break' });
    await tell('answered');
    await tell('talk_ended');
    later(30);
    await pass();
    expect(await me()).toMatchObject({ shown: 'break', reason: 'rest' });
  });

  it('whose end was told to nobody is ended by its record', async () => {
    await signOn();
    await tell('offered');
    await tell('answered');
    later(60);
    await house.owner.query(`update call set ended_at = $2, outcome = 'answered' where id = $1`, [
      call.callId,
      house.clock.now(),
    ]);
    later(20);
    expect(await house.get(PassTime).mendCalls()).toBe(1);
    expect(await segments()).toEqual(expect.arrayContaining(['talking 60 switchboard', 'wrap-up 20 system']));
  });
});

describe('a wrap-up', () => {
  beforeEach(async () => {
    await signOn();
    await tell('answered');
    await tell('talk_ended');
  });

  it('is prolonged a limited number of times', async () => {
    const prolong = async () => house.get(WriteUp).prolong(agent, await version());
    await prolong();
    await prolong();
    expect(await refusalOf(prolong())).toBe('prolong-cap-reached');
    expect((await me()).wrapUp).toMatchObject({ prolongedTimes: 2, prolongsLeft: 0 });
    later(89);
    await pass();
    expect((await me()).shown).toBe('wrap-up');
    later(1);
    await pass();
    expect((await me()).shown).toBe('idle');
    expect(await refusalOf(prolong())).toBe('wrong-state');
  });

  it('ends when it was due although nobody was there to see it', async () => {
    later(3_600);
    await pass();
    expect(await segments()).toEqual(expect.arrayContaining(['wrap-up 30 system', 'idle 3570 system']));
  });

  it('takes what comes next with it', async () => {
    await next(REST);
    later(31);
    await pass();
    expect(await me()).toMatchObject({ shown: 'break', next: null });
  });
});

describe('a screen', () => {
  it('lost for half a minute leaves the state unknown, for five minutes signs out, and is back before that', async () => {
    await signOn();
    const watch = () => house.get(PassTime).run();
    await seen();
    later(31);
    await watch();
    expect((await me()).shown).toBe('unknown');
    await seen();
    await watch();
    expect((await me()).shown).toBe('idle');
    later(299);
    await watch();
    expect((await me()).shown).toBe('unknown');
    later(1);
    await watch();
    expect((await me()).signedIn).toBe(false);
    const { rows } = await house.owner.query(
      `select cause, made_by from presence_segment where account_id = $1 order by seq desc limit 1`,
      [agent.accountId],
    );
    expect(rows).toEqual([{ cause: 'screen-lost', made_by: 'system' }]);
  });

  it('is not waited for while the telephone is in a call', async () => {
    await signOn();
    await tell('answered');
    await seen();
    later(600);
    await house.get(PassTime).run();
    expect(await me()).toMatchObject({ signedIn: true, shown: 'talking' });
  });
});

describe('a person without a telephone', () => {
  it('logs by hand, has breaks, and no line', async () => {
    await signOn(byHand);
    expect(await me(byHand)).toMatchObject({
      shown: 'by-hand',
      telephone: null,
      line: null,
      countsAs: 'none',
    });
    await house.get(ChooseState).now(byHand, await version(byHand), REST);
    expect((await me(byHand)).shown).toBe('break');
  });
});

describe('the telephone itself', () => {
  it('shows as unreachable, and its foreign pause is a break; our own orders coming back are not', async () => {
    await signOn();
    await word('device', '5');
    expect((await me()).shown).toBe('unreachable');
    await word('device', '1');
    await word('paused', 'rest');
    expect((await me()).intent).toBe('ready');
    await word('paused', '');
    expect(await me()).toMatchObject({ intent: 'break', reason: 'telephone' });
    await word('unpaused');
    expect((await me()).intent).toBe('ready');
    await choose(REST);
    await word('unpaused');
    expect((await me()).intent).toBe('break');
  });

  it('leads where somebody signs on by it: its pauses are the states, and no screen is waited for', async () => {
    await word('signed_in');
    expect(await me()).toMatchObject({ signedIn: true, ledBy: 'switchboard', shown: 'idle' });
    await word('paused', '用餐');
    expect(await me()).toMatchObject({ shown: 'break', reason: 'meal' });
    await word('unpaused');
    later(3_600);
    await house.get(PassTime).run();
    expect((await me()).shown).toBe('idle');
    await word('signed_out');
    expect((await me()).signedIn).toBe(false);
  });
});

describe('versions', () => {
  it('are stale once the intent has changed, not for each ring', async () => {
    await signOn();
    const before = await version();
    await tell('offered');
    await house.get(ChooseState).now(agent, before, REST);
    const stale = house.get(ChooseState).now(agent, before, { intent: 'ready', reason: null });
    expect(await refusalOf(stale)).toBe('stale-version');
    const unknown = house.get(ChooseState).now(agent, await version(), { intent: 'break', reason: 'siesta' });
    expect(await refusalOf(unknown)).toBe('invalid-input reason');
    expect(await refusalOf(signOn())).toBe('wrong-state');
  });
});

describe('who sees whom', () => {
  it('a supervisor the people of his units, page by page, never those elsewhere', async () => {
    await signOn();
    await signOn(byHand);
    const list = house.get(ListAgents);
    const national = await house.actor(['supervisor', 'cn']);
    const first = await list.run(national, undefined, 1);
    expect(first.items).toHaveLength(1);
    const rest = await list.run(national, first.next ?? undefined, 100);
    const all = [...first.items, ...rest.items].map(({ accountId }) => accountId);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining([agent.accountId, byHand.accountId]));
    const guangdong = await list.run(await house.actor(['supervisor', '440000']), undefined, 100);
    expect(guangdong.items.map(({ name }) => name)).toContain(byHand.displayName);
    expect(guangdong.items.map(({ accountId }) => accountId)).not.toContain(agent.accountId);
    expect((await list.run(await house.actor(['supervisor', '430000']), undefined, 100)).items).toEqual([]);
  });
});
