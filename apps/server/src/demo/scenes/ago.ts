import { type Instant, MINUTE_MS } from '@hotline/kernel';
import type { World } from '../world.js';

/** How long before now something happened: in working minutes of the office, or by the wall clock. */
export interface Ago {
  readonly minutes: number;
  readonly wall?: true;
}

/** 08:30–12:00 and 13:30–17:30. */
const WORKING_DAY = 450;
// Twelve weeks of working time; nothing of the scenes is older.
const LONGEST_MS = 130 * 24 * 60 * MINUTE_MS;

export const days = (amount: number): Ago => ({ minutes: amount * WORKING_DAY });
export const hours = (amount: number): Ago => ({ minutes: amount * 60 });
export const minutes = (amount: number): Ago => ({ minutes: amount });
export const wall = (amount: number): Ago => ({ minutes: amount, wall: true });

/** Moments before now, as the national calendar counts them. */
export class Moments {
  private readonly known = new Map<number, Instant>();

  constructor(private readonly world: World) {}

  at({ minutes: amount, wall: byTheWall }: Ago): Instant {
    const { now } = this.world.parts;
    if (byTheWall) return new Date(now.getTime() - amount * MINUTE_MS);
    const known = this.known.get(amount) ?? this.search(amount);
    this.known.set(amount, known);
    return known;
  }

  /** The latest minute from which so much working time ends by now, years without a calendar included. */
  private search(amount: number): Instant {
    const { now } = this.world.parts;
    const office = this.world.unit('cn');
    let [early, late] = [now.getTime() - LONGEST_MS, now.getTime()];
    while (late - early > MINUTE_MS) {
      const middle = Math.floor((early + late) / 2);
      if (this.world.afterWork(office, new Date(middle), amount) <= now) early = middle;
      else late = middle;
    }
    return new Date(early);
  }
}
