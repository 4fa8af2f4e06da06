import { allow, type Decision, deny, HOUR_MS, type Instant } from '@hotline/kernel';
import type { TreeEdit } from './tree-edit.js';

// Far enough for a reform announced with the year's plan; a slip of the keyboard lies further off.
const MOST_AHEAD_MS = 2 * 366 * 24 * HOUR_MS;

/** A change begins on a full hour of Asia/Shanghai (whole hours of UTC are whole hours there), and ahead of now. */
export function mayWaitUntil(at: Instant, now: Instant): Decision<true> {
  const ahead = at.getTime() - now.getTime();
  const wrong = ahead <= 0 || ahead > MOST_AHEAD_MS || at.getTime() % HOUR_MS !== 0;
  return wrong ? deny('invalid-input', { field: 'at' }) : allow(true);
}

/**
 * What a change would do to the tree, as lines to compare: a plan whose outcome is no longer the one that was looked at
 * must be looked at again. Tickets that come and go meanwhile are no part of it.
 */
export function outcomeOf({ additions, renames, moves, ends, handovers }: TreeEdit): string[] {
  return [
    ...additions.map(({ path }) => `new ${path}`),
    ...renames.map(({ unitId, name, code }) => `call ${unitId} ${code} ${name}`),
    ...moves.map(({ unitId, from, to }) => `move ${unitId} ${from} ${to}`),
    ...ends.map(({ unitId, heirId }) => `end ${unitId} ${heirId}`),
    ...handovers.map(({ fromId, toId }) => `hand ${fromId} ${toId ?? '-'}`),
  ].sort();
}

export const sameOutcome = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, n) => line === other[n]);
