import type { CallNow } from './presence.js';
import { shownOf } from './shown.js';
import { type Device, deviceOf, type Intent, type Shown } from './states.js';

const AT = new Date('2026-03-10T01:00:00Z');
const call = (state: CallNow['state'], direction: CallNow['direction'] = 'in'): CallNow => ({
  callId: 'c1',
  visitId: 'v1',
  direction,
  state,
  since: AT,
});
const facts = (intent: Intent, device: Device, change: object = {}) => ({
  intent,
  device,
  call: null,
  lost: false,
  telephoneId: 't1',
  ...change,
});

describe('the state people see', () => {
  it.each<[Intent, Device, object, Shown]>([
    ['signed-out', 'in-use', {}, 'offline'],
    ['ready', 'free', {}, 'idle'],
    ['ready', 'unknown', {}, 'idle'],
    ['ready', 'unavailable', {}, 'unreachable'],
    ['break', 'invalid', {}, 'unreachable'],
    ['ready', 'ringing', {}, 'ringing'],
    ['break', 'ringing', {}, 'ringing'],
    ['ready', 'in-use', {}, 'talking'],
    ['wrap-up', 'busy', {}, 'talking'],
    ['ready', 'on-hold', {}, 'hold'],
    ['wrap-up', 'free', {}, 'wrap-up'],
    ['break', 'free', {}, 'break'],
    ['training', 'free', {}, 'training'],
    ['outbound', 'free', {}, 'outbound'],
    ['outbound', 'ringing', {}, 'outbound'],
    ['outbound', 'in-use', {}, 'outbound'],
    ['outbound', 'on-hold', {}, 'hold'],
    ['ready', 'free', { call: call('offered') }, 'ringing'],
    ['break', 'free', { call: call('talking') }, 'talking'],
    ['ready', 'in-use', { call: call('held') }, 'hold'],
    ['ready', 'in-use', { call: call('talking', 'out') }, 'outbound'],
    ['ready', 'free', { lost: true }, 'unknown'],
    ['ready', 'in-use', { lost: true }, 'talking'],
    ['ready', 'unavailable', { lost: true }, 'unknown'],
    ['ready', 'unavailable', { telephoneId: null }, 'by-hand'],
    ['break', 'in-use', { telephoneId: null }, 'break'],
  ])('%s with a telephone that is %s, %j: %s', (intent, device, change, shown) => {
    expect(shownOf(facts(intent, device, change))).toBe(shown);
  });

  it.each<[string | null, Device]>([
    ['1', 'free'],
    ['8', 'on-hold'],
    ['INUSE', 'in-use'],
    ['9', 'unknown'],
    ['nonsense', 'unknown'],
    [null, 'unknown'],
  ])('device %s is %s', (value, device) => expect(deviceOf(value)).toBe(device));
});
