import { sessionLives, useMustBeWritten } from './session-rules.js';

const now = new Date('2026-03-16T04:00:00.000Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const times = { seenAt: ago(1), expiresAt: ago(-60), endedAt: null };

it.each([
  ['used a minute ago', times, true],
  ['idle for 29:59', { ...times, seenAt: new Date(ago(30).getTime() + 1_000) }, true],
  ['idle for 30 minutes', { ...times, seenAt: ago(30) }, false],
  ['at its last moment', { ...times, expiresAt: new Date(now.getTime() + 1) }, true],
  ['at the end of its twelve hours, though in use', { ...times, expiresAt: now }, false],
  ['signed out', { ...times, endedAt: ago(0) }, false],
])('a session %s', (_, given, lives) => expect(sessionLives(given, now)).toBe(lives));

it.each([
  [null, true],
  [ago(1), true],
  [ago(0.9), false],
])('use is written at most once a minute: last %p', (seenAt, written) =>
  expect(useMustBeWritten(seenAt, now)).toBe(written),
);
