import {
  CHANGSHA,
  GUANGDONG,
  HUNAN,
  NANSHAN,
  NATION,
  RAILWAY,
  SHENZHEN,
  SMALL_TREE,
} from '../../../test/support/small-tree.js';
import { aTicket } from '../../../test/support/ticket-facts.js';
import { homeProvince } from '@hotline/ticket';
import { arrivalParts } from './arrival-parts.js';
import type { RouteQuestion } from './catalogue.js';
import { type ChainSetting, decideReceivers, settingFor } from './chains.js';
import { checkChain } from './check-chain.js';
import { SHIPPED_CATALOGUE } from './shipped-catalogue.js';

const unknown = { code: null, guessed: false };
const nowhere = { caller: unknown, workplace: unknown, employerSeat: unknown, insurance: unknown };
const inNanshan = { ...nowhere, workplace: { code: '440305', guessed: false } };
const railwayPay: RouteQuestion = { kind: 'complaint', field: 'pay', industry: 'railway', places: inNanshan };
const courier: RouteQuestion = { kind: 'complaint', field: 'new-forms', places: inNanshan };

const setting = (rest: Partial<ChainSetting>): ChainSetting => ({
  industry: 'railway',
  mode: 'industrial-first',
  dualLead: null,
  unitId: null,
  effectiveFrom: '2026-01-01',
  ...rest,
});
const decide = (question: RouteQuestion, ...settings: ChainSetting[]) => {
  const { lead, support } = decideReceivers(question, SHIPPED_CATALOGUE, settings, '2026-03-10', SMALL_TREE);
  return {
    lead: lead.clear ? lead.target.name : lead.reason,
    text: lead.explanation.text,
    support: support.map((one) => one.unit.name),
  };
};

describe('who leads in an industry', () => {
  it.each<[string, RouteQuestion, ChainSetting[], string, string[]]>([
    ['without a setting the catalogue decides', railwayPay, [], RAILWAY.name, []],
    ['产业优先', railwayPay, [setting({})], RAILWAY.name, []],
    ['属地优先', railwayPay, [setting({ mode: 'territorial-first' })], NANSHAN.name, []],
    [
      '双派，产业主办',
      railwayPay,
      [setting({ mode: 'dual', dualLead: 'industrial' })],
      RAILWAY.name,
      [NANSHAN.name],
    ],
    [
      '双派，属地主办',
      railwayPay,
      [setting({ mode: 'dual', dualLead: 'territorial' })],
      NANSHAN.name,
      [RAILWAY.name],
    ],
    [
      'a setting of another industry says nothing',
      railwayPay,
      [setting({ industry: 'finance', mode: 'territorial-first' })],
      RAILWAY.name,
      [],
    ],
    [
      'nor does one that begins tomorrow',
      railwayPay,
      [setting({ mode: 'territorial-first', effectiveFrom: '2026-03-11' })],
      RAILWAY.name,
      [],
    ],
    [
      'platform work: the district leads, the platform’s union supports',
      courier,
      [setting({ industry: 'platform', mode: 'dual', dualLead: 'territorial', unitId: RAILWAY.id })],
      NANSHAN.name,
      [RAILWAY.name],
    ],
    ['platform work without a union of its own', courier, [], NANSHAN.name, []],
    [
      'nobody to lead on the territorial side is left to a dispatcher',
      { ...railwayPay, places: nowhere },
      [setting({ mode: 'dual', dualLead: 'territorial' })],
      'place-unknown',
      [RAILWAY.name],
    ],
  ])('%s', (_, question, settings, lead, support) => {
    expect(decide(question, ...settings)).toMatchObject({ lead, support });
  });

  it('says which setting, and from when', () => {
    expect(decide(railwayPay, setting({})).text).toBe(`产业优先（2026-01-01 起） → ${RAILWAY.name}`);
    expect(decide(railwayPay, setting({ mode: 'territorial-first' })).text).toMatch(
      /；属地优先（2026-01-01 起）$/,
    );
  });

  it('is the newest whose day has come; of one day, the one made last', () => {
    const settings = [
      setting({ effectiveFrom: '2026-03-01', mode: 'territorial-first' }),
      setting({ effectiveFrom: '2026-02-01' }),
      setting({ effectiveFrom: '2026-03-01', mode: 'dual', dualLead: 'industrial' }),
      setting({ effectiveFrom: '2026-05-01' }),
    ];
    expect(settingFor(settings, 'railway', '2026-03-10')).toBe(settings[2]);
    expect(settingFor(settings, 'railway', '2026-02-10')).toBe(settings[1]);
    expect(settingFor(settings, 'railway', '2026-01-10')).toBeUndefined();
  });

  it.each([
    ['an industry nobody knows', { industry: 'magic' }, 'unknown-category industry'],
    ['both, without saying who leads', { mode: 'dual' as const }, 'invalid-input dualLead'],
    ['one, with somebody who leads both', { dualLead: 'industrial' as const }, 'invalid-input dualLead'],
    ['a day that has passed', { effectiveFrom: '2026-03-09' }, 'invalid-input effectiveFrom'],
    ['a day that is none', { effectiveFrom: '2026-02-31' }, 'invalid-input effectiveFrom'],
    ['an industry without a union', { industry: 'mining' }, 'unknown-unit unitId'],
    ['today', { effectiveFrom: '2026-03-10' }, 'ok'],
  ])('cannot be set to %s', (_, change, answer) => {
    const decision = checkChain(
      setting({ effectiveFrom: '2026-04-01', ...change }),
      SMALL_TREE,
      '2026-03-10',
    );
    expect(decision.ok ? 'ok' : `${decision.refusal.code} ${decision.refusal.field}`).toBe(answer);
  });
});

describe('the home province', () => {
  const caller = (code: string, guessed = false) => ({ ...nowhere, caller: { code, guessed } });

  it.each([
    ['of the province that took the call', aTicket(SHENZHEN), GUANGDONG.name],
    [
      'of the caller’s confirmed place at the national desk',
      aTicket(NATION).with({ places: caller('430100') }),
      HUNAN.name,
    ],
    ['never of a guess', aTicket(NATION).with({ places: caller('430100', true) }), undefined],
    ['never of an industrial chain', aTicket(RAILWAY), undefined],
  ])('is that %s', (_, ticket, name) => {
    expect(homeProvince(ticket.build(), SMALL_TREE)?.name).toBe(name);
  });

  it('supports a case that left it, and is asked once', () => {
    const facts = aTicket(SHENZHEN).build();
    const [wish, ...more] = arrivalParts(facts, CHANGSHA, [], SMALL_TREE);
    expect(more).toEqual([]);
    expect(wish).toMatchObject({ unit: { name: GUANGDONG.name }, source: 'home-province' });
    expect(wish?.explanation.text).toBe(`跨省办理：${GUANGDONG.name}为职工所在省，协办`);
    expect(arrivalParts(facts, NANSHAN, [], SMALL_TREE)).toEqual([]);
    const part = { id: 's', unitId: GUANGDONG.id } as never;
    expect(arrivalParts({ ...facts, supports: [part] }, CHANGSHA, [], SMALL_TREE)).toEqual([]);
  });
});
