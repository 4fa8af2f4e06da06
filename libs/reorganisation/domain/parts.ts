import type { Tree, Unit } from '@hotline/organization';

/** A unit that takes a part of one that is split: one that exists, or a new one beside it. */
export interface AddedPart {
  /** Of an existing unit; for a new one, the id it will have. */
  readonly unitId: string;
  /** New units only. */
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly shortName?: string | undefined;
  /** Codes of places (or beginnings of codes) whose open work goes to this part. */
  readonly places: readonly string[];
  /** Units below the one that is split that will hang below this part. */
  readonly childIds: readonly string[];
}

export interface UnitToBe {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly path: string;
  /** Level, kind, parent, region and calendar are those of this unit. */
  readonly likeId: string;
}

/** Where a part is or will be. */
export function placeOf(part: AddedPart, whole: Unit, tree: Tree): { id: string; path: string } | null {
  const known = tree.find(part.unitId);
  if (known) return { id: known.id, path: known.path };
  const parent = tree.parent(whole.id);
  return parent && part.code ? { id: part.unitId, path: `${parent.path}${part.code}/` } : null;
}

/** The part whose places name this one; the most exact name decides. */
export function partOfPlace(parts: readonly AddedPart[], code: string | null): AddedPart | undefined {
  if (code === null) return undefined;
  const named = parts.flatMap((part) =>
    part.places.filter((place) => code.startsWith(place)).map((place) => ({ part, length: place.length })),
  );
  return named.sort((a, b) => b.length - a.length)[0]?.part;
}
