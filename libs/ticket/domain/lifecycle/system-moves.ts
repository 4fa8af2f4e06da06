import { OPEN_STATES, type SystemMove } from './rule.js';

/** What happens without a person: jobs and sweeps. */
export const SYSTEM_MOVES = {
  'send-on': {
    zh: '自动派单：按目录逐级下派，不明的留给派单员',
    en: 'Sent on by the catalogue, level by level; the unclear is left to a dispatcher',
    from: ['queued'],
    to: ['queued', 'dispatched', 'unclear'],
    clocks: { stops: 'stage', starts: ['dispatch', 'sign', 'contact', 'handle'] },
  },
  'follow-master': {
    zh: '主件报结审核通过，并入件转回访',
    en: 'The master case was reported and accepted: the linked ticket goes to its own call-back',
    from: ['grouped'],
    to: ['call-back'],
    clocks: { starts: ['call-back'] },
  },
  'become-master': {
    zh: '主件未报结即终结，最早并入件恢复并接任主件',
    en: 'The master case ended without a report: the oldest linked ticket is itself again and leads the others',
    from: ['grouped'],
    to: ['unclear', 'dispatched', 'handling'],
    clocks: { starts: ['dispatch', 'sign', 'contact', 'handle'] },
  },
  'raise-ruling': {
    zh: '逾期未裁定，自动上报上一级裁定',
    en: 'A request nobody ruled in time goes to the next superior',
    from: OPEN_STATES,
    to: [],
    clocks: {
      stops: ['ruling', 'extension-ruling', 'exclusion-ruling'],
      starts: ['ruling', 'extension-ruling', 'exclusion-ruling'],
    },
  },
  'resume-at-maximum': {
    zh: '挂起期满自动恢复',
    en: 'A pause ends by itself at its maximum',
    from: OPEN_STATES,
    to: [],
    clocks: { moves: ['promise', 'handle'] },
  },
  'lapse-right': {
    zh: '权利期限届满未行使，自动终止（不算逾期）',
    en: 'A right nobody used in its time lapses; nobody is late',
    from: [...OPEN_STATES, 'closed'],
    to: [],
    clocks: { stops: ['petition'] },
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
