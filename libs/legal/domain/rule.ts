import type { ArticleId } from './articles.js';
import type { Span } from './last-day.js';
import type { FactDay, LegalFacts } from './legal-facts.js';

export const RULE_GROUPS = ['arbitration', 'injury', 'inspection', 'union', 'petition'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** Whose time it is: the panel says who has to act by the day. */
export const RULE_ACTORS = ['worker', 'employer', 'authority'] as const;
export type RuleActor = (typeof RULE_ACTORS)[number];

/**
 * One legal period. The table is the law as this product reads it; the arithmetic is the same for every row
 * (`compute-clocks`).
 */
export interface LegalRule {
  readonly id: string;
  readonly group: RuleGroup;
  readonly by: RuleActor;
  readonly zh: string;
  readonly en: string;
  readonly span: Span;
  /** How much longer it may become by somebody's decision. */
  readonly extension?: Span;
  /** Facts that start it; the first one known counts. Those in `guesses` only stand in for the first. */
  readonly starts: readonly FactDay[];
  readonly guesses?: readonly FactDay[];
  /** The fact that ends it: what was to be done has been done. */
  readonly done?: FactDay;
  /** 时效: interruptions start it anew and suspensions stop it (调解仲裁法 27). */
  readonly limitation?: true;
  /** Lost time is not counted, but nothing starts it anew (工伤行政案件规定 7). */
  readonly suspendable?: true;
  readonly applies?: (facts: LegalFacts) => boolean;
  /** No period runs at all yet, although a start is known. */
  readonly unlimited?: (facts: LegalFacts) => boolean;
  /** The number of days is this system's setting, not a figure of a law. */
  readonly setting?: true;
  readonly articles: readonly ArticleId[];
}
