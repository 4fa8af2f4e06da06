import type { PathKeeper } from '@hotline/kernel';
import { keeperOf } from '@hotline/platform';

/** A flag waits where the employer's tickets lie. */
export const GROUP_PATHS: readonly PathKeeper[] = [keeperOf({ table: 'group_flag', column: 'unit_path' })];
