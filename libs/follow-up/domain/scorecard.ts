import { allow, type Decision, deny } from '@hotline/kernel';
import { terms } from '@hotline/ticket';

/** 质检评分表, version 1. Codes are stored with each check; a new table gets a new version and never rewrites an old score. */
export const SCORECARD_VERSION = 1;
export const SCORECARD = terms([
  ['courtesy', '接听与沟通规范', 'Courtesy and clarity'],
  ['facts', '要素记录完整准确', 'Facts complete and right'],
  ['routing', '分类派单准确', 'Category and routing'],
  ['handling', '办理到位、依据充分', 'Handling and its grounds'],
  ['answer', '答复告知与回访真实', 'Answer and call-back'],
]);
export type ScoreItem = (typeof SCORECARD)[number]['code'];

export const MOST_SCORE = 20;
/** Below this the work did not pass. */
export const PASS_TOTAL = 80;

export interface Score {
  readonly code: string;
  /** 0 to 20. */
  readonly points: number;
}

export interface Judged {
  readonly total: number;
  readonly verdict: 'pass' | 'fail';
}

/** Every item once, nothing else: a total of missing items would be a worse mark nobody gave. */
export function judge(scores: readonly Score[], remark: string | null): Decision<Judged> {
  const given = scores.map((score) => score.code);
  const missing = SCORECARD.find(({ code }) => !given.includes(code));
  const unknown = given.findIndex((code) => !SCORECARD.some((item) => item.code === code));
  if (unknown >= 0) return deny('unknown-category', { field: `scores.${unknown}.code` });
  if (missing) return deny('invalid-input', { field: 'scores', facts: { missing: missing.code } });
  if (given.length > SCORECARD.length) return deny('duplicate', { field: 'scores' });
  const total = scores.reduce((sum, score) => sum + score.points, 0);
  const verdict = total >= PASS_TOTAL ? 'pass' : 'fail';
  if (verdict === 'fail' && !remark) return deny('reason-required', { field: 'remark' });
  return allow({ total, verdict });
}
