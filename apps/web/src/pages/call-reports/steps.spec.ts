import { fittingStep, isDay } from './steps';

it.each([
  ['15', '2026-03-10', '2026-03-10', '15'],
  ['15', '2026-03-01', '2026-03-10', '30'],
  [null, '2026-03-01', '2026-03-31', '60'],
  ['nonsense', '2026-01-01', '2026-03-31', 'day'],
  ['15', '2025-01-01', '2026-03-31', 'month'],
])('a step of %s over %s to %s is %s', (asked, from, to, step) => {
  expect(fittingStep(asked, { from, to })).toBe(step);
});

it.each([
  ['2026-03-10', true],
  ['2026-3-10', false],
  ['2026-13-10', false],
  [null, false],
])('%j is a day: %s', (text, truth) => expect(isDay(text)).toBe(truth));
