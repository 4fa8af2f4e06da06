import type { PathKeeper } from '@hotline/kernel';
import { keeperOf } from '@hotline/platform';

/** Contacts and the people behind them go with the unit that took the call. */
export const INTAKE_PATHS: readonly PathKeeper[] = [
  keeperOf({ table: 'contact', column: 'unit_path' }),
  keeperOf({ table: 'identity', column: 'unit_path' }),
];
