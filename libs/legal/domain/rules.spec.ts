import { ARTICLES } from './articles.js';
import { FACT_DAYS, type LegalFacts } from './legal-facts.js';
import type { LegalState } from './legal-clock.js';
import { LEGAL_RULES, RULE_IDS, type RuleId } from './rules.js';
import { clockOf } from './spec-law.js';

const TODAY = '2026-03-16';

describe('the table of rules', () => {
  it('has each rule once, with words, an article and a start that is a fact', () => {
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
    expect(RULE_IDS.length).toBeGreaterThanOrEqual(10);
    for (const { zh, en, starts, guesses = [], articles } of LEGAL_RULES) {
      expect(zh !== '' && en !== '').toBe(true);
      expect(articles.length).toBeGreaterThan(0);
      for (const fact of [...starts, ...guesses]) expect(FACT_DAYS).toContain(fact);
    }
  });

  it('reads every day it asks for', () => {
    const read = LEGAL_RULES.flatMap(({ starts, guesses = [], done }) => [
      ...starts,
      ...guesses,
      ...(done ? [done] : []),
    ]);
    expect(FACT_DAYS.filter((fact) => !read.includes(fact))).toEqual([]);
  });

  it('quotes a version wherever it quotes, and claims no wording of a text it does not hold', () => {
    for (const article of Object.values(ARTICLES))
      expect(article.version === null).toBe(article.quote === null);
    for (const { articles, setting } of LEGAL_RULES) {
      const quoted = articles.some((id) => ARTICLES[id].quote !== null);
      expect(quoted || setting === true).toBe(true);
    }
  });
});

/** facts → last day (with a granted extension after /) and state on 2026-03-16. */
describe('each rule', () => {
  it.each<[RuleId, LegalFacts, string, LegalState]>([
    ['arbitration', { disputeKnown: '2025-06-10' }, '2026-06-10', 'running'],
    ['arbitration', { disputeKnown: '2025-03-16' }, '2026-03-16', 'running'],
    ['arbitration', { disputeKnown: '2025-03-12' }, '2026-03-12', 'expired'],
    // 2026-03-14 is a Saturday
    ['arbitration', { disputeKnown: '2025-03-14' }, '2026-03-16', 'running'],
    ['arbitration', { employmentEnded: '2026-02-10' }, '2027-02-10', 'running'],
    ['arbitration', {}, '', 'not-started'],
    ['arbitration', { disputeKnown: '2025-06-10', arbitrationApplied: '2026-03-01' }, '2026-06-10', 'done'],
    [
      'arbitration',
      { disputeKnown: '2024-06-10', arbitrationApplied: '2026-03-01' },
      '2025-06-10',
      'done-late',
    ],
    ['arbitration-pay', { wagesOwed: true, wageDue: '2023-01-15' }, '', 'unlimited'],
    ['arbitration-pay', { wagesOwed: true, employmentEnded: '2026-02-10' }, '2027-02-10', 'running'],
    ['arbitration-pay', { wagesOwed: true, employmentEnded: '2025-02-10' }, '2026-02-10', 'expired'],
    ['arbitration-pay', { wagesOwed: true, employmentEnded: '2026-06-30' }, '2027-06-30', 'not-started'],
    ['mediation', { mediationApplied: '2026-03-10' }, '2026-03-25', 'running'],
    ['arbitration-acceptance', { arbitrationApplied: '2026-03-12' }, '2026-03-19', 'running'],
    ['arbitration-award', { arbitrationAccepted: '2026-01-20' }, '2026-03-06/2026-03-23', 'in-extension'],
    ['arbitration-award', { arbitrationAccepted: '2026-02-02' }, '2026-03-19/2026-04-03', 'running'],
    ['arbitration-award', { arbitrationAccepted: '2025-11-03' }, '2025-12-18/2026-01-04', 'expired'],
    ['lawsuit', { awardReceived: '2026-03-10' }, '2026-03-25', 'running'],
    ['lawsuit', { awardReceived: '2026-03-10', lawsuitFiled: '2026-03-16' }, '2026-03-25', 'done'],
    ['lawsuit-after-annulment', { annulmentReceived: '2026-02-20' }, '2026-03-09', 'expired'],
    ['injury-employer', { injuryHappened: '2026-03-02' }, '2026-04-01', 'running'],
    ['injury-employer', { diseaseDiagnosed: '2026-01-05' }, '2026-02-04', 'expired'],
    ['injury-worker', { injuryHappened: '2025-05-01' }, '2026-05-06', 'running'],
    [
      'injury-worker',
      { injuryHappened: '2025-05-01', recognitionApplied: '2026-03-02' },
      '2026-05-06',
      'done',
    ],
    ['injury-decision', { recognitionAccepted: '2026-03-02' }, '2026-05-06', 'running'],
    ['injury-reconsideration', { recognitionReceived: '2026-03-02' }, '2026-05-06', 'running'],
    ['injury-litigation', { recognitionReceived: '2025-08-31' }, '2026-02-28', 'expired'],
    ['injury-litigation', { recognitionReceived: '2025-10-15' }, '2026-04-15', 'running'],
    ['appraisal', { appraisalApplied: '2026-02-02' }, '2026-04-03/2026-05-06', 'running'],
    ['reappraisal', { appraisalReceived: '2026-03-09' }, '2026-03-24', 'running'],
    ['inspection-limit', { violationEnded: '2024-03-18' }, '2026-03-18', 'running'],
    ['inspection-limit', { wageDue: '2026-01-25' }, '2028-01-25', 'running'],
    ['inspection-limit', { violationEnded: '2024-01-10' }, '2026-01-12', 'expired'],
    [
      'inspection-limit',
      { violationEnded: '2024-06-10', inspectionComplained: '2026-03-01' },
      '2026-06-10',
      'done',
    ],
    ['inspection-investigation', { inspectionOpened: '2026-03-02' }, '2026-05-28/2026-07-10', 'running'],
    ['handover', { employmentEnded: '2026-03-02' }, '2026-03-17', 'running'],
    ['union-opinion', { opinionSent: '2026-03-02' }, '2026-03-23', 'running'],
    ['union-opinion', { opinionSent: '2026-02-02' }, '2026-02-28', 'expired'],
    ['legal-aid', { legalAidApplied: '2026-03-10' }, '2026-03-17', 'running'],
    ['petition-review', { petitionAnswered: '2026-02-16' }, '2026-03-18', 'running'],
    ['petition-rereview', { petitionReviewAnswered: '2026-02-09' }, '2026-03-11', 'expired'],
  ])('%s of %j: %s, %s', (rule, facts, days, state) => {
    const clock = clockOf(rule, facts, TODAY);
    expect([clock.lastDay, clock.longestDay].filter(Boolean).join('/')).toBe(days);
    expect(clock.state).toBe(state);
  });
});

