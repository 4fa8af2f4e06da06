import type { Tree, Unit } from '@hotline/organization';

/** The lowest unit whose subtree holds all these paths; undefined when none of them is known. */
export function commonUnit(tree: Tree, paths: readonly string[]): Unit | undefined {
  const units = paths.map((path) => tree.withPath(path)).filter((unit) => unit !== undefined);
  return units.reduce<Unit | undefined>(
    (common, unit) => (common ? tree.lowestCommon(common.id, unit.id) : unit),
    undefined,
  );
}
