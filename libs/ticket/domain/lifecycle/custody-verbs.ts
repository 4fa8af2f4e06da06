import type { RefusalCode } from '@hotline/kernel';
import { custody, type TicketFacts } from '../facts.js';
import { openPause } from '../request-facts.js';
import { OPEN_STATES, type Rule } from './rule.js';

/** A return request is open, or the work is paused: the unit neither reports nor passes the ticket on. */
function notBeingRuled(facts: TicketFacts): RefusalCode | null {
  if (facts.openReturn) return 'wrong-state';
  return openPause(facts) ? 'paused' : null;
}

// Three unanswered attempts are enough for a close; they count as "not reached", never as satisfied.
export const CALL_BACK_ATTEMPTS = 3;

/** The way down, the handling, the way up and the end. */
export const CUSTODY_VERBS = {
  dispatch: {
    zh: '派单',
    en: 'Dispatch',
    from: ['unclear'],
    to: ['dispatched', 'queued'],
    permission: 'ticket.dispatch',
    who: 'above-turn-unit',
    clocks: { stops: 'stage', starts: ['dispatch', 'sign', 'contact', 'handle'] },
  },
  recall: {
    zh: '撤回派单',
    en: 'Recall',
    from: ['queued', 'dispatched'],
    to: ['unclear'],
    permission: 'ticket.read',
    who: 'sender',
    clocks: { stops: 'stage', starts: ['dispatch'] },
    guard: (facts, now) => {
      if (custody(facts).signedAt) return 'already-signed';
      return facts.recallUntil && now <= facts.recallUntil ? null : 'recall-window-over';
    },
  },
  sign: {
    zh: '签收',
    en: 'Sign',
    from: ['dispatched'],
    to: ['handling'],
    permission: 'ticket.sign',
    who: 'turn-unit',
    clocks: { stops: ['sign'] },
    guard: notBeingRuled,
  },
  'log-worker-contact': {
    zh: '联系职工',
    en: 'Log a contact with the worker',
    from: ['handling'],
    to: ['handling'],
    permission: 'ticket.handle',
    who: 'custody-unit',
    clocks: { stops: ['contact'] },
  },
  'pass-down': {
    zh: '转下级',
    en: 'Pass down',
    from: ['dispatched', 'handling'],
    to: ['dispatched', 'queued'],
    permission: 'ticket.handle',
    who: 'custody-unit',
    clocks: { stops: 'stage', starts: ['dispatch', 'sign', 'contact', 'handle'] },
    guard: notBeingRuled,
  },
  'request-return': {
    zh: '申请退单',
    en: 'Ask to return',
    from: ['dispatched', 'handling'],
    to: ['dispatched', 'handling'],
    permission: 'ticket.handle',
    who: 'custody-unit',
    clocks: { starts: ['ruling'] },
    guard: (facts) => {
      if (facts.openReturn || !custody(facts).fromUnitId) return 'wrong-state';
      if (openPause(facts)) return 'paused';
      const unitId = custody(facts).toUnitId;
      const asked = facts.returns.filter((one) => one.unitId === unitId).length;
      return asked >= facts.settings.returnCap ? 'return-cap-reached' : null;
    },
  },
  'rule-return': {
    zh: '裁定退单',
    en: 'Rule on a return',
    from: ['dispatched', 'handling'],
    to: ['dispatched', 'handling', 'unclear', 'queued'],
    permission: 'ticket.rule',
    who: 'ruling-unit',
    clocks: { stops: 'stage', starts: ['dispatch'] },
    guard: (facts) => (facts.openReturn ? null : 'wrong-state'),
  },
  report: {
    zh: '报结',
    en: 'Report',
    from: ['handling'],
    to: ['reported', 'call-back'],
    permission: 'ticket.handle',
    who: 'custody-unit',
    clocks: { stops: ['sign', 'contact', 'handle'], starts: ['review', 'call-back'] },
    guard: notBeingRuled,
  },
  review: {
    zh: '审核',
    en: 'Review',
    from: ['reported'],
    to: ['reported', 'call-back', 'handling'],
    permission: 'ticket.review',
    who: 'turn-unit',
    clocks: { stops: ['review'], starts: ['review', 'call-back', 'handle'] },
  },
  'record-call-back': {
    zh: '回访',
    en: 'Record a call-back',
    from: ['call-back'],
    to: ['call-back', 'dispatched', 'handling'],
    permission: 'ticket.call-back',
    who: 'turn-unit',
    clocks: { stops: 'stage', starts: ['sign', 'contact', 'handle'] },
    guard: (facts) => (facts.callBacks.reached ? 'wrong-state' : null),
  },
  close: {
    zh: '办结',
    en: 'Close',
    from: ['call-back'],
    to: ['closed'],
    permission: 'ticket.call-back',
    who: 'turn-unit',
    clocks: { stops: 'all' },
    guard: (facts) =>
      facts.callBacks.reached || facts.callBacks.attempts >= CALL_BACK_ATTEMPTS
        ? null
        : 'rating-without-contact',
  },
  'reveal-identity': {
    zh: '查看身份',
    en: 'Show who the worker is',
    from: [...OPEN_STATES, 'closed'],
    to: [],
    permission: 'identity.reveal',
    who: 'in-on-the-case',
    clocks: {},
    guard: (facts) => (facts.identityId ? null : 'not-found'),
  },
} as const satisfies Record<string, Rule>;
