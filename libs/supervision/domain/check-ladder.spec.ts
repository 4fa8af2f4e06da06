import { checkSteps } from './check-ladder.js';
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
});
