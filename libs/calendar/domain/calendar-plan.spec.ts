import type { CalendarOverride, Slot } from './calendar.js';
import {
  type CalendarPlan,
  planOf,
  type PublishedCalendar,
  resolvePlan,
  standingOn,
} from './calendar-plan.js';
import { calendarYear } from './calendar-year.js';
import { planFaults, type PlanSurroundings } from './check-plan.js';
import { compileCalendar } from './compiled-calendar.js';
import { deadline } from './deadline.js';
import { isOnDuty } from './duty.js';
import { HOLIDAYS_CN } from './holidays-cn.js';
import { nationalCalendar } from './national-calendar.js';
import { planChanges, yearsAdded } from './plan-changes.js';
import { at, wall, yes } from './spec-times.js';

const national: PublishedCalendar = nationalCalendar(HOLIDAYS_CN);
const off = (date: string, name = ''): CalendarOverride => ({ date, kind: 'off', name });
const slot = (from: string, to: string): Slot => ({ from, to });
/** Guangxi takes 三月三 off, two days of April 2026, and one afternoon. */
const guangxi: CalendarPlan = {
  id: 'guangxi',
  name: '广西工作日历',
  unitId: 'u-45',
  baseId: 'national',
  weekly: null,
  duty: null,
  overrides: [
    off('2026-04-20', '壮族三月三'),
    off('2026-04-21', '壮族三月三'),
    { date: '2026-04-22', kind: 'workday', name: '半天', slots: [slot('08:30', '12:00')] },
  ],
  knownFrom: 2025,
  knownTo: 2026,
};
const days = (amount: number) => ({ amount, unit: 'working-days' as const });

describe('a derived calendar', () => {
  const resolved = resolvePlan(guangxi, national, 1);

  it('has the holidays of its base and its own, and the base’s hours', () => {
    expect(resolved.weekly).toEqual(national.weekly);
    expect(resolved.overrides).toHaveLength(national.overrides.length + 3);
    expect(resolved.base).toEqual({ id: 'national', version: 1 });
    const due = (calendar: PublishedCalendar) =>
      wall(yes(deadline(compileCalendar(calendar), at('2026-04-17 10:00'), days(2))).dueAt);
    expect([due(national), due(resolved)]).toEqual(['2026-04-21 17:30', '2026-04-23 17:30']);
  });

  it('puts its own date over the one of its base', () => {
    const working = {
      ...guangxi,
      overrides: [{ date: '2026-10-01', kind: 'workday' as const, name: '抢险' }],
    };
    const found = calendarYear(resolvePlan(working, national, 1), 2026, new Set(['2026-10-01']));
    const day = found.days.find((one) => one.date === '2026-10-01');
    expect(day).toMatchObject({ mark: 'make-up', own: true, name: '抢险' });
  });

  it('knows a year only when both know it, and keeps the base’s holidays for provisional answers', () => {
    const next: PublishedCalendar = {
      ...national,
      version: 2,
      knownTo: 2027,
      overrides: [...national.overrides, off('2027-01-01', '元旦')],
    };
    const after = resolvePlan(guangxi, next, 2);
    expect([after.knownFrom, after.knownTo]).toEqual([2025, 2026]);
    expect(compileCalendar(after).knownToYear).toBe(2026);
    expect(resolvePlan({ ...guangxi, knownTo: 2027 }, next, 2).knownTo).toBe(2027);
  });

  it('is published after its base, and those on top of it after it', () => {
    const liangshan = { ...guangxi, id: 'liangshan', baseId: 'sichuan' };
    const sichuan = { ...guangxi, id: 'sichuan', baseId: 'national' };
    const plans = [liangshan, planOf(national), sichuan, guangxi];
    expect(standingOn('national', plans).map((one) => one.id)).toEqual(['sichuan', 'guangxi', 'liangshan']);
    expect(standingOn('guangxi', plans)).toEqual([]);
  });
});

