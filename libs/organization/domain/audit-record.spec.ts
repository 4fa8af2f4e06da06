import { canonicalRecord } from './audit-record.js';

const at = new Date('2026-03-16T04:00:00.123Z');
const entry = { actorId: 'a', action: 'identity-revealed', objectKind: 'ticket', objectId: 't' };

it('does not depend on the order of the facts', () => {
  expect(canonicalRecord({ ...entry, facts: { a: 1, b: ['x'] } }, at)).toBe(
    canonicalRecord({ ...entry, facts: { b: ['x'], a: 1 } }, at),
  );
});

it('takes a missing reason and missing facts for null and none', () => {
  expect(canonicalRecord({ ...entry, reason: null, facts: {} }, at)).toBe(canonicalRecord(entry, at));
});

it.each([
  ['actor', { actorId: null }],
  ['action', { action: 'signed-in' }],
  ['object', { objectId: 't2' }],
  ['reason', { reason: '回访' }],
  ['facts', { facts: { fields: ['phone'] } }],
  ['a part moved into its neighbour', { action: 'identity-revealed","ticket', objectKind: '' }],
])('changes with the %s', (_, change) =>
  expect(canonicalRecord({ ...entry, ...change }, at)).not.toBe(canonicalRecord(entry, at)),
);
