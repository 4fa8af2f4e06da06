import { agentsNeeded, answeredWithin, withShrinkage } from './erlang.js';
import type { Expected } from './forecast.js';

export interface StaffingRules {
  readonly targetPercent: number;
  readonly withinSeconds: number;
  readonly shrinkagePercent: number;
  readonly leastAgents: number;
}

/** Until somebody sets others: 80 % in 15 s (GB/T 33358-2016 names the 15 s), three in ten away, one always there. */
export const STAFFING_DEFAULTS = {
  targetPercent: 80,
  withinSeconds: 15,
  shrinkagePercent: 30,
  weeks: 8,
  leastAgents: 1,
} as const;

export interface StaffedInterval {
  /** median of the past days; null where there is none to learn from */
  readonly offered: number | null;
  /** past days it is learnt from */
  readonly days: number;
  readonly handlingSeconds: number | null;
  readonly erlangs: number | null;
  /** at the line */
  readonly needed: number | null;
  /** on the roster, so that as many are at the line */
  readonly toRoster: number | null;
  /** on a shift on the mean */
  readonly rostered: number;
  /** signed in and not on a break on the mean; null for what is still to come */
  readonly present: number | null;
  /** what the rostered would reach after shrinkage, in percent; null without a load */
  readonly expectedPercent: number | null;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Erlang C on what is expected of an interval of so many minutes. */
export function staffedInterval(
  { offered, days, handlingSeconds }: Expected,
  minutes: number,
  rules: StaffingRules,
  rostered: number,
  present: number | null,
): StaffedInterval {
  const shown = {
    offered,
    days,
    handlingSeconds: handlingSeconds === null ? null : Math.round(handlingSeconds),
    rostered: tenths(rostered),
    present: present === null ? null : tenths(present),
  };
  if (offered === null || (offered > 0 && handlingSeconds === null))
    return { ...shown, erlangs: null, needed: null, toRoster: null, expectedPercent: null };
  const handling = handlingSeconds ?? 0;
  const load = (offered * handling) / (minutes * 60);
  const target = { share: rules.targetPercent / 100, seconds: rules.withinSeconds };
  const needed = Math.max(agentsNeeded(load, handling, target), rules.leastAgents);
  const shrinkage = rules.shrinkagePercent / 100;
  const atLine = Math.floor(rostered * (1 - shrinkage) + 1e-9);
  const share = answeredWithin(load, atLine, handling, rules.withinSeconds);
  return {
    ...shown,
    erlangs: Math.round(load * 100) / 100,
    needed,
    toRoster: withShrinkage(needed, shrinkage),
    expectedPercent: load === 0 ? null : tenths(share * 100),
  };
}