describe('planFaults', () => {
  const around: PlanSurroundings = { base: national, published: null, plans: [planOf(national), guangxi] };
  const whole: CalendarPlan = { ...planOf(national), id: 'xinjiang', name: '新疆' };
  const named = (plan: CalendarPlan, given: PlanSurroundings = around): string[] =>
    planFaults(plan, given).map(({ field, problem }) => `${field} ${problem}`);

  it('lets what ships and what is right through', () => {
    expect(named(guangxi)).toEqual([]);
    expect(named(planOf(national), { ...around, base: null, published: national })).toEqual([]);
  });

  it.each<[string, CalendarPlan, string[]]>([
    ['no name', { ...guangxi, name: ' ' }, ['name empty']],
    ['a year the base does not know', { ...guangxi, knownTo: 2027 }, ['knownTo base-does-not-know']],
    ['a year before the base', { ...guangxi, knownFrom: 2024 }, ['knownFrom base-does-not-know']],
    ['itself as base', { ...guangxi, baseId: 'guangxi' }, ['baseId base-in-a-circle']],
    ['a base on top of it', { ...planOf(national), baseId: 'guangxi' }, ['baseId base-in-a-circle']],
    [
      'a date of another year',
      { ...guangxi, overrides: [off('2026-04-20'), off('2028-04-20')] },
      ['overrides.1.date outside-known-years'],
    ],
    [
      'the same date twice',
      { ...guangxi, overrides: [off('2026-04-20'), off('2026-04-21'), off('2026-04-20')] },
      ['overrides.2.date date-twice'],
    ],
    ['no hours at all', { ...whole, weekly: null }, ['weekly no-working-time']],
    ['a year nobody filled in', { ...whole, knownTo: 2027 }, ['knownTo year-without-holidays']],
    [
      'duty slots in disorder',
      {
        ...guangxi,
        duty: { weekly: national.weekly, off: [slot('09:00', '12:00'), slot('11:00', '18:00')] },
      },
      ['duty.off.1 overlap-or-disorder'],
    ],
  ])('names %s', (_why, plan, expected) => {
    expect(named(plan)).toEqual(expected);
  });

  it('names a base that is not published, and a year taken back', () => {
    expect(named(guangxi, { ...around, base: undefined })).toEqual(['baseId unknown-base']);
    const published = { ...national, id: 'guangxi' };
    expect(named({ ...guangxi, knownFrom: 2026 }, { ...around, published })).toEqual([
      'knownFrom year-taken-back',
    ]);
  });
});

describe('planChanges', () => {
  it('tells dates that come, go and change, and nothing else', () => {
    const after: CalendarPlan = {
      ...guangxi,
      knownTo: 2027,
      overrides: [off('2026-04-20', '三月三'), off('2026-04-21', '壮族三月三'), off('2027-04-09', '三月三')],
    };
    const changes = planChanges(guangxi, after);
    expect(changes.map(({ kind, date }) => [kind, date])).toEqual([
      ['years', null],
      ['date-changed', '2026-04-20'],
      ['date-removed', '2026-04-22'],
      ['date-added', '2027-04-09'],
    ]);
    expect(planChanges(guangxi, guangxi)).toEqual([]);
    expect(yearsAdded(guangxi, after)).toEqual([2027]);
    expect(yearsAdded(null, guangxi)).toEqual([2025, 2026]);
  });
});

describe('calendarYear', () => {
  const year = calendarYear(resolvePlan(guangxi, national, 1), 2026, new Set(['2026-04-20', '2026-04-22']));
  it.each([
    ['2026-10-01', 'holiday', '国庆节', false, ''],
    ['2026-10-10', 'make-up', '国庆节', false, '08:30–12:00 13:30–17:30'],
    ['2026-10-11', 'rest', '', false, ''],
    ['2026-10-12', 'work', '', false, '08:30–12:00 13:30–17:30'],
    ['2026-04-20', 'holiday', '壮族三月三', true, ''],
    ['2026-04-22', 'half', '半天', true, '08:30–12:00'],
  ])('%s is %s %s', (date, mark, name, own, slots) => {
    expect(year.days.find((day) => day.date === date)).toMatchObject({ mark, name, own, slots });
  });

  it('counts, and never shows plain weekdays for a year that is not published', () => {
    expect([year.known, year.days.length, year.workingDays]).toEqual([true, 365, 246]);
    expect(calendarYear(national, 2027)).toEqual({ year: 2027, known: false, workingDays: 0, days: [] });
  });
});

describe('the duty desk', () => {
  const allDay = [slot('00:00', '24:00')];
  const duty = { weekly: { ...national.weekly, 6: allDay, 7: allDay }, off: [slot('09:00', '12:00')] };
  const staffed: PublishedCalendar = { ...national, duty };
  it.each([
    ['working hours', '2026-10-12 09:00', true, true],
    ['the end of a slot', '2026-10-12 12:00', false, false],
    ['a Sunday night', '2026-10-11 23:59', true, false],
    ['a holiday morning', '2026-10-01 10:00', true, false],
    ['a holiday afternoon', '2026-10-01 14:00', false, false],
    ['a make-up Saturday', '2026-10-10 14:00', true, true],
  ])('%s', (_why, now, expected, withoutDuty) => {
    expect([isOnDuty(staffed, at(now)), isOnDuty(national, at(now))]).toEqual([expected, withoutDuty]);
  });
});
