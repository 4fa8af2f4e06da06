/**
 * Erlang's formulas for waiting systems (A. K. Erlang 1917; ITU-D SG 2, Handbook Teletraffic Engineering, chapters 7 and
 * 12). The recursion of Erlang B works on probabilities between 0 and 1, so no load is so large that it overflows.
 */

/** Probability that all of `agents` are busy where nobody waits. @param load in erlangs, not negative */
export function erlangB(load: number, agents: number): number {
  let blocked = 1;
  for (let n = 1; n <= agents; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

const waitOf = (blocked: number, load: number, agents: number): number => {
  if (load === 0) return 0;
  return load >= agents ? 1 : blocked / (1 - (load / agents) * (1 - blocked));
};

/** Probability that a caller has to wait; 1 where the load is more than the agents can ever serve. */
export const erlangC = (load: number, agents: number): number => waitOf(erlangB(load, agents), load, agents);

/** Share answered within `seconds`, between 0 and 1. @param handling mean handling time in seconds */
export function answeredWithin(load: number, agents: number, handling: number, seconds: number): number {
  return within(erlangC(load, agents), load, agents, handling, seconds);
}

const within = (waits: number, load: number, agents: number, handling: number, seconds: number): number => {
  if (load === 0) return 1;
  return load >= agents ? 0 : 1 - waits * Math.exp((-(agents - load) * seconds) / handling);
};

/** Mean wait of all callers in seconds; infinite where the queue would only grow. */
export const meanWait = (load: number, agents: number, handling: number): number =>
  load >= agents ? (load === 0 ? 0 : Infinity) : (erlangC(load, agents) * handling) / (agents - load);

export interface StaffingTarget {
  /** share to be answered in time, between 0 and 1 (both excluded) */
  readonly share: number;
  readonly seconds: number;
}

/** A load beyond this is no telephone line any more. */
export const MOST_ERLANGS = 1_000_000;

/**
 * The fewest agents that reach the target; 0 without any load. The recursion goes on where it stands instead of beginning
 * anew for each candidate, so the largest load takes some milliseconds.
 * @throws RangeError for a load that is negative, infinite or above `MOST_ERLANGS`
 */
export function agentsNeeded(load: number, handling: number, { share, seconds }: StaffingTarget): number {
  if (!(load >= 0 && load <= MOST_ERLANGS)) throw new RangeError(`no load of a telephone line: ${load}`);
  if (load === 0 || handling <= 0) return 0;
  let agents = Math.floor(load) + 1;
  let blocked = erlangB(load, agents);
  while (within(waitOf(blocked, load, agents), load, agents, handling, seconds) < share) {
    agents += 1;
    blocked = (load * blocked) / (agents + load * blocked);
  }
  return agents;
}

/** How many must be on the roster so that `needed` are at the line. @param shrinkage share that is away, below 1 */
export const withShrinkage = (needed: number, shrinkage: number): number =>
  // A hair below the whole number is the whole number: 12 ÷ 0.75 is 16, not 17.
  Math.max(0, Math.ceil(needed / (1 - shrinkage) - 1e-9));
