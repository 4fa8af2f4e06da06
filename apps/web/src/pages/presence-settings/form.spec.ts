import type { PresenceSettings } from '../../api/contract';
import { begin, isChanged, minutesOf, moved, secondsOf } from './form';

const rules = {
  wrapUpSeconds: 30,
  prolongSeconds: 30,
  prolongTimes: 2,
  unknownAfterSeconds: 30,
  signedOutAfterSeconds: 300,
  breaks: [{ intent: 'break' as const, reason: 'rest', zh: '小休', en: 'Break', limitSeconds: 900 }],
};
const shown = { version: 3, held: { settings: rules } } as PresenceSettings;

describe('the form of the rules for the line', () => {
  it('begins with what holds, on the version seen', () => {
    expect(begin(shown)).toEqual({ basedOn: 3, rules, back: false });
    expect(isChanged(begin(shown), shown)).toBe(false);
  });

  it.each([
    ['a time', { rules: { ...rules, wrapUpSeconds: 20 } }],
    ['a reason', { rules: { ...rules, breaks: [] } }],
    ['words', { rules: { ...rules, breaks: rules.breaks.map((one) => ({ ...one, zh: '休息' })) } }],
    ['giving back', { back: true }],
  ])('knows %s from what holds', (_, change) => {
    expect(isChanged({ ...begin(shown), ...change }, shown)).toBe(true);
  });

  it.each([
    [900, 15],
    [90, 1.5],
    [null, null],
  ])('%p seconds are %p minutes, and back', (seconds, minutes) => {
    expect(minutesOf(seconds)).toBe(minutes);
    expect(secondsOf(minutes)).toBe(seconds);
  });

  it('moves a row up and down', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});
