import { FORMULA_FORMS, letterOf } from './forms.js';
import { type Formula, FORMULA_KINDS, SHIPPED_FORMULAS, terms } from './formula.js';
import { counts, countsEachOnce, type Subject, weigh } from './subject.js';

const S = 1_000_000;
const aSubject = (over: Partial<Subject>): Subject => ({
  arrived: true,
  asked: true,
  entered: true,
  end: 'answered',
  waitUs: 3 * S,
  ...over,
});
const AT_15 = { seconds: 15, shortAbandonS: 5 };

describe('a subject of a rate', () => {
  it.each([
    ['answered in time', 'answered_within', aSubject({ waitUs: 15 * S }), true],
    ['answered a microsecond late', 'answered_within', aSubject({ waitUs: 15 * S + 1 }), false],
    ['answered without a known wait', 'answered_within', aSubject({ waitUs: null }), false],
    ['gave up at once', 'short_abandoned', aSubject({ end: 'abandoned', waitUs: 5 * S - 1 }), true],
    ['gave up at the threshold', 'short_abandoned', aSubject({ end: 'abandoned', waitUs: 5 * S }), false],
    ['was refused', 'refused_full', aSubject({ end: 'full', entered: false, waitUs: null }), true],
    ['left because nobody was there', 'left_empty', aSubject({ end: 'empty' }), true],
    ['hung up in the menu', 'asked', aSubject({ end: 'left_ivr', asked: false, entered: false }), false],
  ] as const)('%s', (_, part, subject, expected) => {
    expect(counts(part, AT_15, subject)).toBe(expected);
  });

  it('counts once or not at all by every form in use', () => {
    const forms = FORMULA_KINDS.flatMap((kind) =>
      FORMULA_FORMS[kind].map((form): [string, boolean] => [
        `${kind} ${form.letter}`,
        countsEachOnce({ ...form, ...AT_15 }),
      ]),
    );
    expect(forms.filter(([, once]) => !once)).toEqual([]);
  });

  it.each([
    ['counts calls twice', terms('answered'), terms('arrived', 'asked')],
    ['counts more above than below', terms('asked'), terms('answered')],
    ['takes away what was not there', terms('answered'), terms('answered', '-abandoned')],
  ])('a formula that %s is refused', (_, numerator, denominator) => {
    expect(countsEachOnce({ numerator, denominator, ...AT_15 })).toBe(false);
  });

  it('weighs a term that is taken away', () => {
    const short = aSubject({ end: 'abandoned', waitUs: S });
    expect(weigh(terms('entered', '-short_abandoned'), AT_15, short)).toBe(0);
  });
});

describe('the letter of a formula', () => {
  it('is A as shipped, whatever the order of its terms, and Z for a form of one’s own', () => {
    expect(SHIPPED_FORMULAS.map(letterOf)).toEqual(['A', 'A', 'A']);
    const [, , abandonment] = SHIPPED_FORMULAS;
    const turned: Formula = {
      ...(abandonment as Formula),
      denominator: terms('-short_abandoned', 'entered'),
    };
    expect(letterOf(turned)).toBe('A');
    expect(
      letterOf({ kind: 'connection_rate', numerator: terms('answered'), denominator: terms('limit') }),
    ).toBe('Z');
  });
});
