import type { Rule } from './rule.js';

/** What is done with a ticket after its end. */
export const ARCHIVE_VERBS = {
  'check-quality': {
    zh: '质检',
    en: 'Check quality',
    from: ['call-back', 'closed'],
    to: [],
    permission: 'ticket.check-quality',
    who: 'custody-or-above',
    clocks: {},
  },
  archive: {
    zh: '归档',
    en: 'Archive',
    from: ['closed'],
    to: ['archived'],
    permission: 'ticket.archive',
    who: 'intake-unit',
    clocks: {},
    guard: (facts) => (facts.petition === 'open' ? 'wrong-state' : null),
  },
} as const satisfies Record<string, Rule>;
