import type { WallLimits, WallPicture } from '../../api/contract';
import { rateTone, type Tone, waitTone } from './tone';

export const LIMITS = [
  { name: 'waiting', min: 1, max: 9_999, unit: 'people' },
  { name: 'waitSeconds', min: 5, max: 3_600, unit: 'second' },
  { name: 'connection', min: 1, max: 100, unit: 'percent' },
  { name: 'service', min: 1, max: 100, unit: 'percent' },
] as const;
export type LimitName = (typeof LIMITS)[number]['name'];

/** How the tile a limit colours would stand this second. */
export function toneUnder(name: LimitName, limits: WallLimits, wall: WallPicture, waited: number): Tone {
  if (name === 'waiting') return wall.waiting.count >= limits.waiting ? 'warn' : 'plain';
  if (name === 'waitSeconds') return waitTone(waited, limits.waitSeconds);
  const { today, recent } = wall[name];
  const tones = [rateTone(today, limits[name]), rateTone(recent, limits[name])];
  return tones.find((tone) => tone !== 'plain') ?? 'plain';
}

export const sameLimits = (one: WallLimits, other: WallLimits): boolean =>
  LIMITS.every(({ name }) => one[name] === other[name]);
