import type { Actor } from '@hotline/organization';
import { Switchboards } from '@hotline/telephony';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { LineDesk } from '../../../test/support/line-desk.js';
import { ListAgents } from './list-agents.js';
import { ListenIn } from './listen-in.js';
import { PresenceSettingsBook } from './presence-settings-book.js';
import { ShowPresence } from './show-presence.js';
import { SignOnLine } from './sign-on-line.js';

let house: CaseHouse;
let agent: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  agent = await house.serving(['agent', 'cn']);
}, 60_000);
afterAll(() => house.close());

describe('listening', () => {
  const asked: string[] = [];
  const listen = (actor: Actor, ear: 'listen' | 'barge-in' = 'listen') =>
    refusalOf(house.get(ListenIn).run(actor, agent.accountId, ear, '新坐席带教'));

  /** What the list offers him at the agent. */
  const ears = async (actor: Actor) =>
    (await house.get(ListAgents).run(actor, undefined, 10)).items.find(
      ({ accountId }) => accountId === agent.accountId,
    )?.ears;

  it('needs a talk, a telephone beside it and the operator’s leave, and is on record before a word is heard', async () => {
    const open = await LineDesk.open(house, { listen: true });
    house.get(Switchboards).hold(open.sourceId, {
      ask: (action, fields) => {
        asked.push(`${action} ${String(fields.Application)} ${String(fields.Data)}`);
        return Promise.resolve({ response: null, events: [] });
      },
    });
    await open.telephoneOf(agent, 'PJSIP/8100', 'desk');
    const supervisor = await house.serving(['supervisor', 'cn']);
    await house.get(SignOnLine).run(agent, 1);
    expect(await listen(supervisor)).toBe('wrong-state');
    expect(await ears(supervisor)).toEqual([]);
    const call = await open.callOn();
    const { accountId } = agent;
    await open.tell({ kind: 'answered', ...call, accountId, direction: 'in', at: house.clock.now() });
    expect(await listen(supervisor)).toBe('no-telephone');
    expect(await ears(supervisor)).toEqual([]);
    await open.telephoneOf(supervisor, 'PJSIP/8101', 'desk');
    expect(await ears(supervisor)).toEqual(['listen']);
    expect(await ears(await house.serving(['supervisor', 'cn']))).toEqual([]);
    expect(await listen(await house.actor(['supervisor', '440000']))).toBe('not-found');
    expect(await listen(supervisor, 'barge-in')).toBe('not-controllable');
    expect(await listen(supervisor)).toBe('allowed');
    expect(asked.filter((one) => one.includes('ChanSpy'))).toEqual(['Originate ChanSpy PJSIP/8100,q']);
    const { rows } = await house.owner.query(
      `select action, object_id, reason from audit where action like 'call-%' and actor_id = $1`,
      [supervisor.accountId],
    );
    expect(rows).toEqual([{ action: 'call-listened', object_id: call.callId, reason: '新坐席带教' }]);
    expect((await house.get(ShowPresence).run(agent)).telephone?.controls).toEqual([
      'reject',
      'hang-up',
      'dial',
    ]);
  });
});

describe('the settings', () => {
  it('are versions, changed at the root, each reason once', async () => {
    const root = await house.actor(['administrator', 'cn']);
    const book = house.get(PresenceSettingsBook);
    const { version: now, breaks } = await book.show(root);
    const settings = {
      wrapUpSeconds: 30,
      prolongSeconds: 30,
      prolongTimes: 2,
      unknownAfterSeconds: 30,
      signedOutAfterSeconds: 300,
      breaks,
    };
    const province = await house.actor(['administrator', '440000']);
    expect(await refusalOf(book.change(province, now, settings, '试一试'))).toBe('forbidden');
    const twice = { ...settings, breaks: [...breaks, ...breaks.slice(0, 1)] };
    expect(await refusalOf(book.change(root, now, twice, '试一试'))).toBe(
      `duplicate breaks.${breaks.length}.reason`,
    );
    const changed = await book.change(root, now, settings, '与出厂一致');
    expect([changed.version, changed.history[0]?.version]).toEqual([now + 1, now]);
    expect(await refusalOf(book.change(root, now, settings, '试一试'))).toBe('stale-version');
  });
});
