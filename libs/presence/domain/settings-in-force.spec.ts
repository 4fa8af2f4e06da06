import { blank, type Presence } from './presence.js';
import { settingsEffect } from './settings-effect.js';
import { SettingsInForce, type SettingsVersion } from './settings-in-force.js';
import type { BreakReason, PresenceRules } from './settings.js';

const REST: BreakReason = { intent: 'break', reason: 'rest', zh: '小休', en: 'Break', limitSeconds: 900 };
const MEAL: BreakReason = { intent: 'break', reason: 'meal', zh: '用餐', en: 'Meal', limitSeconds: 2_700 };
const RULES: PresenceRules = {
  wrapUpSeconds: 30,
  prolongSeconds: 30,
  prolongTimes: 2,
  unknownAfterSeconds: 30,
  signedOutAfterSeconds: 300,
  breaks: [REST, MEAL],
};
const NOW = new Date('2026-03-10T01:00:00.000Z');
const wrapUp = (wrapUpSeconds: number): PresenceRules => ({ ...RULES, wrapUpSeconds });
const version = (unitId: string | null, settings: PresenceRules | null): SettingsVersion => ({
  unitId,
  version: 1,
  at: NOW,
  by: null,
  because: '会议决定',
  settings,
});
const CHAINS: Record<string, string[]> = {
  root: ['root'],
  province: ['province', 'root'],
  city: ['city', 'province', 'root'],
  other: ['other', 'root'],
};

describe('settings in force', () => {
  const national = { ...version(null, RULES), settings: RULES };
  const units = new Map([
    ['province', version('province', wrapUp(60))],
    ['city', version('city', null)],
  ]);
  const inForce = new SettingsInForce(national, units, (id) => CHAINS[id] ?? []);

  it.each([
    ['root', 30, null],
    ['other', 30, null],
    ['province', 60, 'province'],
    // has given its own back
    ['city', 60, 'province'],
    // a post that is in no unit of the tree
    ['nowhere', 30, null],
  ])('of %s: %i seconds, decided by %s', (unit, seconds, decider) => {
    expect(inForce.of(unit).wrapUpSeconds).toBe(seconds);
    expect(inForce.deciderOf(unit)).toBe(decider);
  });

  it('without its own, a unit follows the one above', () => {
    expect(inForce.above('province').wrapUpSeconds).toBe(30);
    expect(inForce.withOwn()).toEqual(['province']);
  });
});

describe('the effect of a change', () => {
  const on = (reason: string, minutesAgo: number): Presence => {
    const from = new Date(NOW.getTime() - minutesAgo * 60_000);
    const one = { ...blank(reason + String(minutesAgo), 'city', 'cn/44/'), intent: 'break' as const, reason };
    const segment = {
      seq: 1,
      shiftAt: from,
      shown: 'break' as const,
      intent: 'break' as const,
      reason,
      from,
      to: null,
      stretchAt: from,
      callId: null,
      visitId: null,
      madeBy: 'person' as const,
      cause: 'chosen' as const,
    };
    return { ...one, segment };
  };
  const people = [on('rest', 6), on('rest', 2), on('meal', 40)];
  const effect = (after: PresenceRules) => settingsEffect(RULES, after, people, NOW);

  it.each<[string, PresenceRules, object]>([
    ['nothing', RULES, { rules: [], breaks: [] }],
    [
      'a shorter wrap-up',
      wrapUp(20),
      { rules: [{ field: 'wrapUpSeconds', from: 30, to: 20 }], breaks: [], atLine: 3 },
    ],
    [
      'a shorter break, of which one runs too long already',
      { ...RULES, breaks: [{ ...REST, limitSeconds: 300 }, MEAL] },
      { breaks: [{ reason: 'rest', change: 'limit', from: 900, to: 300, onNow: 2, overNow: 1 }] },
    ],
    [
      'a reason that goes while somebody is in it',
      { ...RULES, breaks: [REST] },
      { breaks: [{ reason: 'meal', change: 'removed', onNow: 1, overNow: 0 }] },
    ],
    [
      'a reason that becomes training',
      { ...RULES, breaks: [REST, { ...MEAL, intent: 'training' }] },
      { breaks: [{ reason: 'meal', change: 'moved' }] },
    ],
    [
      'new words alone',
      { ...RULES, breaks: [{ ...REST, en: 'Rest' }, MEAL] },
      { breaks: [{ reason: 'rest', change: 'words', en: 'Rest' }] },
    ],
    [
      'a new reason',
      { ...RULES, breaks: [REST, MEAL, { ...REST, reason: 'meeting', zh: '会议', en: 'Meeting' }] },
      { breaks: [{ reason: 'meeting', change: 'added', from: null, to: 900, onNow: 0 }] },
    ],
  ])('%s', (_, after, said) => {
    expect(effect(after)).toMatchObject(said);
  });
});
