import { sqlMigration } from './migration.js';

/** Where a unit that ends is mentioned and not read: what follows to its heir is found by the unit. */
const up = 'create index note_mention_unread on note_mention (unit_id) where read_at is null;';
const down = 'drop index note_mention_unread;';

export const FollowingRecords0044 = sqlMigration('FollowingRecords1764000000044', up, down);
