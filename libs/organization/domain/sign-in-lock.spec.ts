import { ACCOUNT_LOCK, ADDRESS_LOCK, lockedUntil } from './sign-in-lock.js';

const now = new Date('2026-03-16T04:00:00.000Z');
const secondsAgo = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);
const failures = (...seconds: number[]): Date[] => seconds.map(secondsAgo);

it.each([
  ['no failure', ACCOUNT_LOCK, [], null],
  ['four failures', ACCOUNT_LOCK, failures(1, 2, 3, 4), null],
  ['five failures within ten minutes', ACCOUNT_LOCK, failures(1, 2, 3, 4, 120), secondsAgo(120 - 600)],
  ['five failures, the fifth exactly ten minutes ago', ACCOUNT_LOCK, failures(1, 2, 3, 4, 600), null],
  ['six failures: the fifth newest decides', ACCOUNT_LOCK, failures(1, 2, 3, 4, 5, 599), secondsAgo(5 - 600)],
  ['nineteen failures of one address', ADDRESS_LOCK, failures(...Array<number>(19).fill(1)), null],
  [
    'twenty failures of one address',
    ADDRESS_LOCK,
    failures(...Array<number>(20).fill(1)),
    secondsAgo(1 - 60),
  ],
])('%s', (_, rule, given, until) => expect(lockedUntil(given, rule, now)).toEqual(until));
