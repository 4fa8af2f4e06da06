import { type Actor, unitId } from '@hotline/organization';
import { Switchboards } from '@hotline/telephony';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { LineDesk } from '../../../test/support/line-desk.js';
import type { PresenceRules } from '../domain/settings.js';
import { ListAgents } from './list-agents.js';
import { ListenIn } from './listen-in.js';
import { PresenceSettingsBook } from './presence-settings-book.js';
import { PreviewPresenceSettings } from './preview-presence-settings.js';
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
  const book = () => house.get(PresenceSettingsBook);
  const preview = (actor: Actor, unitId: string, settings: PresenceRules | null) =>
    house.get(PreviewPresenceSettings).run(actor, unitId, settings);
  const NATION = unitId('cn');
  const GUANGDONG = unitId('440000');
  let root: Actor;
  let province: Actor;
  let shipped: PresenceRules;
  const change = (unitId: string, basedOn: number, settings: PresenceRules | null) => ({
    unitId,
    basedOn,
    settings,
    because: '会议决定',
  });

  beforeAll(async () => {
    root = await house.serving(['administrator', 'cn']);
    province = await house.serving(['administrator', '440000']);
    shipped = (await book().show(root)).held.settings;
  });

  it('are versions, each reason once, and nobody overwrites what he has not seen', async () => {
    const { version, held, own, above } = await book().show(root);
    expect([own, above, held.unit.id]).toEqual([true, null, NATION]);
    const { breaks } = shipped;
    const twice = { ...shipped, breaks: [...breaks, ...breaks.slice(0, 1)] };
    expect(await refusalOf(book().change(province, change(NATION, version, shipped)))).toBe(
      'not-found unitId',
    );
    expect(await refusalOf(book().change(root, change(NATION, version, twice)))).toBe(
      `duplicate settings.breaks.${breaks.length}.reason`,
    );
    expect(await refusalOf(book().change(root, change(NATION, version, null)))).toBe(
      'invalid-input settings',
    );
    const changed = await book().change(root, change(NATION, version, shipped));
    expect([changed.version, changed.history[1]?.version]).toEqual([version + 1, version]);
    expect(await refusalOf(book().change(root, change(NATION, version, shipped)))).toBe('stale-version');
  });

  it('of a unit hold for its own agents until it gives them back, and not for the others', async () => {
    const here = await house.serving(['agent', '440300']);
    const elsewhere = await house.serving(['agent', '430000']);
    for (const one of [here, elsewhere]) await house.get(SignOnLine).run(one, 1);
    const break_ = { intent: 'break', reason: 'bank', zh: '盘点', en: 'Stock', limitSeconds: 600 } as const;
    const own = { ...shipped, wrapUpSeconds: 90, breaks: [...shipped.breaks, break_] };
    const effect = await preview(province, GUANGDONG, own);
    expect(effect).toMatchObject({
      rules: [{ field: 'wrapUpSeconds', from: 30, to: 90 }],
      breaks: [{ reason: 'bank', change: 'added', to: 600 }],
      atLine: 1,
      apart: [],
    });
    expect(await preview(root, NATION, own)).toMatchObject({ atLine: effect.atLine + 2 });
    expect(await refusalOf(book().change(province, change(GUANGDONG, 0, null)))).toBe('wrong-state');
    const set = await book().change(province, change(GUANGDONG, 0, own));
    expect(set).toMatchObject({
      own: true,
      version: 1,
      agents: effect.agents,
      held: { unit: { id: GUANGDONG } },
    });
    expect(set.above?.settings.wrapUpSeconds).toBe(30);
    const reasons = async (actor: Actor) =>
      (await house.get(ShowPresence).run(actor)).breaks.map(({ reason }) => reason);
    expect(await reasons(here)).toContain('bank');
    expect(await reasons(elsewhere)).not.toContain('bank');
    const nation = await book().show(root, NATION);
    expect(nation.apart).toEqual([
      { unit: expect.objectContaining({ id: GUANGDONG }), agents: effect.agents },
    ]);
    const back = await book().change(province, change(GUANGDONG, 1, null));
    expect(back).toMatchObject({ own: false, version: 2, held: { unit: { id: NATION } } });
    expect(back.history.map(({ settings }) => settings?.wrapUpSeconds ?? null)).toEqual([null, 90]);
    expect(await reasons(here)).not.toContain('bank');
    const { rows } = await house.owner.query(
      `select action, reason from audit where object_id = $1 and object_kind = 'presence-settings' order by seq`,
      [GUANGDONG],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'presence-settings-changed',
      'presence-settings-given-back',
    ]);
  });
});
