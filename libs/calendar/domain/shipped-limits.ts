import type { Limit } from './limit.js';
import type { LimitRow, LimitsPreset } from './limits-preset.js';

const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit });

/**
 * Handling limits, the same for the promise to the worker and for the unit that keeps it. An urgent case outranks its
 * difficulty; a consult (咨询) of general difficulty is answered faster than other general cases.
 */
function handlingRows(clock: 'promise' | 'handle'): readonly LimitRow[] {
  return [
    { id: `${clock}-urgent`, clock, urgency: 'urgent', limit: limit(24, 'hours') },
    {
      id: `${clock}-consult`,
      clock,
      kind: 'consult',
      difficulty: 'general',
      limit: limit(2, 'working-days'),
    },
    { id: `${clock}-general`, clock, difficulty: 'general', limit: limit(5, 'working-days') },
    { id: `${clock}-difficult`, clock, difficulty: 'difficult', limit: limit(15, 'working-days') },
    { id: `${clock}-complex`, clock, difficulty: 'complex', limit: limit(60, 'calendar-days') },
  ];
}

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
    ...handlingRows('promise'),
    { id: 'dispatch-urgent', clock: 'dispatch', urgency: 'urgent', limit: limit(30, 'minutes') },
    { id: 'dispatch-national', clock: 'dispatch', level: 'national', limit: limit(30, 'minutes') },
    { id: 'dispatch-province', clock: 'dispatch', level: 'province', limit: limit(30, 'minutes') },
    { id: 'dispatch-below', clock: 'dispatch', limit: limit(30, 'working-minutes') },
    { id: 'sign-urgent', clock: 'sign', urgency: 'urgent', limit: limit(15, 'minutes') },
    { id: 'sign-general', clock: 'sign', limit: limit(1, 'working-days') },
    { id: 'contact-urgent', clock: 'contact', urgency: 'urgent', limit: limit(2, 'hours') },
    { id: 'contact-general', clock: 'contact', limit: limit(2, 'working-hours') },
    ...handlingRows('handle'),
    // One level of the chain reviews within its own working day; each level starts a clock of its own.
    { id: 'review-level', clock: 'review', limit: limit(1, 'working-days') },
    { id: 'call-back', clock: 'call-back', limit: limit(2, 'working-days') },
  ],
};
