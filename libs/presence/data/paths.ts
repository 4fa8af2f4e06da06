import type { PathKeeper } from '@hotline/kernel';
import { keeperOf } from '@hotline/platform';

export const PRESENCE_PATHS: readonly PathKeeper[] = ['presence', 'presence_segment'].map((table) =>
  keeperOf({ table, column: 'unit_path' }),
);
