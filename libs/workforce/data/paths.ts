import type { PathKeeper } from '@hotline/kernel';
import { keeperOf } from '@hotline/platform';

/** The sums of a line go with the unit that has it, as its calls do. */
export const WORKFORCE_PATHS: readonly PathKeeper[] = ['queue_interval', 'agent_interval', 'shift'].map(
  (table) => keeperOf({ table, column: 'unit_path' }),
);
