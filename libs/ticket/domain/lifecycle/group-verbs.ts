import { openPause } from '../request-facts.js';
import type { Rule } from './rule.js';

/** Links between tickets of one cause: never a move, always reversible. */
export const GROUP_VERBS = {
  'link-to-group': {
    zh: '并单',
    en: 'Link to a master case',
    from: ['unclear', 'dispatched', 'handling'],
    to: ['grouped'],
    permission: 'ticket.group',
    who: 'custody-or-above',
    clocks: { stops: 'stage' },
    guard: (facts) => {
      if (facts.openReturn) return 'wrong-state';
      if (openPause(facts)) return 'paused';
      return facts.group ? 'already-linked' : null;
    },
  },
  'unlink-from-group': {
    zh: '拆单',
    en: 'Unlink from the master case',
    from: ['grouped'],
    to: ['unclear', 'dispatched', 'handling'],
    permission: 'ticket.group',
    who: 'custody-or-above',
    clocks: { starts: ['dispatch', 'sign', 'contact', 'handle'] },
    guard: (facts) => (facts.group?.following ? null : 'wrong-state'),
  },
} as const satisfies Record<string, Rule>;
