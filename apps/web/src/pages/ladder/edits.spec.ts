import type { LadderPreview, LadderStepSetting } from '../../api/contract';
import { changedSteps, faultsOf, inOrder, withStep } from './edits';

const steps: LadderStepSetting[] = [
  { step: 'raise', on: true, amount: 3, unit: 'working-days' },
  { step: 'yellow', on: true, amount: 0, unit: 'working-hours' },
  { step: 'urge', on: true, amount: 1, unit: 'half-of-rest' },
];

describe('the ladder while it is edited', () => {
  it('shows its steps in the order in which they follow each other', () => {
    expect(inOrder(steps).map(({ step }) => step)).toEqual(['yellow', 'urge', 'raise']);
  });

  it.each<[string, Partial<LadderStepSetting>, string[]]>([
    ['nothing', {}, []],
    ['the same again', { amount: 3 }, []],
    ['an amount', { amount: 4 }, ['raise']],
    ['a unit', { unit: 'working-hours' }, ['raise']],
    ['off', { on: false }, ['raise']],
  ])('knows what was changed: %s', (_, change, expected) => {
    const edited = withStep({ basedOn: 1, steps }, 'raise', change);
    expect(changedSteps(edited.steps, steps)).toEqual(expected);
    expect(edited.basedOn).toBe(1);
  });

  it('counts a step the other ladder lacks as changed', () => {
    expect(changedSteps(steps, steps.slice(1))).toEqual(['raise']);
  });

  it('puts each fault at its step', () => {
    const preview = {
      faults: [{ field: 'steps.0.amount', code: 'out-of-range', step: 'raise' }],
    } as unknown as LadderPreview;
    expect(faultsOf(preview, 'raise')).toEqual(['out-of-range']);
    expect(faultsOf(preview, 'urge')).toEqual([]);
    expect(faultsOf(undefined, 'urge')).toEqual([]);
  });
});
