import type { LadderPreview, LadderStepSetting, LadderView } from '../../api/contract';

export const STEPS = ['yellow', 'urge', 'red', 'supervise', 'raise'] as const satisfies readonly Step[];
export type Step = LadderStepSetting['step'];
export const LEVELS = [
  'national',
  'province',
  'city',
  'county',
  'township',
  'enterprise',
] as const satisfies readonly Level[];
export type Level = LadderView['levels'][number]['level'];

/** What is being changed at one level, on top of the version its editor saw. */
export interface Edit {
  readonly basedOn: number;
  readonly steps: readonly LadderStepSetting[];
  /** The day it shall hold from, as last chosen; without one, today. */
  readonly from?: string;
}

/** What is being changed at several units and levels, by `unit level`. */
export type Edits = Readonly<Record<string, Edit>>;

export const without = (edits: Edits, key: string): Edits => {
  const { [key]: _, ...others } = edits;
  return others;
};

/** In the order in which they follow each other, whatever order they were published in. */
export const inOrder = (steps: readonly LadderStepSetting[]): LadderStepSetting[] =>
  STEPS.flatMap((step) => steps.filter((one) => one.step === step));

const same = (a: LadderStepSetting, b: LadderStepSetting | undefined): boolean =>
  a.on === b?.on && a.amount === b.amount && a.unit === b.unit;

/** Steps in which two ladders differ. */
export const changedSteps = (
  mine: readonly LadderStepSetting[],
  theirs: readonly LadderStepSetting[],
): Step[] =>
  mine
    .filter(
      (one) =>
        !same(
          one,
          theirs.find(({ step }) => step === one.step),
        ),
    )
    .map(({ step }) => step);

export const withStep = (edit: Edit, step: Step, change: Partial<LadderStepSetting>): Edit => ({
  ...edit,
  steps: edit.steps.map((one) => (one.step === step ? { ...one, ...change } : one)),
});

/** Faults the server named, at the step they belong to. */
export const faultsOf = (
  preview: LadderPreview | undefined,
  step: Step,
): LadderPreview['faults'][number]['code'][] =>
  (preview?.faults ?? []).filter((one) => one.step === step).map(({ code }) => code);
