import { Refused } from '@hotline/kernel';
import type { Calendar } from './calendar.js';
import { checkCalendar } from './check-calendar.js';
import { compileCalendar } from './compiled-calendar.js';
import { HOLIDAYS_CN } from './holidays-cn.js';
import { nationalCalendar } from './national-calendar.js';

const calendar = nationalCalendar(HOLIDAYS_CN);
const hours = (from: string, to: string): { from: string; to: string } => ({ from, to });

describe('the national calendar', () => {
  it.each([
    [2025, 28, 5],
    [2026, 33, 6],
  ])('%i has %i days off and %i make-up workdays', (year, off, makeUp) => {
    const entries = calendar.overrides.filter((entry) => entry.date.startsWith(`${year}-`));
    expect(entries.filter((entry) => entry.kind === 'off')).toHaveLength(off);
    expect(entries.filter((entry) => entry.kind === 'workday')).toHaveLength(makeUp);
  });

  it('makes up on free weekdays only, and knows 2025 and 2026', () => {
    const makeUp = calendar.overrides.filter((entry) => entry.kind === 'workday');
    expect(makeUp.every((entry) => [0, 6].includes(new Date(`${entry.date}T00:00:00Z`).getUTCDay()))).toBe(
      true,
    );
    expect([calendar.knownFrom, calendar.knownTo]).toEqual([2025, 2026]);
    expect(checkCalendar(calendar).ok).toBe(true);
  });

  it('is refused with a year missing in the middle, and without any', () => {
    const [first, second] = HOLIDAYS_CN;
    const gap = [{ ...first!, year: 2024, festivals: [] }, second!];
    expect(() => nationalCalendar(gap)).toThrow(new Refused({ code: 'calendar-year-unknown' }));
    expect(checkCalendar(nationalCalendar([]))).toMatchObject({ ok: false });
  });
});

describe('a broken calendar', () => {
  const weekly = (slots: { from: string; to: string }[]): Partial<Calendar> => ({
    weekly: { ...calendar.weekly, 3: slots },
  });
  const override = (entry: object): Partial<Calendar> => ({
    overrides: [{ date: '2026-03-02', kind: 'off', name: '停电' }, entry as Calendar['overrides'][number]],
  });
  it.each<[string, Partial<Calendar>, string]>([
    ['slot without length', weekly([hours('09:00', '09:00')]), 'weekly.3.0'],
    ['overlap', weekly([hours('08:00', '12:00'), hours('11:59', '13:00')]), 'weekly.3.1'],
    ['disorder', weekly([hours('13:00', '17:00'), hours('08:00', '12:00')]), 'weekly.3.1'],
    ['no time', weekly([hours('8:00', '12:00')]), 'weekly.3.0'],
    ['past midnight', weekly([hours('20:00', '24:01')]), 'weekly.3.0'],
    ['minute 60', weekly([hours('08:60', '12:00')]), 'weekly.3.0'],
    ['no date', override({ date: '2026-02-30', kind: 'off', name: '' }), 'overrides.1.date'],
    ['date twice', override({ date: '2026-03-02', kind: 'workday', name: '' }), 'overrides.1.date'],
    ['date of an unknown year', override({ date: '2027-01-01', kind: 'off', name: '' }), 'overrides.1.date'],
    ['unknown kind', override({ date: '2026-03-03', kind: 'half', name: '' }), 'overrides.1.kind'],
    [
      'off with slots',
      override({ date: '2026-03-03', kind: 'off', slots: [hours('08:00', '09:00')], name: '' }),
      'overrides.1.slots',
    ],
    [
      'workday without time',
      override({ date: '2026-03-03', kind: 'workday', slots: [], name: '' }),
      'overrides.1.slots',
    ],
    [
      'wrong override slot',
      override({ date: '2026-03-03', kind: 'workday', slots: [hours('10:00', '09:00')], name: '' }),
      'overrides.1.slots.0',
    ],
    ['no working time', { weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }, 'weekly'],
    ['years backwards', { knownFrom: 2027 }, 'knownTo'],
    ['years without end', { knownTo: 9999 }, 'knownTo'],
    ['other zone', { zone: 'Asia/Urumqi' as 'Asia/Shanghai' }, 'zone'],
    ['version 0', { version: 0 }, 'version'],
    ['no id', { id: '' }, 'id'],
  ])('%s is refused by its row', (_why, change, field) => {
    const broken = { ...calendar, ...change };
    expect(checkCalendar(broken)).toMatchObject({ ok: false, refusal: { code: 'invalid-input', field } });
    if (field !== 'overrides.1.date' || broken.overrides[1]?.date !== '2027-01-01')
      expect(() => compileCalendar(broken)).toThrow(Refused);
  });
});
