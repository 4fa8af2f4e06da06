import { randomInt } from 'node:crypto';

/** Digits that are drawn at least, so that there are always others left; up to three more in front stay. */
const DRAWN = 8;
const MOST_KEPT = 3;

/**
 * Other digits for a number, the same for as long as this lives and never the same for two: how often somebody called
 * can still be seen, who it was cannot be found out. Digits in front stay where they can, they say what kind of number it is.
 */
export class Disguises {
  private readonly known = new Map<string, string>();
  private readonly taken = new Set<string>();

  readonly of = (digits: string): string => {
    const before = this.known.get(digits);
    if (before) return before;
    let other = drawn(digits);
    while (this.taken.has(other)) other = drawn(digits);
    this.taken.add(other);
    this.known.set(digits, other);
    return other;
  };
}

function drawn(digits: string): string {
  const kept = Math.min(MOST_KEPT, Math.max(0, digits.length - DRAWN));
  return digits.slice(0, kept) + Array.from({ length: digits.length - kept }, () => randomInt(10)).join('');
}
