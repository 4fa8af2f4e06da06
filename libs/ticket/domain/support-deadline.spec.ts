import { NANSHAN } from '../../../test/support/small-tree.js';
import type { NewClock } from './step.js';
import { partClock, wishProblem } from './support-deadline.js';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour));
const limit: NewClock = {
  id: 'c',
  kind: 'support',
  unitId: NANSHAN.id,
  hopId: 'h',
  startedAt: at(0),
  yellowAt: at(8),
  dueAt: at(10),
  calendarVersion: 1,
  provisional: false,
  limitId: 'shipped:review-level',
  limitAmount: 1,
  limitUnit: 'working-days',
};

it.each([
  ['the limit alone', null, null, 10, 8],
  ['the limit, well before the promise', null, 20, 10, 8],
  ['never beyond the promise', null, 6, 6, 4],
  ['by the date that was named', 4, 20, 4, 2],
  ['a later date within the promise', 15, 20, 15, 13],
  ['a named date beyond the promise is the promise', 30, 20, 20, 18],
  ['a promise already broken caps nothing', null, -1, 10, 8],
  ['the warning is never before the beginning', 1, 20, 1, 0],
])('%s', (_, wish, promise, due, yellow) => {
  const clock = partClock(
    limit,
    wish === null ? null : at(wish),
    promise === null ? null : at(promise),
    at(0),
  );
  expect([clock.dueAt, clock.yellowAt]).toEqual([at(due), at(yellow)]);
});

it.each([
  ['none', null, undefined],
  ['past', 0, 'past'],
  ['beyond', 21, 'beyond-promise'],
  ['fine', 20, undefined],
])('a wish that is %s', (_, wish, problem) => {
  expect(wishProblem(wish === null ? null : at(wish), at(20), at(0))?.facts?.problem).toBe(problem);
});
