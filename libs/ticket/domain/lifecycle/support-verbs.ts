import type { RefusalCode } from '@hotline/kernel';
import type { TicketFacts } from '../facts.js';
import { awaitsLead, openParts, type SupportFacts } from '../support.js';
import { OPEN_STATES, type Rule } from './rule.js';

/** Some open part is as the verb needs it; asked of one part at a time (see `aboutPart`). */
const somePart =
  (fits: (part: SupportFacts) => boolean) =>
  (facts: TicketFacts): RefusalCode | null =>
    openParts(facts).some(fits) ? null : 'wrong-state';

const isUnsigned = (part: SupportFacts): boolean => part.signedAt === null && !awaitsLead(part);

const atWork = (part: SupportFacts): boolean => part.signedAt !== null && !awaitsLead(part);

/** Working together (主办/协办): parts asked of other units; custody and accountability stay with one. */
export const SUPPORT_VERBS = {
  'ask-support': {
    zh: '请求协办',
    en: 'Ask for support',
    from: ['dispatched', 'handling'],
    to: [],
    permission: 'support.ask',
    who: 'custody-or-above',
    clocks: { starts: ['support'] },
  },
  'sign-support': {
    zh: '签收协办',
    en: 'Sign for a part',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.sign',
    who: 'support-unit',
    clocks: {},
    guard: (facts) =>
      openParts(facts).some((part) => part.signedAt) ? 'already-signed' : somePart(isUnsigned)(facts),
  },
  'pass-support': {
    zh: '协办转下级',
    en: 'Pass a part down',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.handle',
    who: 'support-unit',
    clocks: { stops: ['support'], starts: ['support'] },
    guard: somePart((part) => part.passedAt === null && !awaitsLead(part)),
  },
  'contact-for-support': {
    zh: '协办联系职工',
    en: 'Log a contact with the worker for a part',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.handle',
    who: 'support-unit',
    clocks: {},
    guard: somePart(atWork),
  },
  'report-support': {
    zh: '协办反馈',
    en: 'Report a part',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.handle',
    who: 'support-unit',
    clocks: { stops: ['support'] },
    guard: somePart(atWork),
  },
  'decline-support': {
    zh: '不能协办',
    en: 'Decline a part',
    from: OPEN_STATES,
    to: [],
    permission: 'ticket.handle',
    who: 'support-unit',
    clocks: {},
    guard: somePart((part) => part.declinedAt === null),
  },
  'insist-support': {
    zh: '坚持请其协办',
    en: 'Insist on a part',
    from: OPEN_STATES,
    to: [],
    permission: 'support.ask',
    who: 'custody-or-above',
    clocks: {},
    guard: somePart(awaitsLead),
  },
  'withdraw-support': {
    zh: '撤回协办',
    en: 'Take a part back',
    from: OPEN_STATES,
    to: [],
    permission: 'support.ask',
    who: 'custody-or-above',
    clocks: { stops: ['support'] },
    guard: somePart(() => true),
  },
  'waive-support': {
    zh: '免除协办反馈',
    en: 'Waive a part',
    from: ['dispatched', 'handling'],
    to: [],
    permission: 'ticket.handle',
    who: 'custody-unit',
    clocks: { stops: ['support'] },
    guard: somePart(() => true),
  },
} as const satisfies Record<string, Rule>;

/** Verbs of one part among several: judged part by part. */
export const PART_VERBS = [
  'sign-support',
  'pass-support',
  'contact-for-support',
  'report-support',
  'decline-support',
  'insist-support',
  'withdraw-support',
  'waive-support',
] as const satisfies readonly (keyof typeof SUPPORT_VERBS)[];
export type PartVerb = (typeof PART_VERBS)[number];
