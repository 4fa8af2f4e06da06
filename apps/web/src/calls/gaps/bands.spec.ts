import { bandsOf, between, type Gap } from './bands';

const at = (text: string): number => Date.parse(`2026-03-10T${text}:00+08:00`);
const gap = (from: string, to: string | null): Gap => ({
  source: '广州',
  from: new Date(at(from)).toISOString(),
  to: to && new Date(at(to)).toISOString(),
  mended: false,
});
const place = between(at('08:00'), at('12:00'));

describe('gaps on an axis', () => {
  it.each([
    ['inside', gap('09:00', '10:00'), [[0.25, 0.25]]],
    ['begun before', gap('07:00', '09:00'), [[0, 0.25]]],
    ['past the end', gap('11:00', '14:00'), [[0.75, 0.25]]],
    ['of no length', gap('10:00', '10:00'), [[0.5, 0]]],
    ['before the axis', gap('06:00', '07:00'), []],
    ['after the axis', gap('13:00', '14:00'), []],
    // 2026 is long ago or yet to come: a gap that goes on ends with the axis at the latest.
    ['still going on', gap('11:00', null), Date.now() > at('12:00') ? [[0.75, 0.25]] : []],
  ])('%s', (_, one, expected) => {
    expect(bandsOf([one], place).map(({ left, width }) => [left, width])).toEqual(expected);
  });
});
