import { sqlMigration } from './migration.js';

/** From where on the tiles of a unit's wallboard warn; a unit without limits of its own has those of the next above it. */
const up = `
create table wallboard_limit (
  unit_id uuid not null references unit (id),
  version integer not null check (version > 0),
  -- {waiting, waitSeconds, connection, service}
  limits jsonb not null,
  at timestamptz not null,
  account_id uuid not null references account (id),
  primary key (unit_id, version)
);
grant select, insert on wallboard_limit to hotline_app;
`;

const down = `drop table wallboard_limit;`;

export const Wallboard0056 = sqlMigration('Wallboard1764000000056', up, down);
