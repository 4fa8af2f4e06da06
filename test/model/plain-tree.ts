import type { Role } from '@hotline/organization';

/** A unit as paper knows it: its place in the tree and whether it is a union inside an enterprise. */
export interface PlainUnit {
  readonly id: string;
  readonly path: string;
  readonly parent: PlainUnit | null;
  readonly enterprise: boolean;
  /** For people who read a failed script. */
  readonly label: string;
}

export interface PlainPost {
  readonly role: Role;
  readonly unit: PlainUnit;
}

export interface PlainPerson {
  readonly id: string;
  readonly posts: readonly PlainPost[];
}

/** Nearest first; the unit itself is the first. */
export const chainUp = (unit: PlainUnit | null): PlainUnit[] => (unit ? [unit, ...chainUp(unit.parent)] : []);

export const below = (unit: PlainUnit, above: PlainUnit): boolean =>
  unit !== above && unit.path.startsWith(above.path);

export function lowestCommon(a: PlainUnit, b: PlainUnit): PlainUnit {
  const above = chainUp(a).find((unit) => b.path.startsWith(unit.path));
  if (!above) throw new Error('two roots');
  return above;
}

/** Up to the common superior, then down, one level at a time; both ends included. */
export function route(from: PlainUnit, to: PlainUnit): PlainUnit[] {
  const top = lowestCommon(from, to);
  const up = chainUp(from).filter((unit) => below(unit, top));
  const down = chainUp(to).filter((unit) => below(unit, top));
  return [...up, top, ...down.reverse()];
}

/** The province a unit lies in; none for the national union. */
export const provinceOf = (unit: PlainUnit): PlainUnit | undefined => chainUp(unit).at(-2);
