import { sqlMigration } from './migration.js';

/**
 * Rules for the line that a unit has for its own agents: until now there were those of the national union alone. And a unit
 * may give its own settings back, so that those of the unit above hold again.
 */
const up = `
create table presence_unit_setting (
  unit_id uuid not null references unit (id),
  version integer not null check (version > 0),
  at timestamptz not null,
  account_id uuid not null references account (id),
  -- {wrapUpSeconds, prolongSeconds, prolongTimes, unknownAfterSeconds, signedOutAfterSeconds, breaks}; null: as above from here on
  settings jsonb,
  reason text not null,
  primary key (unit_id, version)
);
grant select, insert on presence_unit_setting to hotline_app;

-- null: as above from here on
alter table wallboard_limit alter column limits drop not null;
`;

const down = `
delete from wallboard_limit where limits is null;
alter table wallboard_limit alter column limits set not null;
drop table presence_unit_setting;
`;

export const UnitSettings0068 = sqlMigration('UnitSettings1764000000068', up, down);