describe('a clock', () => {
  it('says when its start only stands in for the day the law names', () => {
    expect(clockOf('arbitration', { employmentEnded: '2026-02-10' }, TODAY).guessed).toBe(true);
    expect(clockOf('arbitration', { disputeKnown: '2026-02-10' }, TODAY).guessed).toBe(false);
  });

  it('counts the days that are left and warns in time', () => {
    const on = (today: string) => {
      const { daysLeft, notice, gone } = clockOf('lawsuit', { awardReceived: '2026-03-10' }, today);
      return { daysLeft, notice, gone };
    };
    expect(on('2026-03-10')).toEqual({ daysLeft: 15, notice: 'none', gone: 0 });
    expect(on('2026-03-22')).toEqual({ daysLeft: 3, notice: 'soon', gone: 80 });
    expect(on('2026-03-25')).toEqual({ daysLeft: 0, notice: 'soon', gone: 100 });
    expect(on('2026-03-26')).toEqual({ daysLeft: -1, notice: 'over', gone: 100 });
  });

  it('calls nobody late for what it cannot know to be done', () => {
    expect(clockOf('handover', { employmentEnded: '2026-01-05' }, TODAY)).toMatchObject({
      state: 'expired',
      notice: 'none',
    });
    expect(clockOf('union-opinion', { opinionSent: '2026-01-05' }, TODAY).notice).toBe('over');
  });

  it('explains itself in steps', () => {
    const { steps } = clockOf('injury-worker', { injuryHappened: '2025-05-01' }, TODAY);
    expect(steps.map(({ step, on, to }) => [step, on, to])).toEqual([
      ['start', '2025-05-01', null],
      ['counted', '2025-05-01', '2026-05-01'],
      ['moved', '2026-05-01', '2026-05-06'],
    ]);
  });
});
