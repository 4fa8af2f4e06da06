import { HANDED_OVER_FORMS } from './handed-over-forms.js';

it.each([
  ['report', true],
  ['request-return', true],
  ['request-extension', true],
  ['pause', true],
  ['refer', true],
  ['report-support', true],
  ['save-legal-facts', true],
  ['recuse', false],
  ['reveal-identity', false],
  ['record-call-back', false],
  ['check-quality', false],
] as const)('the form of %s moves with the work: %s', (verb, moves) => {
  expect(HANDED_OVER_FORMS.includes(verb)).toBe(moves);
});
