import { sqlMigration } from './migration.js';

/** Flags go with the unit they were raised in. */
const up = 'grant update (unit_path) on group_flag to hotline_app;';
const down = 'revoke update (unit_path) on group_flag from hotline_app;';

export const FlagsMove0039 = sqlMigration('FlagsMove1764000000039', up, down);
