import { MINUTE_MS, type Instant } from '@hotline/kernel';
import type { Halves, WallTrail } from './wall.js';

export const QUARTER_MS = 15 * MINUTE_MS;
const QUARTERS_AN_HOUR = 4;
/** Four hours of points, each of the hour before it. */
const POINTS = 16;

/** Quarters counted with the first that the first point needs. */
export function trailSpan(now: Instant): { from: Instant; until: Instant } {
  const end = Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS;
  return { from: new Date(end - (POINTS + QUARTERS_AN_HOUR - 1) * QUARTER_MS), until: new Date(end) };
}

type Rates = readonly (readonly [number, number])[];

/** @param quarters those with calls; the others had none */
export function trailPoints(
  { from, until }: { readonly from: Instant; readonly until: Instant },
  quarters: readonly { readonly at: Instant; readonly rates: Rates }[],
): WallTrail['points'] {
  const known = new Map(quarters.map(({ at, rates }) => [at.getTime(), rates]));
  const hourBefore = (end: number, place: 0 | 1): Halves => {
    const halves = { numerator: 0, denominator: 0 };
    for (let n = 1; n <= QUARTERS_AN_HOUR; n += 1) {
      const [above = 0, below = 0] = known.get(end - n * QUARTER_MS)?.[place] ?? [];
      halves.numerator += above;
      halves.denominator += below;
    }
    return halves;
  };
  const points = [];
  for (let end = from.getTime() + QUARTERS_AN_HOUR * QUARTER_MS; end <= until.getTime(); end += QUARTER_MS)
    points.push({
      at: new Date(end).toISOString(),
      connection: hourBefore(end, 0),
      service: hourBefore(end, 1),
    });
  return points;
}
