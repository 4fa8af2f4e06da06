import type { Limit } from './limit.js';
import { type LimitRow, type LimitsPreset, RECORD_CLOCKS } from './limits-preset.js';

const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit });

interface HandlingLimits {
  readonly urgent: Limit;
  readonly consult: Limit;
  readonly general: Limit;
  readonly difficult: Limit;
  readonly complex: Limit;
}

/** What the worker is promised: the whole case, reviews and call-back included. */
const PROMISE: HandlingLimits = {
  urgent: limit(24, 'hours'),
  consult: limit(2, 'working-days'),
  general: limit(5, 'working-days'),
  difficult: limit(15, 'working-days'),
  complex: limit(60, 'calendar-days'),
};

/** What the handling unit has of it: the rest belongs to the reviews above and to the call-back. */
const HANDLE: HandlingLimits = {
  urgent: limit(12, 'hours'),
  consult: limit(1, 'working-days'),
  general: limit(3, 'working-days'),
  difficult: limit(12, 'working-days'),
  complex: limit(50, 'calendar-days'),
};

/**
 * An urgent case outranks its difficulty; a consult (咨询) of general difficulty is answered faster than other general
 * cases.
 */
function handlingRows(clock: 'promise' | 'handle', limits: HandlingLimits): readonly LimitRow[] {
  return [
    { id: `${clock}-urgent`, clock, urgency: 'urgent', limit: limits.urgent },
    { id: `${clock}-consult`, clock, kind: 'consult', difficulty: 'general', limit: limits.consult },
    { id: `${clock}-general`, clock, difficulty: 'general', limit: limits.general },
    { id: `${clock}-difficult`, clock, difficulty: 'difficult', limit: limits.difficult },
    { id: `${clock}-complex`, clock, difficulty: 'complex', limit: limits.complex },
  ];
}

const RULINGS = ['ruling', 'extension-ruling', 'exclusion-ruling'] as const;

/** The clock of the case runs on while a superior decides, so an urgent case is ruled within the shift. */
const rulingRows = (clock: (typeof RULINGS)[number]): readonly LimitRow[] => [
  { id: `${clock}-urgent`, clock, urgency: 'urgent', limit: limit(2, 'hours') },
  { id: `${clock}-general`, clock, limit: limit(1, 'working-days') },
];

/**
 * The limits a new installation starts with; the national numbers are not public, so units replace them by dated
 * presets of their own.
 *
 * Wall or working time: the national and the provincial call centres are staffed 7×24 and pass work on at night too, so
 * their 30 minutes to dispatch run by the wall clock; from the city down duty desks keep office hours, and the same 30
 * minutes run in working time. Signing and first contact in general cases are done by handlers in office hours: working
 * time, so that a ticket sent at 22:00 is not late before anyone could see it. Urgent cases are somebody's duty at every
 * hour: wall clock at every level.
 */
export const SHIPPED_LIMITS: LimitsPreset = {
  id: 'shipped-2025',
  effectiveFrom: '2025-01-01',
  maxExtensions: 1,
  rows: [
    ...handlingRows('promise', PROMISE),
    { id: 'dispatch-urgent', clock: 'dispatch', urgency: 'urgent', limit: limit(30, 'minutes') },
    { id: 'dispatch-national', clock: 'dispatch', level: 'national', limit: limit(30, 'minutes') },
    { id: 'dispatch-province', clock: 'dispatch', level: 'province', limit: limit(30, 'minutes') },
    { id: 'dispatch-below', clock: 'dispatch', limit: limit(30, 'working-minutes') },
    { id: 'sign-urgent', clock: 'sign', urgency: 'urgent', limit: limit(15, 'minutes') },
    { id: 'sign-general', clock: 'sign', limit: limit(1, 'working-days') },
    { id: 'contact-urgent', clock: 'contact', urgency: 'urgent', limit: limit(2, 'hours') },
    { id: 'contact-general', clock: 'contact', limit: limit(2, 'working-hours') },
    ...handlingRows('handle', HANDLE),
    // One level of the chain reviews within its own working day; each level starts a clock of its own.
    { id: 'review-level', clock: 'review', limit: limit(1, 'working-days') },
    { id: 'call-back', clock: 'call-back', limit: limit(2, 'working-days') },
    ...RULINGS.flatMap(rulingRows),
    { id: 'support-urgent', clock: 'support', urgency: 'urgent', limit: limit(6, 'hours') },
    { id: 'support-general', clock: 'support', limit: limit(2, 'working-days') },
    { id: 'order-urgent', clock: 'order', urgency: 'urgent', limit: limit(2, 'hours') },
    { id: 'order-general', clock: 'order', limit: limit(1, 'working-days') },
    { id: 'receipt', clock: 'receipt', limit: limit(1, 'working-days') },
    { id: 'referral', clock: 'referral', limit: limit(15, 'working-days') },
  ],
};

/** A matrix from before the clocks of records had rows of their own, with the shipped rows for those it lacks. */
export function completed(rows: readonly LimitRow[]): readonly LimitRow[] {
  const lacking = RECORD_CLOCKS.filter((clock) => !rows.some((row) => row.clock === clock));
  return [
    ...rows,
    ...SHIPPED_LIMITS.rows.filter((row) => (lacking as readonly string[]).includes(row.clock)),
  ];
}
