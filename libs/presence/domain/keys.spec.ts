import { controlsOf } from './keys.js';
import { keyOrder } from './orders.js';

describe('the keys of a telephone', () => {
  it.each([
    ['practice', 'ami', ['answer', 'reject', 'hold', 'resume', 'hang-up', 'dial']],
    ['desk', 'ami', ['reject', 'hang-up', 'dial']],
    ['desk', 'esl', ['reject', 'hold', 'resume', 'hang-up', 'dial']],
    ['browser', 'esl', ['reject', 'hold', 'resume', 'hang-up', 'dial']],
    ['vendor-bar', 'esl', []],
    ['desk', 'webhook', []],
  ] as const)('of kind %s at %s are %j', (kind, sourceKind, wanted) => {
    expect(controlsOf({ kind, sourceKind })).toEqual(wanted);
  });

  it.each([
    ['answer', null],
    ['reject', { action: 'Hangup', fields: { Interface: 'user/8001', Cause: '17' } }],
    ['hold', { action: 'Hold', fields: { Interface: 'user/8001' } }],
    ['resume', { action: 'Unhold', fields: { Interface: 'user/8001' } }],
    ['hang-up', { action: 'Hangup', fields: { Interface: 'user/8001', Cause: '16' } }],
  ] as const)('%s on a FreeSWITCH', (key, wanted) => {
    const line = { kind: 'desk', address: 'user/8001', name: '8001', queues: [], sourceKind: 'esl' };
    expect(keyOrder(key, line)).toEqual(wanted);
  });
});
