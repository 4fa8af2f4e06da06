/** The five classes of the tile grid and the in-cell bars. The scale turns at the target: a new target moves the turn, not the colours. */
export type RateClass = 1 | 2 | 3 | 4 | 5;

const BELOW = 5;

/** The four borders between the five classes, in percent: target 90 → [80, 85, 90, 95]. Above a high target the upper half is split in two. */
export function bordersOf(target: number): [number, number, number, number] {
  const above = Math.min(BELOW, (100 - target) / 2);
  return [target - 2 * BELOW, target - BELOW, target, target + above];
}

/** The class of an exact fraction; compared without rounding, so 89.96 % stays below a target of 90. */
export function classOf(numerator: number, denominator: number, target: number): RateClass {
  const reached = bordersOf(target).filter((border) => numerator * 100 >= border * denominator).length;
  return (reached + 1) as RateClass;
}

/** The words under the legend: "<80", "80–85", …, "≥95". */
export function classLabels(target: number): string[] {
  const [first, second, turn, last] = bordersOf(target);
  return [`<${first}`, `${first}–${second}`, `${second}–${turn}`, `${turn}–${last}`, `≥${last}`];
}

export interface TargetBar {
  side: 'left' | 'right';
  /** Share of the half cell, 0–100. */
  length: number;
  class: RateClass;
}

/** In-cell bar: distance from the target, left below it and right above it; `reach` points fill the half cell in every row alike. */
export function targetBar(numerator: number, denominator: number, target: number, reach: number): TargetBar {
  const distance = (numerator / denominator) * 100 - target;
  const length = Math.min(100, (Math.abs(distance) / Math.max(reach, 0.1)) * 100);
  return { side: distance < 0 ? 'left' : 'right', length, class: classOf(numerator, denominator, target) };
}
