import { between, HOUR_MS, MINUTE_MS } from '@hotline/kernel';
import { type PastAgent, type PastDay, type PastShift, playDay, frameText } from '@hotline/practice-line';
import type { ToldStretch } from '@hotline/telephony';
import { PRACTICE_BOARD } from '../practice-board.js';
import { PRACTICE_TELEPHONES } from '../practice-telephones.js';
import { type LineDay, momentOf } from './calendar.js';
import { callersOf, type PastCaller } from './callers.js';
import { agentOf, randomOf, workedOf } from './rota.js';

const LAST_MS = 4 * MINUTE_MS;

/** Who sat at the line that day, by account. The night before ends in it, with the day's first hour. */
export function shiftsOf({ day, until, isLast }: LineDay, isBad: boolean): Map<string, PastShift[]> {
  return new Map(
    PRACTICE_TELEPHONES.map(({ account }) => [
      account,
      workedOf(account, day, isBad).flatMap((shift) =>
        isLast && shift.to > until - LAST_MS ? cut(shift, until - LAST_MS) : [shift],
      ),
    ]),
  );
}

const cut = (shift: PastShift, to: number): PastShift[] =>
  shift.from < to - HOUR_MS / 4
    ? [{ ...shift, to, breaks: shift.breaks.filter(({ at, lengthMs }) => at + lengthMs < to) }]
    : [];

/** A day as the switchboard told it. @param behind calls that the history has logged already */
export function toldDay(
  line: LineDay,
  shifts: ReadonlyMap<string, readonly PastShift[]>,
  behind: readonly PastCaller[],
  isBad: boolean,
): ToldStretch[] {
  const random = randomOf('line', line.day);
  // The bad day: a switchboard that dies in the early afternoon, and half as many callers again as on others.
  const busy = (hour: number): number => (isBad && hour >= 13 && hour < 18 ? 1.5 : 1);
  const agents = PRACTICE_TELEPHONES.map((one): PastAgent => agentOf(one, shifts.get(one.account) ?? []));
  const died = momentOf(line.day, '14:07') + between(random, 0, 59_999);
  const day: PastDay = {
    from: line.from,
    until: line.until,
    callers: [...callersOf(line, random, busy), ...behind],
    agents,
    ...(isBad && !line.isLast && { crash: { at: died, backAt: died + 23 * MINUTE_MS } }),
  };
  return playDay(PRACTICE_BOARD, day, random).map(({ frames, until }) => ({
    bytes: Buffer.from(frames.map(frameText).join('')),
    receivedAt: new Date(until),
  }));
}
