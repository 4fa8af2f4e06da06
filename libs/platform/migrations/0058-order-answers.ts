import { sqlMigration } from './migration.js';

/** An answer may be a list of callers, so it comes back sealed like the order went out. */
const up = `
alter table switchboard_order add column answer_sealed bytea;
`;

const down = `
alter table switchboard_order drop column answer_sealed;
`;

export const OrderAnswers0058 = sqlMigration('OrderAnswers1764000000058', up, down);
