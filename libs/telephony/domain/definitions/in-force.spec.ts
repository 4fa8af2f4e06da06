import { type Formula, SHIPPED_FORMULAS, terms } from './formula.js';
import { formulaInForce, spansOf, type StoredFormula } from './in-force.js';

const stored = (unitId: string, version: number, validFrom: string): StoredFormula => ({
  kind: 'service_level',
  version,
  validFrom,
  numerator: terms('answered_within'),
  denominator: terms('answered'),
  seconds: 20,
  shortAbandonS: 5,
  unitId,
  backwards: false,
  reason: '省里按接通数报送',
  createdBy: null,
  createdAt: new Date(0),
});
const SHIPPED = SHIPPED_FORMULAS.find(({ kind }) => kind === 'service_level') as Formula;
const province = stored('gd', 2, '2026-03-05');
const nation = stored('cn', 3, '2026-03-08');
const ALL = [province, nation];

describe('the formula in force', () => {
  it.each([
    ['before anybody changed it', ['gd', 'cn'], '2026-03-04', SHIPPED],
    ['by the province itself', ['gd', 'cn'], '2026-03-05', province],
    ['by the province although the nation changed later', ['gd', 'cn'], '2026-03-09', province],
    ['by the nation elsewhere', ['sc', 'cn'], '2026-03-08', nation],
  ] as const)('%s', (_, chain, day, expected) => {
    expect(formulaInForce(ALL, chain, 'service_level', day)).toBe(expected);
  });

  it('splits a period where it changes, and only there', () => {
    const period = { from: '2026-03-01', to: '2026-03-10' };
    expect(spansOf(ALL, ['gd', 'cn'], 'service_level', period)).toEqual([
      { formula: SHIPPED, from: '2026-03-01', to: '2026-03-04' },
      { formula: province, from: '2026-03-05', to: '2026-03-10' },
    ]);
    expect(spansOf(ALL, ['sc', 'cn'], 'service_level', period)).toHaveLength(2);
    expect(spansOf(ALL, ['sc', 'cn'], 'connection_rate', period)).toHaveLength(1);
  });
});
