import type { Tree, Unit } from '@hotline/organization';
import type { OpeningInput } from './opening.js';

/** Before the catalogue has spoken: the unit the agent chose, else the union of the place where it happens. */
export function likelyUnit(
  { dispatchTo, places }: Pick<OpeningInput, 'dispatchTo' | 'places'>,
  tree: Tree,
): Unit | undefined {
  const chosen = dispatchTo && tree.find(dispatchTo.unitId);
  const place = places.workplace?.code ?? places.employerSeat?.code ?? places.caller?.code;
  return chosen ?? (place === undefined ? undefined : tree.ofRegion(place));
}
