import { OPEN_STATES, type Rule } from './rule.js';

/** What law adds beside the custody: facts for legal periods, and the stages of a petition (信访工作条例). */
export const LEGAL_VERBS = {
  'save-legal-facts': {
    zh: '填写法定时效事实',
    en: 'Enter the facts for legal periods',
    from: OPEN_STATES,
    to: [],
    permission: 'legal.edit',
    who: 'once-in-custody',
    clocks: {},
  },
  'mark-as-petition': {
    zh: '登记为信访件',
    en: 'Register as a petition',
    from: OPEN_STATES,
    to: [],
    permission: 'petition.mark',
    who: 'custody-or-intake',
    clocks: { starts: ['petition'] },
    guard: (facts) => (facts.petition ? 'duplicate' : null),
  },
  // A petition goes on after the union has called the worker back and closed the ticket.
  'record-petition-stage': {
    zh: '记录信访环节',
    en: 'Record a stage of the petition',
    from: [...OPEN_STATES, 'closed'],
    to: [],
    permission: 'petition.record',
    who: 'custody-or-above',
    clocks: { starts: ['petition'], stops: ['petition'], moves: ['petition'] },
    guard: (facts) => (facts.petition === 'open' ? null : 'wrong-state'),
  },
} as const satisfies Record<string, Rule>;
