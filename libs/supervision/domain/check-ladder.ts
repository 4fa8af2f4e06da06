import { allow, type Decision, deny, type RefusalFault } from '@hotline/kernel';
import { type Actor, overrules, type Unit } from '@hotline/organization';
import { LADDER_STEPS, type LadderStep, type StepSetting } from './ladder.js';

/** Working hours or days; a year of working days is a typing error. */
const MOST = 200;

/** Only the national and the provincial unions (and their industrial peers) publish ladders, for their own subtree. */
export function mayPublish(actor: Actor, unit: Pick<Unit, 'level' | 'path'>): Decision<true> {
  if (!overrules(actor, 'ladder.manage', unit.path)) return deny('not-in-your-units', { field: 'unitId' });
  return unit.level === 'national' || unit.level === 'province'
    ? allow(true)
    : deny('invalid-input', { field: 'unitId', facts: { problem: 'not-a-province' } });
}

export const LADDER_FAULTS = ['used-twice', 'out-of-range', 'only-for-urge', 'missing'] as const;
export type LadderFaultCode = (typeof LADDER_FAULTS)[number];

export interface LadderFault {
  /** `steps.3.amount`, rows numbered from 0; `steps` for the whole. */
  readonly field: string;
  readonly code: LadderFaultCode;
  readonly step: LadderStep;
}

/** Every step once, in any order; only 催办 may go by half of what is left. */
export function ladderFaults(steps: readonly StepSetting[]): LadderFault[] {
  const inRows = steps.flatMap((one, row) => {
    const wrong = (part: string, code: LadderFaultCode): LadderFault[] => [
      { field: `steps.${row}.${part}`, code, step: one.step },
    ];
    if (steps.findIndex(({ step }) => step === one.step) !== row) return wrong('step', 'used-twice');
    if (!Number.isInteger(one.amount) || one.amount < 0 || one.amount > MOST)
      return wrong('amount', 'out-of-range');
    return one.unit === 'half-of-rest' && one.step !== 'urge' ? wrong('unit', 'only-for-urge') : [];
  });
  const missing = LADDER_STEPS.filter((step) => !steps.some((one) => one.step === step));
  return [...inRows, ...missing.map((step) => ({ field: 'steps', code: 'missing' as const, step }))];
}

const WORDS: Readonly<Record<LadderFaultCode, NonNullable<RefusalFault['words']>>> = {
  'used-twice': { zh: '同一步骤只能出现一次', en: 'The step is there twice' },
  'out-of-range': { zh: '请填 0 到 200 的整数', en: 'A whole number from 0 to 200' },
  'only-for-urge': { zh: '“剩余时间过半”只用于催办', en: 'Half of the rest is for 催办 alone' },
  missing: { zh: '缺少一个步骤', en: 'A step is missing' },
};

/** The refusal names every row that is wrong. */
export function checkSteps(steps: readonly StepSetting[]): Decision<true> {
  const faults = ladderFaults(steps);
  const [first] = faults;
  if (!first) return allow(true);
  return deny('invalid-input', {
    field: first.field,
    facts: { problem: first.code, step: first.step },
    faults: faults.map(({ field, code }) => {
      const row = /^steps\.(\d+)/.exec(field)?.[1];
      return { field, code, row: row === undefined ? null : Number(row) + 1, words: WORDS[code] };
    }),
  });
}
