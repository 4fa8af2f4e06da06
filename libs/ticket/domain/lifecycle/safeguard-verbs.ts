import { OPEN_STATES, type Rule } from './rule.js';

/** What keeps the worker from the employer and the interested from the case. */
export const SAFEGUARD_VERBS = {
  'record-consent': {
    zh: '记录公开身份意愿',
    en: 'Record whether the employer’s union may know the worker',
    from: OPEN_STATES,
    to: [],
    permission: 'identity.reveal',
    who: 'once-in-custody',
    clocks: {},
  },
  recuse: {
    zh: '回避',
    en: 'Withdraw for an interest in the case',
    from: OPEN_STATES,
    to: ['dispatched', 'reported', 'call-back'],
    permission: 'ticket.read',
    who: 'reader',
    clocks: {
      stops: 'stage',
      starts: ['sign', 'contact', 'handle', 'review', 'call-back'],
      moves: ['promise'],
    },
  },
} as const satisfies Record<string, Rule>;
