import { sqlMigration } from './migration.js';

/** The book of record may stand in a table of the switchboard's own database: the secret of the account that reads it. */
export const LogTables0066 = sqlMigration(
  'LogTables1764000000066',
  'alter table telephony_source add column log_secret_sealed bytea',
  'alter table telephony_source drop column log_secret_sealed',
);
