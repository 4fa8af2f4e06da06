import { deadlineWithPauses } from './deadline.js';
import type { LimitUnit } from './limit.js';
import { at, national, wall, yes } from './spec-times.js';

const pausesOf = (texts: string[]): { from: Date; to: Date }[] =>
  texts.map((text) => {
    const [from = '', to = ''] = text.split(' → ');
    return { from: at(from), to: at(to) };
  });

describe('deadlines of clocks that stood still', () => {
  type Row = [
    why: string,
    start: string,
    amount: number,
    unit: LimitUnit,
    pauses: string[],
    due: string,
    yellow: string,
  ];
  const days = 'working-days';
  const rows: Row[] = [
    [
      'two days',
      '2026-11-23 09:00',
      5,
      days,
      ['2026-11-24 09:00 → 2026-11-26 09:00'],
      '2026-12-02 17:30',
      '2026-12-01 17:30',
    ],
    [
      'within a day',
      '2026-11-23 09:00',
      5,
      days,
      ['2026-11-24 09:00 → 2026-11-24 17:00'],
      '2026-11-30 17:30',
      '2026-11-27 17:30',
    ],
    [
      'over a weekend',
      '2026-11-23 09:00',
      5,
      days,
      ['2026-11-27 18:00 → 2026-11-30 08:00'],
      '2026-11-30 17:30',
      '2026-11-27 17:30',
    ],
    [
      'on the last day',
      '2026-11-23 09:00',
      5,
      days,
      ['2026-11-30 10:00 → 2026-12-02 10:00'],
      '2026-12-02 17:30',
      '2026-11-27 17:30',
    ],
    [
      'ends at closing',
      '2026-11-23 09:00',
      5,
      days,
      ['2026-11-30 10:00 → 2026-11-30 17:30'],
      '2026-12-01 17:30',
      '2026-11-27 17:30',
    ],
    [
      'begins at closing',
      '2026-11-23 09:00',
      5,
      days,
      ['2026-11-30 17:30 → 2026-12-04 10:00'],
      '2026-11-30 17:30',
      '2026-11-27 17:30',
    ],
    [
      'over before the start',
      '2026-11-23 09:00',
      5,
      days,
      ['2026-11-16 09:00 → 2026-11-20 09:00'],
      '2026-11-30 17:30',
      '2026-11-27 17:30',
    ],
    [
      'counted once',
      '2026-11-23 09:00',
      5,
      days,
      ['2026-11-25 09:00 → 2026-11-26 09:00', '2026-11-24 09:00 → 2026-11-26 08:00'],
      '2026-12-02 17:30',
      '2026-12-01 17:30',
    ],
    [
      'calendar days',
      '2026-11-23 09:00',
      4,
      'calendar-days',
      ['2026-11-24 09:00 → 2026-11-25 09:00'],
      '2026-11-30 17:30',
      '2026-11-27 17:30',
    ],
    [
      'not rolled into a pause',
      '2026-11-23 09:00',
      5,
      'calendar-days',
      ['2026-11-30 09:00 → 2026-12-01 09:00'],
      '2026-12-01 17:30',
      '2026-11-27 17:30',
    ],
    [
      'yellow half-way',
      '2026-11-20 18:00',
      1,
      days,
      ['2026-11-23 08:30 → 2026-11-23 13:30'],
      '2026-11-23 17:30',
      '2026-11-23 15:30',
    ],
    [
      'working hours',
      '2026-11-23 09:00',
      2,
      'working-hours',
      ['2026-11-23 10:00 → 2026-11-23 11:00'],
      '2026-11-23 12:00',
      '2026-11-23 10:00',
    ],
    [
      'ends as the pause begins',
      '2026-11-23 09:00',
      2,
      'working-hours',
      ['2026-11-23 11:00 → 2026-11-23 14:00'],
      '2026-11-23 11:00',
      '2026-11-23 10:00',
    ],
    [
      'starts in a pause',
      '2026-11-23 09:00',
      2,
      'working-hours',
      ['2026-11-23 08:00 → 2026-11-23 10:00'],
      '2026-11-23 12:00',
      '2026-11-23 11:00',
    ],
    [
      'wall clock',
      '2026-11-23 09:00',
      24,
      'hours',
      ['2026-11-23 22:00 → 2026-11-24 01:00'],
      '2026-11-24 12:00',
      '2026-11-23 21:00',
    ],
  ];
  it.each(rows)('%s: %s + %i %s, paused %j', (_why, start, amount, unit, pauses, due, yellow) => {
    const found = yes(deadlineWithPauses(national, at(start), { amount, unit }, pausesOf(pauses)));
    expect({ due: wall(found.dueAt), yellow: wall(found.yellowAt) }).toEqual({ due, yellow });
  });

  it('names the pause that ends before it begins', () => {
    const pauses = pausesOf(['2026-11-23 10:00 → 2026-11-23 11:00', '2026-11-24 10:00 → 2026-11-24 10:00']);
    const found = deadlineWithPauses(
      national,
      at('2026-11-23 09:00'),
      { amount: 1, unit: 'working-days' },
      pauses,
    );
    expect(found).toMatchObject({ ok: false, refusal: { code: 'invalid-input', field: 'pauses[1]' } });
  });

  it('refuses a pause that carries the deadline into an unknown year', () => {
    const pauses = pausesOf(['2026-12-28 10:00 → 2027-02-01 10:00']);
    const found = deadlineWithPauses(
      national,
      at('2026-12-21 09:00'),
      { amount: 10, unit: 'working-days' },
      pauses,
    );
    expect(found).toMatchObject({
      ok: false,
      refusal: { code: 'calendar-year-unknown', facts: { year: 2027 } },
    });
  });

  it('refuses, not loops, when a pause outlasts the calendar', () => {
    const pauses = pausesOf(['2026-12-28 10:00 → 2099-02-01 10:00']);
    for (const unit of ['working-days', 'calendar-days', 'working-hours'] as const) {
      const found = deadlineWithPauses(national, at('2026-12-21 09:00'), { amount: 60, unit }, pauses);
      expect(found).toMatchObject({ ok: false, refusal: { code: 'calendar-year-unknown' } });
    }
  });
});
