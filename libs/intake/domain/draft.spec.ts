import { type Draft, MOST_CONTACT_DRAFTS, mayStore } from './draft.js';

const stored = (version: number): Draft => ({
  id: 'id',
  purpose: 'contact',
  subjectId: null,
  body: {},
  version,
  savedAt: new Date(0),
});

it.each<[string, number, Draft | null, number, number | string]>([
  ['the first save', 0, null, 0, 1],
  ['the next save', 3, stored(3), 0, 4],
  ['typed over an older copy', 2, stored(3), 0, 'stale-version'],
  ['a first save of something known', 0, stored(1), 0, 'stale-version'],
  ['a late save of something handed in', 3, null, 0, 'not-found'],
  ['one contact too many', 0, null, MOST_CONTACT_DRAFTS, 'invalid-input'],
  ['a full desk may go on typing', 3, stored(3), MOST_CONTACT_DRAFTS, 4],
])('%s', (_, given, found, others, wanted) => {
  const decision = mayStore(given, found, 'contact', others);
  expect(decision.ok ? decision.value : decision.refusal.code).toBe(wanted);
});

it('hands the newer copy to whoever comes late', () => {
  expect(mayStore(2, stored(3), 'contact', 0)).toMatchObject({ refusal: { current: { version: 3 } } });
});

it('counts contacts only', () => {
  expect(mayStore(0, null, 'report', 99)).toMatchObject({ ok: true });
});
