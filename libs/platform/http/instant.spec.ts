import { isDay, isInstant } from './instant.js';

it.each([
  ['2026-03-16T01:50:08Z', true],
  ['2026-03-16T01:50:08.123Z', true],
  ['2026-03-16T09:50+08:00', true],
  ['2028-02-29T00:00:00Z', true],
  ['2026-02-29T00:00:00Z', false],
  ['2026-02-30T00:00:00Z', false],
  ['2026-13-01T00:00:00Z', false],
  ['2026-03-00T00:00:00Z', false],
  ['2026-03-16T25:00:00Z', false],
  ['2026-03-16T01:50:08', false],
  ['2026-03-16', false],
  ['1026-03-16T01:50:08Z', false],
  ['now', false],
  ['', false],
  [1_773_625_808_000, false],
  [null, false],
])('%p: %p', (value, sound) => expect(isInstant(value)).toBe(sound));

it.each([
  ['2026-02-28', true],
  ['2026-02-31', false],
  ['2026-00-10', false],
  ['1999-12-31', false],
  ['2026-3-1', false],
  [undefined, false],
])('day %p: %p', (value, sound) => expect(isDay(value)).toBe(sound));
