import type { ArticleId } from './articles.js';
import type { Span } from './last-day.js';
import type { PetitionAct } from './petition-acts.js';
import { PERIOD_IDS, type PeriodId, type PetitionSource } from './petition.js';

/** Whose time it is: the unit that has the case, the petitioner, the unit above the one that answered, the next above. */
export const PERIOD_ACTORS = ['holder', 'petitioner', 'superior', 'second-superior'] as const;
export type PeriodActor = (typeof PERIOD_ACTORS)[number];

interface PeriodRow {
  readonly zh: string;
  readonly en: string;
  readonly span: Span & { readonly unit: 'days' | 'working-days' };
  /** The act that starts it; `register` is the registration itself. */
  readonly from: PetitionAct | 'register';
  readonly until: readonly PetitionAct[];
  readonly by: PeriodActor;
  readonly only?: PetitionSource;
  /** Whoever does not act has waived a right and is not late: the clock lapses by itself. */
  readonly isRight?: true;
  readonly extendedBy?: PetitionAct;
  readonly article: ArticleId;
}

/**
 * The periods of a petition. What a unit owes becomes a clock, swept and carded like every other; its right to object
 * one that lapses; the petitioner's own are shown only: nobody is late who does not ask.
 */
export const PETITION_PERIODS: Readonly<Record<PeriodId, PeriodRow>> = {
  notice: {
    zh: '受理告知',
    en: 'Notice of acceptance',
    span: { amount: 15, unit: 'days' },
    from: 'register',
    until: ['notify', 'object-upheld', 'end'],
    by: 'holder',
    article: 'petition-23-2',
  },
  objection: {
    zh: '对转送提出异议',
    en: 'Objection to the transfer',
    span: { amount: 5, unit: 'working-days' },
    from: 'register',
    until: ['object', 'notify', 'end'],
    by: 'holder',
    only: 'forwarded',
    isRight: true,
    article: 'petition-23-3',
  },
  handling: {
    zh: '办结',
    en: 'Handling',
    span: { amount: 60, unit: 'days' },
    from: 'notify',
    until: ['answer', 'end'],
    by: 'holder',
    extendedBy: 'extend',
    article: 'petition-34',
  },
  'review-request': {
    zh: '信访人请求复查',
    en: 'Petitioner may ask for a review',
    span: { amount: 30, unit: 'days' },
    from: 'answer',
    until: ['ask-review', 'end'],
    by: 'petitioner',
    article: 'petition-35',
  },
  review: {
    zh: '复查',
    en: 'Review',
    span: { amount: 30, unit: 'days' },
    from: 'ask-review',
    until: ['answer-review'],
    by: 'superior',
    article: 'petition-35',
  },
  'rereview-request': {
    zh: '信访人请求复核',
    en: 'Petitioner may ask for a re-review',
    span: { amount: 30, unit: 'days' },
    from: 'answer-review',
    until: ['ask-rereview', 'end'],
    by: 'petitioner',
    article: 'petition-36',
  },
  rereview: {
    zh: '复核',
    en: 'Re-review',
    span: { amount: 30, unit: 'days' },
    from: 'ask-rereview',
    until: ['answer-rereview'],
    by: 'second-superior',
    article: 'petition-36',
  },
};

export const periodRow = (id: PeriodId): PeriodRow => PETITION_PERIODS[id];

/** Periods whose clock names the calendar this one is counted by: its own, else the one the act that began it ended. */
export function countedWith(id: PeriodId): PeriodId[] {
  const { from } = periodRow(id);
  return [id, ...PERIOD_IDS.filter((one) => periodRow(one).until[0] === from)];
}

/** Most a head of the unit may add to the sixty days (34). */
export const MOST_EXTENSION_DAYS = 30;
