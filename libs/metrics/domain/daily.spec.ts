import { add, type Bins, dailyChanges, linePaths, NOTHING } from './daily.js';
import { durationClasses, percentile } from './durations.js';
import { callHours } from './call-hours.js';
import { type Fact, verdict } from './fact.js';

const fact = (change: Partial<Fact>): Fact => ({
  metric: 'connection',
  subjectId: 'one',
  unit: { id: 'unit', path: 'cn/44/4403/' },
  at: new Date('2026-03-01T23:30:00+08:00'),
  ...verdict(true, null),
  ticketId: null,
  contactId: null,
  closedAt: null,
  amount: null,
  callPace: null,
  ...change,
});

describe('sums of a day', () => {
  it('count at the unit and at every unit above it', () => {
    expect(linePaths('cn/44/4403/')).toEqual(['cn/', 'cn/44/', 'cn/44/4403/']);
    const changes = dailyChanges([{ before: undefined, after: fact({}) }]);
    expect(changes.map(({ path, day, numerator, bins }) => [path, day, numerator, bins])).toEqual([
      ['cn/', '2026-03-01', 1, { '23': [1, 0] }],
      ['cn/44/', '2026-03-01', 1, { '23': [1, 0] }],
      ['cn/44/4403/', '2026-03-01', 1, { '23': [1, 0] }],
    ]);
  });

  it('move with a ticket and leave what is above both units alone', () => {
    const before = fact({ metric: 'on-time', ...verdict(false, null) });
    const after = { ...before, unit: { id: 'other', path: 'cn/44/4401/' } };
    expect(dailyChanges([{ before, after }]).map(({ path, denominator }) => [path, denominator])).toEqual([
      ['cn/44/4403/', -1],
      ['cn/44/4401/', 1],
    ]);
  });

  it.each([
    [
      'a miss that becomes a hit',
      verdict(false, null),
      verdict(true, null),
      { denominator: 0, numerator: 1 },
    ],
    [
      'silence that becomes a rating',
      verdict(false, 'unreached'),
      verdict(true, null),
      { denominator: 1, excluded: { unreached: -1 } },
    ],
  ])('%s', (_, earlier, later, change) => {
    const shared = { metric: 'worker-satisfaction', unit: { id: 'cn', path: 'cn/' } } as const;
    const [sum] = dailyChanges([
      { before: fact({ ...shared, ...earlier }), after: fact({ ...shared, ...later }) },
    ]);
    expect(sum).toMatchObject(change);
  });

  it('forget what comes to nothing', () => {
    const one = { ...NOTHING, denominator: 1, excluded: { silent: 1 }, bins: { '9': [1, 0] as const } };
    const back = { ...NOTHING, denominator: -1, excluded: { silent: -1 }, bins: { '9': [-1, 0] as const } };
    expect(add(one, back)).toEqual(NOTHING);
  });
});

describe('durations', () => {
  const bins = {
    '4': [2, 0],
    '12': [3, 0],
    '59': [1, 1],
    '60': [0, 1],
    '310': [0, 1],
    '999': [0, 1],
  } as const;

  it('fall into named classes', () => {
    const classes = durationClasses(bins).filter(({ onTime, overdue }) => onTime + overdue > 0);
    expect(classes.map(({ bin, onTime, overdue }) => `${bin}: ${onTime}+${overdue}`)).toEqual([
      '0: 2+0',
      '1: 3+0',
      '5: 1+1',
      '6-10: 0+1',
      '31+: 0+2',
    ]);
  });

  it.each([
    [0.5, 1.2],
    [0.9, 31],
    [1, 99.9],
  ])('the %d percentile', (share, days) => {
    expect(percentile(bins, share)).toBe(days);
    expect(percentile({}, share)).toBeNull();
  });
});

describe('hours', () => {
  it('add up by weekday, Monday first', () => {
    const days: { day: string; bins: Bins }[] = [
      { day: '2026-03-02', bins: { '9': [4, 1] as const } },
      { day: '2026-03-09', bins: { '9': [2, 0] as const, '22': [0, 1] as const } },
      { day: '2026-03-08', bins: { '0': [1, 0] as const } },
    ];
    expect(callHours(days)).toEqual([
      { weekday: 1, hour: 9, calls: 7, answered: 6 },
      { weekday: 1, hour: 22, calls: 1, answered: 0 },
      { weekday: 7, hour: 0, calls: 1, answered: 1 },
    ]);
  });
});
