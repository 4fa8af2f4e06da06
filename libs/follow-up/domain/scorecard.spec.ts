import { judge, type Score, SCORECARD } from './scorecard.js';

const all = (points: number): Score[] => SCORECARD.map(({ code }) => ({ code, points }));

it.each<[string, Score[], string | null, string]>([
  ['full marks', all(20), null, '100 pass'],
  ['just enough', all(16), null, '80 pass'],
  ['one point short', [{ code: 'courtesy', points: 15 }, ...all(16).slice(1)], '要素缺失', '79 fail'],
  ['a fail without a word', all(10), null, 'reason-required remark'],
  ['an item left out', all(20).slice(1), null, 'invalid-input scores'],
  ['an item twice', [...all(20), { code: 'facts', points: 1 }], null, 'duplicate scores'],
  [
    'an item nobody knows',
    [...all(20), { code: 'speed', points: 1 }],
    null,
    'unknown-category scores.5.code',
  ],
])('%s', (_, scores, remark, expected) => {
  const answer = judge(scores, remark);
  const said = answer.ok
    ? `${answer.value.total} ${answer.value.verdict}`
    : `${answer.refusal.code} ${answer.refusal.field}`;
  expect(said).toBe(expected);
});
