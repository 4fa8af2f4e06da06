import type { SystemMove } from './rule.js';

/** What happens without a person: jobs and sweeps. */
export const SYSTEM_MOVES = {
  'send-on': {
    zh: '自动派单：按目录逐级下派，不明的留给派单员',
    en: 'Sent on by the catalogue, level by level; the unclear is left to a dispatcher',
    from: ['queued'],
    to: ['queued', 'dispatched', 'unclear'],
    clocks: { stops: 'stage', starts: ['dispatch', 'sign', 'contact', 'handle'] },
  },
  'archive-by-age': {
    zh: '办结满期自动归档',
    en: 'Archived when it has been closed long enough',
    from: ['closed'],
    to: ['archived'],
    clocks: {},
  },
} as const satisfies Record<string, SystemMove>;

export type SystemMoveName = keyof typeof SYSTEM_MOVES;
