import type { WallPicture } from '../../api/contract';
import { RATE_FROM } from './tone';

export interface SparkPoint {
  /** 0 left to 1 right, 0 top to 1 bottom */
  x: number;
  y: number;
}

/** A line is broken where fewer called than make a rate; nothing is drawn over what is not known. */
export function sparkLines(
  trail: WallPicture['trail'],
  kind: 'connection' | 'service',
  limit: number,
): { lines: SparkPoint[][]; limitAt: number } {
  const from = Date.parse(trail.from);
  const span = Date.parse(trail.until) - from;
  const percents = trail.points.map((point) =>
    point[kind].denominator >= RATE_FROM ? (point[kind].numerator * 100) / point[kind].denominator : null,
  );
  const low = Math.min(limit, ...percents.filter((one) => one !== null)) - 1;
  const height = (percent: number): number => 0.06 + 0.88 * (1 - (percent - low) / (100 - low || 1));
  const lines: SparkPoint[][] = [];
  let line: SparkPoint[] = [];
  trail.points.forEach(({ at }, index) => {
    const percent = percents[index] ?? null;
    if (percent === null) {
      if (line.length > 0) lines.push(line);
      line = [];
    } else line.push({ x: (Date.parse(at) - from) / span, y: height(percent) });
  });
  if (line.length > 0) lines.push(line);
  return { lines, limitAt: height(limit) };
}
