import { newId } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { eventually } from '../../../test/support/eventually.js';
import { startHotline } from '../../../test/support/hotline.js';
import { PractisedLine } from '../../../test/support/practised-line.js';
import type { TelephoneKey } from '../domain/keys.js';
import { ChooseState } from './choose-state.js';
import { Dial } from './dial.js';
import { FollowSwitchboard } from './follow-switchboard.js';
import { NumbersToDial } from './numbers-to-dial.js';
import { PassTime } from './pass-time.js';
import { ReconcileSwitchboard } from './reconcile-switchboard.js';
import { type OwnPresence, ShowPresence } from './show-presence.js';
import { SignOffLine } from './sign-off-line.js';
import { SignOnLine } from './sign-on-line.js';
import { SwitchboardDoor } from './switchboard-door.js';
import { TakeCallScreen } from './take-call-screen.js';
import { UseTelephone } from './use-telephone.js';
import { WriteUp } from './write-up.js';

const TELEPHONE = 'PJSIP/8001';
let house: CaseHouse;
let line: PractisedLine;
let agent: Actor;

const me = (): Promise<OwnPresence> => house.get(ShowPresence).run(agent);
const later = (seconds: number) => house.clock.advance(seconds * 1_000);
const REST = { intent: 'break', reason: 'rest' } as const;
const choose = async (aim: { intent: 'ready' | 'break'; reason: string | null }) =>
  house.get(ChooseState).now(agent, (await me()).version, aim);

/** What the agent sees, once the switchboard's events about it are on record. */
const shows = (shown: string) =>
  eventually(`shown as ${shown}`, async () => {
    await line.heard();
    return (await me()).shown === shown;
  });
const switchboardSays = (state: string | null) =>
  eventually(`the switchboard says ${state}`, async () => {
    await house.get(FollowSwitchboard).settled();
    return line.member(TELEPHONE) === state;
  });
const press = async (key: TelephoneKey) =>
  house.get(UseTelephone).run(agent, { key, callId: (await me()).call?.callId ?? null, screenId: null });
const passed = async () => {
  await house.owner.query('update presence set seen_at = $1', [house.clock.now()]);
  await house.get(PassTime).run();
};

beforeAll(async () => {
  house = await CaseHouse.open();
  line = await PractisedLine.open(house);
  agent = await house.serving(['agent', 'cn']);
  await line.telephoneOf(agent, TELEPHONE);
}, 60_000);
afterAll(async () => {
  await line?.close();
  await house?.close();
});
beforeEach(async () => {
  await house.get(SignOnLine).run(agent, (await me()).version);
  await switchboardSays('ready');
  later(5);
});
afterEach(async () => {
  if ((await me()).signedIn) await house.get(SignOffLine).run(agent, (await me()).version);
  await switchboardSays(null);
});

