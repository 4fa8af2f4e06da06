import {
  chooseStep,
  isOvertaken,
  type LadderStep,
  scheduleOf,
  settingFor,
  SHIPPED_LADDER,
  type StepSetting,
} from './ladder.js';

const HOUR = 3_600_000;
const at = (hours: number): Date => new Date(Date.parse('2026-03-10T01:00:00Z') + hours * HOUR);
/** A plain day of 24 hours is enough to tell the steps apart. */
const pace = {
  after: (from: Date, amount: number, unit: 'working-hours' | 'working-days') =>
    new Date(from.getTime() + amount * (unit === 'working-days' ? 24 : 1) * HOUR),
  halfway: (from: Date, to: Date) => new Date((from.getTime() + to.getTime()) / 2),
};
const clock = { yellowAt: at(0), dueAt: at(10) };
const schedule = scheduleOf(SHIPPED_LADDER, clock, pace);

describe('the ladder', () => {
  it('is due as shipped: at yellow, half-way, at red, one working day and three after it', () => {
    expect(schedule).toEqual([
      { step: 'yellow', at: at(0) },
      { step: 'urge', at: at(5) },
      { step: 'red', at: at(10) },
      { step: 'supervise', at: at(34) },
      { step: 'raise', at: at(82) },
    ]);
  });

  const none: LadderStep[] = [];
  it.each<[string, LadderStep[], number, LadderStep | null, LadderStep[], number | null]>([
    ['nothing before yellow', none, -1, null, none, 0],
    ['the yellow card in its moment', none, 0, 'yellow', none, 5],
    ['nothing twice', ['yellow'], 0, null, none, 5],
    ['the urge half-way', ['yellow'], 5, 'urge', none, 10],
    ['no red at the very deadline', ['yellow', 'urge'], 10, null, none, 10],
    ['red after it', ['yellow', 'urge'], 10.01, 'red', none, 34],
    ['the order a day later', ['yellow', 'urge', 'red'], 34, 'supervise', none, 82],
    ['raised at last', ['yellow', 'urge', 'red', 'supervise'], 82, 'raise', none, null],
    ['nothing after all is done', ['yellow', 'urge', 'red', 'supervise', 'raise'], 500, null, none, null],
    ['after a short downtime red alone', none, 12, 'red', ['yellow', 'urge'], 34],
    ['after a long one the highest alone', none, 90, 'raise', ['yellow', 'urge', 'red', 'supervise'], null],
    ['a person’s urge counts, what lay below is overtaken', ['urge'], 1, null, ['yellow'], 10],
    ['a person’s order too', ['yellow', 'supervise'], 40, null, ['urge', 'red'], 82],
  ])('does %s', (_, done, hours, step, skipped, next) => {
    expect(chooseStep(schedule, new Set(done), at(hours))).toEqual({
      step,
      skipped,
      nextAt: next === null ? null : at(next),
    });
  });

  it.each<[string, number, boolean[]]>([
    ['as shipped nothing', 3, [false, false, false, false, false]],
    ['a raise before the order takes its place', 0, [false, false, true, true, false]],
  ])('is overtaken: %s', (_, days, expected) => {
    const steps = SHIPPED_LADDER.map((one) => (one.step === 'raise' ? { ...one, amount: days } : one));
    const due = scheduleOf(steps, clock, pace);
    expect(due.map((one) => isOvertaken(one, due))).toEqual(expected);
  });

  it('leaves out what is off', () => {
    const off = SHIPPED_LADDER.map((one) => ({ ...one, on: one.step === 'red' || one.step === 'raise' }));
    const left = scheduleOf(off, clock, pace);
    expect(left.map(({ step }) => step)).toEqual(['red', 'raise']);
    expect(chooseStep(left, new Set(), at(5))).toEqual({ step: null, skipped: [], nextAt: at(10) });
    expect(chooseStep([], new Set(), at(5))).toEqual({ step: null, skipped: [], nextAt: null });
  });
});

describe('the setting in force', () => {
  const steps: readonly StepSetting[] = SHIPPED_LADDER;
  const setting = (path: string, version: number, effectiveFrom: string) => ({
    unitId: path,
    path,
    level: 'county' as const,
    version,
    effectiveFrom,
    steps,
  });
  const settings = [
    setting('cn/', 1, '2026-01-01'),
    setting('cn/', 2, '2026-06-01'),
    setting('cn/44/', 1, '2026-03-01'),
    setting('cn/44/', 2, '2026-03-01'),
  ];
  it.each([
    ['cn/44/4403/440305/', 'county', '2026-03-10', 'cn/44/ 2'],
    ['cn/44/4403/440305/', 'county', '2026-02-28', 'cn/ 1'],
    ['cn/51/5101/510104/', 'county', '2026-05-31', 'cn/ 1'],
    ['cn/51/5101/510104/', 'county', '2026-06-01', 'cn/ 2'],
    ['cn/51/5101/', 'city', '2026-06-01', 'shipped'],
    ['cn/51/5101/510104/', 'county', '2025-12-31', 'shipped'],
  ] as const)('%s (%s) on %s: %s', (path, level, today, expected) => {
    const found = settingFor(settings, { path, level }, today);
    expect(found ? `${found.path} ${found.version}` : 'shipped').toBe(expected);
  });
});
