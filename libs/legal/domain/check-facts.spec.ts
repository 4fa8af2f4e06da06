import { checkFacts } from './check-facts.js';
import type { LegalFacts } from './legal-facts.js';

const TODAY = '2026-03-16';
const answer = (facts: LegalFacts): string => {
  const checked = checkFacts(facts, TODAY);
  if (checked.ok) return 'fine';
  const { code, field, facts: told } = checked.refusal;
  return [code, field, told?.problem, told?.other].filter(Boolean).join(' ');
};

describe('facts that can be true', () => {
  it.each<[string, LegalFacts, string]>([
    ['none at all', {}, 'fine'],
    ['everything of today', { employmentEnded: TODAY, wageDue: TODAY, injuryHappened: TODAY }, 'fine'],
    ['a contract that ends soon', { employmentEnded: '2026-12-31' }, 'fine'],
    [
      'a contract that ends in two years',
      { employmentEnded: '2028-03-16' },
      'invalid-input facts.employmentEnded too-far-ahead',
    ],
    [
      'an accident tomorrow',
      { injuryHappened: '2026-03-17' },
      'invalid-input facts.injuryHappened in-the-future',
    ],
    ['a day that is none', { wageDue: '2026-02-30' }, 'invalid-input facts.wageDue not-a-day'],
    ['a day before the law', { wageDue: '1980-02-03' }, 'invalid-input facts.wageDue too-early'],
    [
      'an award before the application',
      { arbitrationApplied: '2026-03-01', awardReceived: '2026-02-01' },
      'invalid-input facts.awardReceived before arbitrationApplied',
    ],
    ['both on one day', { opinionSent: '2026-03-01', opinionAnswered: '2026-03-01' }, 'fine'],
    [
      'an answer before the question',
      { opinionSent: '2026-03-02', opinionAnswered: '2026-03-01' },
      'invalid-input facts.opinionAnswered before opinionSent',
    ],
    [
      'an interruption to come',
      {
        interruptions: [
          { kind: 'claim', on: '2026-03-01' },
          { kind: 'promise', on: '2026-04-01' },
        ],
      },
      'invalid-input facts.interruptions.1.on in-the-future',
    ],
    [
      'a suspension that ends before it begins',
      { suspensions: [{ reason: 'other', from: '2026-03-02', until: '2026-03-01' }] },
      'invalid-input facts.suspensions.0.until before from',
    ],
    [
      'two suspensions at once',
      {
        suspensions: [
          { reason: 'other', from: '2026-01-01', until: null },
          { reason: 'force-majeure', from: '2026-03-01', until: '2026-03-05' },
        ],
      },
      'invalid-input facts.suspensions.1.from overlaps',
    ],
    [
      'one after the other',
      {
        suspensions: [
          { reason: 'other', from: '2026-01-01', until: '2026-02-01' },
          { reason: 'force-majeure', from: '2026-02-01', until: null },
        ],
      },
      'fine',
    ],
  ])('%s', (_, facts, expected) => {
    expect(answer(facts)).toBe(expected);
  });
});
