import type { RefusalCode } from '@hotline/kernel';
import { custody, type TicketFacts } from '../facts.js';
import { OPEN_STATES, type Rule } from './rule.js';

const RAISABLE = ['queued', 'unclear', 'dispatched', 'handling'] as const;

/** A return under way is ruled first: raising would take the ticket from under the ruling. */
const notBeingRuled = (facts: TicketFacts): RefusalCode | null => (facts.openReturn ? 'wrong-state' : null);

/** What superiors say to the unit that has to act, what it answers, and the urgent path. None of it moves the turn but raising. */
export const ORDER_VERBS = {
  urge: {
    zh: '催办',
    en: 'Urge',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.urge',
    who: 'superior-or-intake',
    clocks: {},
  },
  supervise: {
    zh: '督办',
    en: 'Supervise',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.supervise',
    who: 'superior-of-turn',
    clocks: { starts: ['order'] },
  },
  raise: {
    zh: '提级',
    en: 'Raise one level',
    from: RAISABLE,
    to: ['dispatched'],
    permission: 'ticket.supervise',
    who: 'above-custody',
    // A pause ends with the custody it was taken in: what is left of the promise runs on.
    clocks: { stops: 'stage', starts: ['sign', 'contact', 'handle'], moves: ['promise'] },
    guard: notBeingRuled,
  },
  'answer-order': {
    zh: '答复督办',
    en: 'Answer an order',
    from: OPEN_STATES,
    to: [],
    permission: 'order.answer',
    who: 'ordered-unit',
    clocks: { stops: ['order'] },
  },
  'end-order': {
    zh: '办结督办',
    en: 'End an order',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.supervise',
    who: 'order-giver',
    clocks: { stops: ['order'] },
  },
  'take-over-ladder': {
    zh: '人工接管催督',
    en: 'Take over from the automatic ladder',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.supervise',
    who: 'superior-of-turn',
    clocks: {},
    guard: (facts) => {
      const hopId = custody(facts).id;
      const unitId = facts.turn?.unit.id;
      return facts.laddersStopped.some((one) => one.hopId === hopId && one.unitId === unitId)
        ? 'wrong-state'
        : null;
    },
  },
  'confirm-receipt': {
    zh: '确认已读',
    en: 'Confirm having read',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.read',
    who: 'receipt-unit',
    clocks: { stops: ['receipt'] },
  },
  'record-transfer': {
    zh: '转专业坐席',
    en: 'Record a transfer to a specialist seat',
    from: OPEN_STATES,
    to: [],
    permission: 'specialist.transfer',
    who: 'intake-or-custody',
    clocks: {},
    guard: (facts) => (facts.urgency === 'urgent' ? null : 'wrong-state'),
  },
} as const satisfies Record<string, Rule>;
