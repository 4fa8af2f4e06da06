import { checkFormula, evaluate, type Formula, formulaAt, SHIPPED_FORMULAS, terms } from './formula.js';
import { type Tally } from './tally.js';

const S = 1_000_000;
const TALLY: Tally = {
  arrived: 20,
  leftIvr: 1,
  closed: 0,
  asked: 19,
  entered: 19,
  answered: 3,
  abandoned: 2,
  limit: 1,
  key: 1,
  refusedFull: 0,
  refusedEmpty: 0,
  leftEmpty: 0,
  withdrawn: 0,
  unknown: 0,
  answeredWaits: [2 * S, 15 * S, 15 * S + 1],
  abandonedWaits: [5 * S - 1, 5 * S],
};

describe('a formula', () => {
  it('compares on microseconds: 15 s is within, one more is not; 5 s is no longer short', () => {
    const level = {
      numerator: terms('answered_within'),
      denominator: terms('asked'),
      seconds: 15,
      shortAbandonS: 5,
    };
    expect(evaluate(level, TALLY)).toEqual({ numerator: 2, denominator: 19, percent: 10.53 });
    const abandonment = {
      numerator: terms('abandoned', '-short_abandoned'),
      denominator: terms('entered', '-short_abandoned'),
      seconds: null,
      shortAbandonS: 5,
    };
    expect(evaluate(abandonment, TALLY)).toEqual({ numerator: 1, denominator: 18, percent: 5.56 });
  });

  it('gives no percentage of nothing', () => {
    const none = {
      numerator: terms('answered'),
      denominator: terms('refused_full'),
      seconds: null,
      shortAbandonS: 5,
    };
    expect(evaluate(none, TALLY).percent).toBeNull();
  });

  it('is taken by its day', () => {
    const [shipped] = SHIPPED_FORMULAS;
    const later: Formula = { ...(shipped as Formula), version: 2, validFrom: '2027-01-01' };
    expect(formulaAt([...SHIPPED_FORMULAS, later], 'connection_rate', '2026-12-31')?.version).toBe(1);
    expect(formulaAt([...SHIPPED_FORMULAS, later], 'connection_rate', '2027-01-01')?.version).toBe(2);
    expect(formulaAt([], 'connection_rate', '2027-01-01')).toBeUndefined();
  });

  it('is checked before it is published', () => {
    expect(SHIPPED_FORMULAS.flatMap(checkFormula)).toEqual([]);
    const bad: Formula = {
      ...(SHIPPED_FORMULAS[1] as Formula),
      seconds: null,
      shortAbandonS: 20,
      denominator: [],
    };
    expect(checkFormula(bad)).toEqual(['denominator', 'shortAbandonS', 'seconds']);
  });
});
