import { deny, HOUR_MS, MINUTE_MS, type Refusal } from '@hotline/kernel';
import { type Fault, faultAt } from './fault.js';

/**
 * How a limit is counted. `minutes` and `hours` run by the wall clock, day and night (emergencies, the 7×24 call
 * centre); `working-minutes` and `working-hours` run only in the slots of the calendar; the day units end with the
 * business of a working day.
 */
export const LIMIT_UNITS = [
  'minutes',
  'hours',
  'working-minutes',
  'working-hours',
  'working-days',
  'calendar-days',
] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** A whole, positive number of units. */
export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

export type LimitPace = 'wall' | 'working' | 'days';

const UNITS: Readonly<Record<LimitUnit, { pace: LimitPace; ms: number }>> = {
  minutes: { pace: 'wall', ms: MINUTE_MS },
  hours: { pace: 'wall', ms: HOUR_MS },
  'working-minutes': { pace: 'working', ms: MINUTE_MS },
  'working-hours': { pace: 'working', ms: HOUR_MS },
  'working-days': { pace: 'days', ms: 0 },
  'calendar-days': { pace: 'days', ms: 0 },
};

export const paceOf = (unit: LimitUnit): LimitPace => UNITS[unit].pace;

/** Length of a minute or hour limit in ms of its own pace; 0 for day limits, which have no fixed length. */
export const lengthOf = (limit: Limit): number => limit.amount * UNITS[limit.unit].ms;

/** Upper bound of a limit's amount: a year of minutes. Beyond it a limit is a typing error. */
const MAX_AMOUNT = 525_600;

/** What is wrong with a limit, at `field`. */
export function limitFaults(limit: Limit, field = 'limit'): Fault[] {
  if (!LIMIT_UNITS.includes(limit.unit)) return [faultAt(`${field}.unit`, 'unknown-unit')];
  const whole = Number.isInteger(limit.amount) && limit.amount > 0 && limit.amount <= MAX_AMOUNT;
  return whole ? [] : [faultAt(`${field}.amount`, 'not-a-positive-whole-number')];
}

/** Why a limit cannot be used, `invalid-input` on `field`; undefined when it can. */
export function limitProblem(limit: Limit, field = 'limit'): Refusal | undefined {
  const [fault] = limitFaults(limit, field);
  if (!fault) return undefined;
  const answer = deny('invalid-input', { field: fault.field, facts: { problem: fault.problem } });
  return answer.ok ? undefined : answer.refusal;
}
