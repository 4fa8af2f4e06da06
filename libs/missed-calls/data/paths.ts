import type { PathKeeper } from '@hotline/kernel';
import { keeperOf } from '@hotline/platform';

/** A duty goes with its unit. */
export const MISSED_CALL_PATHS: readonly PathKeeper[] = ['missed_call', 'missed_try'].map((table) =>
  keeperOf({ table, column: 'unit_path' }),
);
