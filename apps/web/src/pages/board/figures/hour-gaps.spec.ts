import type { Gap } from '../../../calls/gaps/bands';
import { hourGaps } from './hour-gaps';

const gap = (from: string, to: string | null): Gap => ({
  source: '广州',
  from: `2026-03-${from}:00+08:00`,
  to: to && `2026-03-${to}:00+08:00`,
  mended: false,
});
// 2026-03-10 is a Tuesday.
const cells = (gaps: Gap[]): string[] =>
  hourGaps(gaps, '2026-03-09', '2026-03-22').map(
    ({ weekday, hour, from, to, count }) => `${weekday} ${hour} ${from}–${to} ×${count}`,
  );

describe('cells of the week in which nobody heard the telephone', () => {
  it.each([
    ['inside an hour', [gap('10T14:15', '10T14:30')], ['2 14 0.25–0.5 ×1']],
    ['over the end of one', [gap('10T14:45', '10T15:30')], ['2 14 0.75–1 ×1', '2 15 0–0.5 ×1']],
    ['over midnight on Sunday', [gap('15T23:30', '16T00:15')], ['7 23 0.5–1 ×1', '1 0 0–0.25 ×1']],
    [
      'the same hour of two weeks',
      [gap('10T14:00', '10T14:15'), gap('17T14:45', '17T15:00')],
      ['2 14 0–1 ×2'],
    ],
    ['outside of the period', [gap('01T14:00', '02T14:15')], []],
    ['begun before it', [gap('08T22:00', '09T00:30')], ['1 0 0–0.5 ×1']],
    ['of no length', [gap('10T14:15', '10T14:15')], ['2 14 0.25–0.25 ×1']],
  ])('%s', (_, gaps, expected) => {
    expect(cells(gaps)).toEqual(expected);
  });
});
