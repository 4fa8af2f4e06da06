import type { PathKeeper } from '@hotline/kernel';
import { keeperOf } from '@hotline/platform';

/** A switchboard stands with the unit whose hotline it carries, and its calls with it. */
export const CALL_PATHS: readonly PathKeeper[] = ['telephony_source', 'call', 'call_visit', 'call_tally'].map(
  (table) => keeperOf({ table, column: 'unit_path' }),
);
