import type { Instant } from '@hotline/kernel';
import type { UnitLevel } from '@hotline/organization';

/** In the order in which they follow each other. */
export const LADDER_STEPS = ['yellow', 'urge', 'red', 'supervise', 'raise'] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/** `half-of-rest`: half-way between the yellow card and the deadline. */
export const LADDER_UNITS = ['working-hours', 'working-days', 'half-of-rest'] as const;
export type LadderUnit = (typeof LADDER_UNITS)[number];

/** When a step is due: that long after its card (yellow for `yellow` and `urge`, red for the others). */
export interface StepSetting {
  readonly step: LadderStep;
  readonly on: boolean;
  /** 0 means with the card itself. */
  readonly amount: number;
  readonly unit: LadderUnit;
}

export const cardOf = (step: LadderStep): 'yellow' | 'red' =>
  step === 'yellow' || step === 'urge' ? 'yellow' : 'red';

export const SHIPPED_LADDER: readonly StepSetting[] = [
  { step: 'yellow', on: true, amount: 0, unit: 'working-hours' },
  { step: 'urge', on: true, amount: 1, unit: 'half-of-rest' },
  { step: 'red', on: true, amount: 0, unit: 'working-hours' },
  { step: 'supervise', on: true, amount: 1, unit: 'working-days' },
  { step: 'raise', on: true, amount: 3, unit: 'working-days' },
];

/** One published version: of a level, in the subtree of the unit that published it, from a day on. */
export interface LadderSetting {
  readonly unitId: string;
  readonly path: string;
  readonly level: UnitLevel;
  readonly version: number;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly effectiveFrom: string;
  readonly steps: readonly StepSetting[];
}

/** The one in force for a unit: nearest publisher above it first, then the newest that has taken effect. */
export function settingFor(
  settings: readonly LadderSetting[],
  unit: { readonly path: string; readonly level: UnitLevel },
  today: string,
): LadderSetting | null {
  const inForce = settings.filter(
    (one) => one.level === unit.level && unit.path.startsWith(one.path) && one.effectiveFrom <= today,
  );
  const rank = (a: LadderSetting, b: LadderSetting): number =>
    b.path.length - a.path.length || b.effectiveFrom.localeCompare(a.effectiveFrom) || b.version - a.version;
  return inForce.sort(rank)[0] ?? null;
}

/** Working time of the unit, as the calendar room counts it. */
export interface LadderPace {
  readonly after: (from: Instant, amount: number, unit: 'working-hours' | 'working-days') => Instant;
  readonly halfway: (from: Instant, to: Instant) => Instant;
}

export interface DueStep {
  readonly step: LadderStep;
  readonly at: Instant;
}

/** When each step of a stage is due; steps that are off are left out. */
export function scheduleOf(
  steps: readonly StepSetting[],
  clock: { readonly yellowAt: Instant; readonly dueAt: Instant },
  pace: LadderPace,
): DueStep[] {
  const timeOf = ({ step, amount, unit }: StepSetting): Instant => {
    const card = cardOf(step) === 'yellow' ? clock.yellowAt : clock.dueAt;
    if (unit === 'half-of-rest') return pace.halfway(clock.yellowAt, clock.dueAt);
    return amount === 0 ? card : pace.after(card, amount, unit);
  };
  return LADDER_STEPS.flatMap((step) => {
    const setting = steps.find((one) => one.step === step);
    return setting?.on ? [{ step, at: timeOf(setting) }] : [];
  });
}

/**
 * A step that a higher one reaches first: it will be skipped. Nothing is wrong with such a ladder, but whoever sets it
 * should see it.
 */
export const isOvertaken = ({ step, at }: DueStep, schedule: readonly DueStep[]): boolean =>
  schedule.some((one) => rankOf(one.step) > rankOf(step) && one.at <= at);

export interface LadderChoice {
  /** The one step to do now, if any. */
  readonly step: LadderStep | null;
  /** Overtaken by it, or by what a person has done: never done later. */
  readonly skipped: readonly LadderStep[];
  readonly nextAt: Instant | null;
}

const rankOf = (step: LadderStep): number => LADDER_STEPS.indexOf(step);

/**
 * After a downtime several steps may be due at once: only the highest is done, because a unit that is to be supervised
 * need not be urged first. Whatever lies below a step already done has been overtaken too. A deadline is late only after
 * its very moment, so a step at `red` is due after it as well.
 */
export function chooseStep(
  schedule: readonly DueStep[],
  done: ReadonlySet<LadderStep>,
  now: Instant,
): LadderChoice {
  const highestDone = Math.max(-1, ...[...done].map(rankOf));
  const pending = schedule.filter(({ step }) => !done.has(step));
  const due = pending.filter(({ step, at }) => rankOf(step) > highestDone && isDue(step, at, now));
  const step = due.at(-1)?.step ?? null;
  const reached = step === null ? highestDone : rankOf(step);
  const later = pending.filter((one) => rankOf(one.step) > reached);
  const first = Math.min(...later.map(({ at }) => at.getTime()));
  return {
    step,
    skipped: pending.filter((one) => rankOf(one.step) < reached).map((one) => one.step),
    nextAt: later.length > 0 ? new Date(first) : null,
  };
}

const isDue = (step: LadderStep, at: Instant, now: Instant): boolean =>
  step === 'red' ? at < now : at <= now;
