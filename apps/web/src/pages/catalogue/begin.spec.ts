import { fieldTextOf, instantOf } from './begin';

describe('the moment a version begins', () => {
  it.each([
    ['2026-04-01T00:00', '2026-03-31T16:00:00.000Z'],
    ['2026-12-31T23:59', '2026-12-31T15:59:00.000Z'],
    ['', null],
    ['2026-04-01', null],
    ['2026-13-01T00:00', null],
    // Chosen from a version: to the millisecond, because of two that begin together the later published counts.
    ['2026-03-31T16:00:12.345Z', '2026-03-31T16:00:12.345Z'],
  ])('typed as %s in Shanghai', (typed, at) => {
    expect(instantOf(typed)).toBe(at);
    if (at && at !== typed) expect(fieldTextOf(at)).toBe(typed);
  });
});
