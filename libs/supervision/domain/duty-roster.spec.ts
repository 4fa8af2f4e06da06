import { type DutyLine, nextLeader, onDuty } from './duty-roster.js';

const line = (id: string, change: Partial<DutyLine> = {}): DutyLine => ({
  id,
  unitId: 'unit',
  accountId: `person-${id}`,
  rank: 'first',
  fromDay: '2026-01-01',
  toDay: null,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayKind: 'any',
  fromTime: '08:30',
  toTime: '17:30',
  writtenAt: new Date('2026-01-01T00:00:00Z'),
  ...change,
});
// 2026-10-01 (Thursday) is a holiday; 2026-10-10 (Saturday) a make-up workday.
const isWorkday = (day: string): boolean =>
  day === '2026-10-10' || (day > '2026-10-08' && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
const serving = (lines: DutyLine[], at: string) =>
  onDuty(lines, new Date(`${at}:00+08:00`), isWorkday).map(({ id }) => id);

const night = { fromTime: '17:30', toTime: '08:30' };

describe('who is on duty', () => {
  it.each<[string, Partial<DutyLine>, string, boolean]>([
    ['in the first minute', {}, '2026-10-12T08:30', true],
    ['not in the minute before', {}, '2026-10-12T08:29', false],
    ['not at its very end', {}, '2026-10-12T17:30', false],
    ['in the evening of a night watch', night, '2026-10-12T23:59', true],
    ['after midnight too', night, '2026-10-13T00:00', true],
    ['until the morning', night, '2026-10-13T08:29', true],
    ['and no longer', night, '2026-10-13T08:30', false],
    ['a night watch of Mondays, early on Tuesday', { ...night, weekdays: [1] }, '2026-10-13T03:00', true],
    ['but not early on Monday', { ...night, weekdays: [1] }, '2026-10-12T03:00', false],
    ['Sunday night runs into Monday', { ...night, weekdays: [7] }, '2026-10-12T03:00', true],
    ['a whole day from 08:00 to 08:00', { fromTime: '08:00', toTime: '08:00' }, '2026-10-12T07:00', true],
    ['until midnight', { fromTime: '17:30', toTime: '24:00' }, '2026-10-12T23:59', true],
    ['until midnight and no longer', { fromTime: '17:30', toTime: '24:00' }, '2026-10-13T00:00', false],
    ['days off: a holiday on a Thursday', { dayKind: 'day-off' }, '2026-10-01T10:00', true],
    ['days off: not a make-up Saturday', { dayKind: 'day-off' }, '2026-10-10T10:00', false],
    ['workdays: a make-up Saturday', { dayKind: 'workday' }, '2026-10-10T10:00', true],
    ['workdays: not a holiday', { dayKind: 'workday' }, '2026-10-01T10:00', false],
    [
      'the night of the last holiday belongs to it',
      { ...night, dayKind: 'day-off' },
      '2026-10-09T03:00',
      true,
    ],
    ['before its first day', { fromDay: '2026-10-13' }, '2026-10-12T10:00', false],
    ['on its last day', { toDay: '2026-10-12' }, '2026-10-12T10:00', true],
    ['after it', { toDay: '2026-10-12' }, '2026-10-13T10:00', false],
    ['the night of its last day runs out', { ...night, toDay: '2026-10-12' }, '2026-10-13T03:00', true],
  ])('%s', (_, change, at, expected) => {
    expect(serving([line('a', change)], at)).toEqual(expected ? ['a'] : []);
  });

  it('puts first ranks before second, and the line written last before older ones', () => {
    const lines = [line('a', { rank: 'second' }), line('b'), line('c')];
    expect(serving(lines, '2026-10-12T10:00')).toEqual(['c', 'b', 'a']);
  });
});

describe('the next leader', () => {
  const at = new Date('2026-10-12T10:00:00+08:00');
  const units = [
    { unitId: 'county', lines: [line('a'), line('b', { rank: 'second' })] },
    { unitId: 'city', lines: [] },
    { unitId: 'province', lines: [line('c')] },
  ];
  it.each([
    [[], 'a'],
    [['person-a'], 'b'],
    [['person-a', 'person-b'], 'c'],
    [['person-a', 'person-b', 'person-c'], undefined],
  ])('after %j is %s', (told, expected) => {
    expect(nextLeader(units, new Set(told), at, () => true)?.id).toBe(expected);
  });
});
