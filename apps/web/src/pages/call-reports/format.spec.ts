import { lengthText, lineText } from './format';

describe('what a report writes', () => {
  it.each([
    [null, '—'],
    [0, '00:00'],
    [52_400, '00:52'],
    [3_599_600, '1:00:00'],
    [3_723_000, '1:02:03'],
  ])('%j ms as %s', (ms, words) => expect(lengthText(ms)).toBe(words));

  it.each([
    ['2026-03-10T01:30:00.000Z', '30', true, '09:30'],
    ['2026-03-10T01:30:00.000Z', '30', false, '03-10 09:30'],
    ['2026-03-09T16:00:00.000Z', 'day', false, '03-10'],
    ['2026-02-28T16:00:00.000Z', 'month', false, '2026-03'],
  ] as const)('a line that begins at %s', (at, step, oneDay, words) =>
    expect(lineText(at, step, oneDay)).toBe(words),
  );
});
