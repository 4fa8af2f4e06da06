import type { PeriodId, PetitionEnd, PetitionSource, PetitionStage } from './petition.js';

/** What an act has to carry beside its day. */
export const ACT_NEEDS = ['note', 'extension', 'end-reason'] as const;
export type ActNeed = (typeof ACT_NEEDS)[number];

interface ActRow {
  readonly zh: string;
  readonly en: string;
  readonly from: readonly PetitionStage[];
  readonly to: PetitionStage;
  /** The period within which alone it may be done; later the law knows it no more. */
  readonly within?: PeriodId;
  readonly only?: PetitionSource;
  readonly once?: true;
  readonly needs?: readonly ActNeed[];
  readonly ends?: PetitionEnd;
}

/** The verbs of a petition: which stage each leaves and reaches. Data alone; a test looks for gaps. */
export const PETITION_ACTS = {
  notify: { zh: '受理告知', en: 'Notify acceptance', from: ['registered'], to: 'accepted' },
  object: {
    zh: '对转送提出异议',
    en: 'Object to the transfer',
    from: ['registered'],
    to: 'objecting',
    within: 'objection',
    only: 'forwarded',
    once: true,
    needs: ['note'],
  },
  'object-upheld': {
    zh: '异议成立，交还材料',
    en: 'Objection upheld, handed back',
    from: ['objecting'],
    to: 'ended',
    ends: 'handed-back',
  },
  'object-refused': {
    zh: '异议不成立',
    en: 'Objection refused',
    from: ['objecting'],
    to: 'registered',
  },
  extend: {
    zh: '延长办理期限',
    en: 'Extend the handling',
    from: ['accepted'],
    to: 'accepted',
    within: 'handling',
    once: true,
    needs: ['note', 'extension'],
  },
  answer: { zh: '送达处理意见书', en: 'Deliver the answer', from: ['accepted'], to: 'answered' },
  'ask-review': {
    zh: '收到复查请求',
    en: 'Review asked',
    from: ['answered'],
    to: 'review',
    within: 'review-request',
  },
  'answer-review': {
    zh: '答复复查意见',
    en: 'Review answered',
    from: ['review'],
    to: 'reviewed',
  },
  'ask-rereview': {
    zh: '收到复核请求',
    en: 'Re-review asked',
    from: ['reviewed'],
    to: 'rereview',
    within: 'rereview-request',
  },
  'answer-rereview': {
    zh: '答复复核意见（终结）',
    en: 'Re-review answered, final',
    from: ['rereview'],
    to: 'ended',
    ends: 'final',
  },
  end: {
    zh: '终结信访程序',
    en: 'End the petition',
    from: ['registered', 'accepted', 'answered', 'reviewed'],
    to: 'ended',
    needs: ['end-reason', 'note'],
  },
} as const satisfies Record<string, ActRow>;

export type PetitionAct = keyof typeof PETITION_ACTS;
export const PETITION_ACT_NAMES = Object.keys(PETITION_ACTS) as PetitionAct[];
export const actRow = (act: PetitionAct): ActRow => PETITION_ACTS[act];
