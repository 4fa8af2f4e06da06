import { shanghaiDay } from '@hotline/kernel';
import { compileCalendar } from './compiled-calendar.js';
import { HOLIDAYS_CN } from './holidays-cn.js';
import { nationalCalendar } from './national-calendar.js';
import { SHIPPED_LIMITS } from './shipped-limits.js';
import { type ClockSubject, type StartableClock, startClock } from './start-clock.js';

const calendar = compileCalendar(nationalCalendar(HOLIDAYS_CN));
const general: ClockSubject = {
  kind: 'complaint',
  field: 'pay',
  difficulty: 'general',
  urgency: 'general',
  level: 'county',
};
const start = (clock: StartableClock, about: Partial<ClockSubject>, at: string) =>
  startClock(calendar, SHIPPED_LIMITS, clock, { ...general, ...about }, new Date(at));
const local = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

// 2026-03-16 is a Monday; 10:00 in Shanghai is 02:00 UTC.
it.each([
  ['promise', {}, '2026-03-23T17:30', 'shipped-2025:promise-general'],
  ['promise', { urgency: 'urgent' }, '2026-03-17T10:00', 'shipped-2025:promise-urgent'],
  ['promise', { kind: 'consult' }, '2026-03-18T17:30', 'shipped-2025:promise-consult'],
  ['dispatch', { level: 'national' }, '2026-03-16T10:30', 'shipped-2025:dispatch-national'],
  ['sign', {}, '2026-03-17T17:30', 'shipped-2025:sign-general'],
  ['contact', {}, '2026-03-16T12:00', 'shipped-2025:contact-general'],
  ['review', {}, '2026-03-17T17:30', 'shipped-2025:review-level'],
  ['ruling', {}, '2026-03-17T17:30', 'shipped-2025:ruling-general'],
  ['support', {}, '2026-03-18T17:30', 'shipped-2025:support-general'],
  ['order', { urgency: 'urgent' }, '2026-03-16T12:00', 'shipped-2025:order-urgent'],
  ['call-back', {}, '2026-03-18T17:30', 'shipped-2025:call-back'],
] as const)('%s %j is due %s', (clock, about, due, limitId) => {
  const started = start(clock, about, '2026-03-16T02:00:00.000Z');
  expect([local(started.dueAt), started.limitId]).toEqual([due, limitId]);
  expect(started).toMatchObject({ provisional: false, calendarVersion: 1 });
  expect(started.yellowAt > started.startedAt && started.yellowAt < started.dueAt).toBe(true);
});

it('promises provisionally into a year that is not published', () => {
  const started = start('promise', {}, '2026-12-30T02:00:00.000Z');
  expect([shanghaiDay(started.dueAt), started.provisional]).toEqual(['2027-01-06', true]);
});

it('never refuses, not even beyond every calendar', () => {
  const started = start('promise', {}, '2040-01-02T02:00:00.000Z');
  expect([shanghaiDay(started.dueAt), started.provisional]).toEqual(['2040-01-09', true]);
});
