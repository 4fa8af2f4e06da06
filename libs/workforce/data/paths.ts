import type { PathKeeper } from '@hotline/kernel';
import { keeperOf } from '@hotline/platform';
import { holdSubtree, type SubtreeKind } from './subtree-lock.js';

/** The sums of a line go with the unit that has it, as its calls do; those of the units above follow by trigger. */
function summed(kind: SubtreeKind): PathKeeper {
  const keeper = keeperOf({ table: `${kind}_interval`, column: 'unit_path' });
  return {
    name: keeper.name,
    rewrite: async (tx, moves, at, most) => {
      await holdSubtree(tx, kind);
      return keeper.rewrite(tx, moves, at, most);
    },
  };
}

export const WORKFORCE_PATHS: readonly PathKeeper[] = [
  summed('queue'),
  summed('agent'),
  keeperOf({ table: 'shift', column: 'unit_path' }),
];
