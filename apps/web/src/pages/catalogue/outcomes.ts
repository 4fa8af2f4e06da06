import type { DryRun, DryRunRow } from '../../api/contract';

export type Outcome = DryRunRow['outcome'];

export interface OutcomeCount {
  outcome: Outcome;
  count: number;
  share: number; // of those judged so far, in percent; something is never drawn as nothing
}

const COUNTS: readonly (readonly [Outcome, (run: DryRun) => number])[] = [
  ['same', (run) => run.same],
  ['changed', (run) => run.changed],
  ['becomes-unclear', (run) => run.becomesUnclear],
  ['becomes-clear', (run) => run.becomesClear],
];

const LEAST = 1;

/** The four numbers of a run, always in this order, so that two runs can be read side by side. */
export function outcomesOf(run: DryRun): OutcomeCount[] {
  return COUNTS.map(([outcome, read]) => {
    const count = read(run);
    const share = run.done === 0 || count === 0 ? 0 : Math.max(LEAST, Math.round((count / run.done) * 100));
    return { outcome, count, share };
  });
}

export const outcomeFrom = (asked: string | null): Outcome | undefined =>
  COUNTS.map(([outcome]) => outcome).find((outcome) => outcome === asked);
