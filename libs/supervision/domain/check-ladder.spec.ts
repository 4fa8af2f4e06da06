import { checkSteps, ladderFaults } from './check-ladder.js';
import { SHIPPED_LADDER, type StepSetting } from './ladder.js';

const changed = (row: number, change: Partial<StepSetting>): StepSetting[] =>
  SHIPPED_LADDER.map((one, n) => (n === row ? { ...one, ...change } : one));

describe('a ladder to publish', () => {
  it.each<[string, readonly StepSetting[], string]>([
    ['as shipped', SHIPPED_LADDER, 'ok'],
    ['in another order', [...SHIPPED_LADDER].reverse(), 'ok'],
    ['with a step missing', SHIPPED_LADDER.slice(1), 'steps'],
    ['with a step twice', changed(0, { step: 'urge' }), 'steps.1.step'],
    ['with a negative time', changed(3, { amount: -1 }), 'steps.3.amount'],
    ['with half a day', changed(3, { amount: 0.5 }), 'steps.3.amount'],
    ['beyond a year', changed(4, { amount: 201 }), 'steps.4.amount'],
    ['with half of nothing after red', changed(3, { unit: 'half-of-rest' }), 'steps.3.unit'],
  ])('%s: %s', (_, steps, expected) => {
    const decision = checkSteps(steps);
    expect(decision.ok ? 'ok' : decision.refusal.field).toBe(expected);
  });

  it('is told every row that is wrong at once', () => {
    const steps = SHIPPED_LADDER.slice(1).map((one) => ({
      ...one,
      amount: -1,
      unit: 'working-days' as const,
    }));
    expect(ladderFaults(steps).map(({ field, code, step }) => `${field} ${code} ${step}`)).toEqual([
      'steps.0.amount out-of-range urge',
      'steps.1.amount out-of-range red',
      'steps.2.amount out-of-range supervise',
      'steps.3.amount out-of-range raise',
      'steps missing yellow',
    ]);
  });
});