describe('a desk on a real line', () => {
  it('rings, answers, holds, hangs up, writes up by itself and is ready again; the switchboard’s pause follows', async () => {
    line.call();
    await shows('ringing');
    expect((await me()).telephone?.keys).toEqual(['answer', 'reject', 'dial']);
    expect(
      await refusalOf(
        house.get(UseTelephone).run(agent, { key: 'answer', callId: agent.accountId, screenId: null }),
      ),
    ).toBe('wrong-state');
    later(3);
    await press('answer');
    await shows('talking');
    later(10);
    await press('hold');
    await shows('hold');
    expect(await refusalOf(press('hold'))).toBe('wrong-state');
    later(4);
    await press('resume');
    await shows('talking');
    later(6);
    await press('hang-up');
    await shows('wrap-up');
    await switchboardSays('acw');
    line.call({ number: '14200000002', patienceMs: 60_000 });
    later(29);
    await passed();
    expect((await me()).shown).toBe('wrap-up');
    later(1);
    await passed();
    expect((await me()).intent).toBe('ready');
    await switchboardSays('ready');
    await shows('ringing');
    await choose(REST);
    await switchboardSays('rest');
    await press('reject');
    await shows('break');
    const { rows } = await house.owner.query<{ shown: string; seconds: number }>(
      `select shown, extract(epoch from to_at - from_at)::float as seconds from presence_segment
       where account_id = $1 and to_at > from_at order by seq`,
      [agent.accountId],
    );
    expect(rows.map(({ shown, seconds }) => `${shown} ${seconds.toFixed(0)}`)).toEqual([
      'idle 5',
      'ringing 3',
      'talking 10',
      'hold 4',
      'talking 6',
      'wrap-up 30',
    ]);
    later(60);
  });

  it('takes the call that rang while the break was set, and then has its break', async () => {
    line.call();
    await eventually('it rings there', () =>
      Promise.resolve(line.line.now().members.get(TELEPHONE)?.ringing === true),
    );
    await choose(REST);
    await switchboardSays('rest');
    await shows('ringing');
    await press('answer');
    await shows('talking');
    later(20);
    await press('hang-up');
    await shows('wrap-up');
    await switchboardSays('acw');
    later(30);
    await passed();
    expect(await me()).toMatchObject({ shown: 'break', reason: 'rest' });
    await switchboardSays('rest');
  });

  it('is made to agree with the console: lost members, foreign unpausing, members who have gone home', async () => {
    const run = () => house.get(ReconcileSwitchboard).run(line.desk.sourceId);
    expect(await run()).toBe(0);
    await choose(REST);
    await switchboardSays('rest');
    line.line.act((board) => {
      const member = board.members.get(TELEPHONE);
      if (member) member.pausedReason = null;
    });
    expect(await run()).toBe(1);
    expect(line.member(TELEPHONE)).toBe('rest');
    line.line.act((board) => board.members.delete(TELEPHONE));
    expect(await run()).toBe(1);
    expect(line.member(TELEPHONE)).toBe('rest');
    await house.owner.query(`update presence set intent = 'signed-out', reason = null, signed_in_at = null`);
    expect(await run()).toBe(1);
    expect(line.member(TELEPHONE)).toBeNull();
    await house.owner.query(`update presence_segment set to_at = $1 where to_at is null`, [
      house.clock.now(),
    ]);
  });

  it('calls back from the desk without the number passing through it, and writes that up too', async () => {
    const missedCall = newId();
    const numbers = house.get(NumbersToDial);
    numbers.add({ subject: 'missed-call', numberOf: () => Promise.resolve('14200000005') });
    const target = { subject: 'missed-call', subjectId: missedCall } as const;
    await house.get(Dial).run(agent, (await me()).version, target);
    await switchboardSays('outbound');
    await shows('outbound');
    expect(await refusalOf(house.get(Dial).run(agent, (await me()).version, target))).toBe('in-call');
    later(2);
    await eventually('his own telephone is taken', async () => {
      await line.heard();
      return (await me()).device === 'in-use';
    });
    later(30);
    await press('hang-up');
    await shows('wrap-up');
    await house.get(WriteUp).end(agent, (await me()).version);
    expect(await me()).toMatchObject({ shown: 'idle', intent: 'ready' });
    const { rows } = await house.owner.query(
      `select subject, subject_id, fault from presence_dial where account_id = $1`,
      [agent.accountId],
    );
    expect(rows).toEqual([{ subject: 'missed-call', subject_id: missedCall, fault: null }]);
    const { rows: kept } = await house.owner.query(
      `select count(*)::integer as n from presence_dial d join audit a on a.facts ->> 'dialId' = d.id::text
       where a.facts::text like '%1420000%' or d::text like '%1420000%'`,
    );
    expect(kept).toEqual([{ n: 0 }]);
  });

  it('takes one answer and one dialling of two screens, and says which of them has the call', async () => {
    line.call();
    await shows('ringing');
    const callId = (await me()).call?.callId ?? '';
    const [left, right] = [newId(), newId()];
    const answer = (screenId: string) =>
      house
        .get(UseTelephone)
        .run(agent, { key: 'answer', callId, screenId })
        .then(() => screenId);
    const both = await Promise.allSettled([answer(left), answer(right)]);
    const won = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won).toHaveLength(1);
    await shows('talking');
    const has = (screenId: string, takesOver = false) =>
      house.get(TakeCallScreen).run(agent, callId, screenId, takesOver);
    const lost = won[0] === left ? right : left;
    expect([await has(won[0] ?? ''), await has(lost)]).toEqual([true, false]);
    expect([await has(lost, true), await has(won[0] ?? '')]).toEqual([true, false]);
    await press('hang-up');
    await shows('wrap-up');
    await house.get(WriteUp).end(agent, (await me()).version);
    const target = { subject: 'missed-call', subjectId: newId() } as const;
    const { version } = await me();
    const dials = await Promise.allSettled([1, 2].map(() => house.get(Dial).run(agent, version, target)));
    expect(dials.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(house.get(Dial).run(agent, (await me()).version, target))).toBe('in-call');
    await shows('outbound');
    later(2);
    await eventually('the other side is rung', async () => {
      await line.heard();
      return (await me()).call?.state === 'dialling';
    });
    await press('hang-up');
    await shows('wrap-up');
    await house.get(WriteUp).end(agent, (await me()).version);
  });

  it('lets robots lead that sign on by themselves, also those that were there before anybody listened', async () => {
    const robot = await house.serving(['agent', 'cn']);
    await line.telephoneOf(robot, 'PJSIP/8002');
    const asked = (action: string, fields: Record<string, string>) =>
      house.get(SwitchboardDoor).ask(line.desk.sourceId, action, { Interface: 'PJSIP/8002', ...fields });
    await asked('QueueAdd', { Queue: 'q12351', MemberName: '坐席8002' });
    await line.heard();
    const look = () => house.get(ShowPresence).run(robot);
    expect(await look()).toMatchObject({ shown: 'idle', ledBy: 'switchboard' });
    await asked('QueuePause', { Paused: 'true', Reason: '用餐' });
    await line.heard();
    expect(await look()).toMatchObject({ shown: 'break', reason: 'meal' });
    await house.owner.query('delete from presence_segment where account_id = $1', [robot.accountId]);
    await house.owner.query('delete from presence where account_id = $1', [robot.accountId]);
    expect(await house.get(ReconcileSwitchboard).run(line.desk.sourceId)).toBe(0);
    expect(await look()).toMatchObject({ shown: 'break', reason: 'meal', ledBy: 'switchboard' });
    line.line.act((board) => board.members.delete('PJSIP/8002'));
    await house.get(ReconcileSwitchboard).run(line.desk.sourceId);
    expect((await look()).signedIn).toBe(false);
  });

  it('is signed in again by itself when the switchboard comes back empty', async () => {
    line.line.restart();
    expect(line.member(TELEPHONE)).toBeNull();
    await eventually('the telephone is back', async () => {
      await line.heard();
      await house.get(ReconcileSwitchboard).settled();
      return line.member(TELEPHONE) === 'ready';
    });
  });

  it('ends a wrap-up of a process that died, from the table', async () => {
    line.call();
    await shows('ringing');
    await press('answer');
    await shows('talking');
    later(10);
    await press('hang-up');
    await shows('wrap-up');
    const endsAt = (await me()).wrapUp?.endsAt;
    later(45);
    const next = await startHotline({ workers: false, clock: house.clock, databaseUrl: house.hotline.url });
    await house.owner.query('update presence set seen_at = $1', [house.clock.now()]);
    await next.nest.get(PassTime, { strict: false }).run();
    await next.close();
    expect(await me()).toMatchObject({ shown: 'idle', wrapUp: null, since: endsAt });
    // The one that died had the line: its look repairs what the other could not send.
    await house.get(ReconcileSwitchboard).run(line.desk.sourceId);
    expect(line.member(TELEPHONE)).toBe('ready');
  });
});
