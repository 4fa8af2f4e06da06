import type { Instant, RefusalCode } from '@hotline/kernel';
import { custody, type TicketFacts } from '../facts.js';
import { exclusionOf, openPause, openRequest } from '../request-facts.js';
import { OPEN_STATES, type Rule } from './rule.js';

/** Pauses a unit may take in one custody. */
export const PAUSES_A_HOP = 2;

/** More time is asked for in time: late means after the deadline, never at it. */
function deadlinePassed(facts: TicketFacts, now: Instant): RefusalCode | null {
  const late = facts.openClocks.some(
    ({ kind, dueAt }) => (kind === 'promise' || kind === 'handle') && now > dueAt,
  );
  return late ? 'deadline-passed' : null;
}

/** What a unit may ask for while it has a ticket, what stands still meanwhile, and the ends before the end. */
export const REQUEST_VERBS = {
  'request-extension': {
    zh: '申请延期',
    en: 'Ask for an extension',
    from: ['handling'],
    to: [],
    permission: 'ticket.handle',
    who: 'custody-unit',
    clocks: { starts: ['extension-ruling'] },
    guard: (facts, now) => (openRequest(facts, 'extension') ? 'request-open' : deadlinePassed(facts, now)),
  },
  'rule-extension': {
    zh: '裁定延期',
    en: 'Rule on an extension',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.rule',
    who: 'extension-ruler',
    clocks: { stops: ['extension-ruling'], moves: ['promise', 'handle'] },
  },
  pause: {
    zh: '挂起',
    en: 'Pause',
    from: ['handling'],
    to: [],
    permission: 'ticket.handle',
    who: 'custody-unit',
    clocks: { moves: ['promise', 'handle'] },
    guard: (facts, now) => {
      if (facts.openReturn || openPause(facts)) return 'wrong-state';
      const hopId = custody(facts).id;
      const taken = facts.pauses.filter((one) => one.hopId === hopId).length;
      return taken >= PAUSES_A_HOP ? 'pause-cap-reached' : deadlinePassed(facts, now);
    },
  },
  resume: {
    zh: '恢复办理',
    en: 'Resume',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.rule',
    who: 'custody-or-above',
    clocks: { moves: ['promise', 'handle'] },
    guard: (facts) => (openPause(facts) ? null : 'wrong-state'),
  },
  'request-exclusion': {
    zh: '申请剔除',
    en: 'Ask to be left out of the rate',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.rule',
    who: 'custody-or-above',
    clocks: { starts: ['exclusion-ruling'] },
    guard: (facts) => {
      if (openRequest(facts, 'exclusion')) return 'request-open';
      return exclusionOf(facts) ? 'wrong-state' : null;
    },
  },
  'rule-exclusion': {
    zh: '裁定剔除',
    en: 'Rule on an exclusion',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.rule',
    who: 'exclusion-ruler',
    clocks: { stops: ['exclusion-ruling'] },
  },
  'revoke-exclusion': {
    zh: '撤销剔除',
    en: 'Revoke an exclusion',
    from: [...OPEN_STATES, 'closed'],
    to: [],
    permission: 'ticket.rule',
    who: 'custody-or-above',
    clocks: {},
    guard: (facts) => (exclusionOf(facts) ? null : 'wrong-state'),
  },
  withdraw: {
    zh: '职工撤诉',
    en: 'Withdrawn by the worker',
    from: OPEN_STATES,
    to: ['closed'],
    permission: 'ticket.withdraw',
    who: 'hearing-desk',
    clocks: { stops: 'all' },
  },
  decline: {
    zh: '不予受理',
    en: 'Decline and guide elsewhere',
    from: ['queued', 'unclear'],
    to: ['call-back'],
    permission: 'ticket.dispatch',
    who: 'turn-unit',
    clocks: { stops: 'stage', starts: ['call-back'] },
    // Only the unit that took the case tells a worker that the union will not handle it.
    guard: (facts) => (facts.turn?.unit.id === facts.intake.id ? null : 'wrong-state'),
  },
  refer: {
    zh: '转交外部',
    en: 'Refer to another body',
    from: ['handling'],
    to: [],
    permission: 'ticket.handle',
    who: 'custody-unit',
    clocks: { starts: ['referral'] },
  },
  'record-referral-reply': {
    zh: '登记复函',
    en: 'Record the reply of another body',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.handle',
    who: 'referring-unit',
    clocks: { stops: ['referral'] },
    guard: (facts) => (facts.referrals.some((one) => one.open) ? null : 'wrong-state'),
  },
  assign: {
    zh: '指派',
    en: 'Assign',
    from: ['dispatched', 'handling'],
    to: [],
    permission: 'ticket.rule',
    who: 'custody-unit',
    clocks: {},
  },
} as const satisfies Record<string, Rule>;
