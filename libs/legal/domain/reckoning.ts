import type { CompiledCalendar } from '@hotline/calendar';
import type { Instant } from '@hotline/kernel';
import { type Article, ARTICLES, type ArticleId } from './articles.js';
import { computeClocks } from './compute-clocks.js';
import type { Day } from './day.js';
import type { LegalClock } from './legal-clock.js';
import type { LegalFacts } from './legal-facts.js';
import type { LegalRule } from './rule.js';
import { LEGAL_RULES } from './rules.js';

export const CAVEAT = {
  zh: '仅供参考，不是法律意见',
  en: 'For guidance only, not a legal opinion',
} as const;

/** A legal period with its words and the articles it rests on. */
export interface LegalClockView extends LegalClock, Pick<LegalRule, 'group' | 'by' | 'zh' | 'en'> {
  readonly span: LegalRule['span'];
  /** The number of days is this system's setting. */
  readonly setting: boolean;
  readonly articles: readonly Article[];
}

export interface LegalReckoning {
  readonly asOf: Day;
  readonly calendarVersion: number;
  readonly caveat: typeof CAVEAT;
  readonly clocks: readonly LegalClockView[];
}

export interface LegalPanel extends LegalReckoning {
  readonly version: number;
  readonly facts: LegalFacts;
  readonly savedAt: Instant | null;
  readonly savedBy: string | null;
  readonly mayEdit: boolean;
}

const RULES = new Map<string, LegalRule>(LEGAL_RULES.map((rule) => [rule.id, rule]));

function viewOf(clock: LegalClock): LegalClockView {
  const rule = RULES.get(clock.rule);
  if (!rule) throw new Error(`no rule ${clock.rule}`);
  const { group, by, zh, en, span, setting = false } = rule;
  const articles = rule.articles.map((id: ArticleId) => ARTICLES[id]);
  return { ...clock, group, by, zh, en, span, setting, articles };
}

export function reckoning(facts: LegalFacts, today: Day, calendar: CompiledCalendar): LegalReckoning {
  const clocks = computeClocks(facts, today, calendar).map(viewOf);
  return { asOf: today, calendarVersion: calendar.version, caveat: CAVEAT, clocks };
}
