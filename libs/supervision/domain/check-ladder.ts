import { allow, type Decision, deny } from '@hotline/kernel';
import { type Actor, overrules, type Unit } from '@hotline/organization';
import { LADDER_STEPS, type StepSetting } from './ladder.js';

/** Working hours or days; a year of working days is a typing error. */
const MOST = 200;

/** Only the national and the provincial unions (and their industrial peers) publish ladders, for their own subtree. */
export function mayPublish(actor: Actor, unit: Pick<Unit, 'level' | 'path'>): Decision<true> {
  if (!overrules(actor, 'ladder.manage', unit.path)) return deny('not-in-your-units', { field: 'unitId' });
  return unit.level === 'national' || unit.level === 'province'
    ? allow(true)
    : deny('invalid-input', { field: 'unitId', facts: { problem: 'not-a-province' } });
}

/** Every step once, in any order; only 催办 may go by half of what is left. The refusal names the row. */
export function checkSteps(steps: readonly StepSetting[]): Decision<true> {
  for (const [row, { step, amount, unit }] of steps.entries()) {
    const wrong = (part: string, problem: string): Decision<never> =>
      deny('invalid-input', { field: `steps.${row}.${part}`, facts: { row, problem } });
    if (steps.findIndex((one) => one.step === step) !== row) return wrong('step', 'used-twice');
    if (!Number.isInteger(amount) || amount < 0 || amount > MOST) return wrong('amount', 'out-of-range');
    if (unit === 'half-of-rest' && step !== 'urge') return wrong('unit', 'only-for-urge');
  }
  const missing = LADDER_STEPS.find((step) => !steps.some((one) => one.step === step));
  return missing
    ? deny('invalid-input', { field: 'steps', facts: { problem: 'missing', step: missing } })
    : allow(true);
}
