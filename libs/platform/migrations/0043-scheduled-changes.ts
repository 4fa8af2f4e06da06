import { sqlMigration } from './migration.js';

const up = `
-- A reorganisation may wait for its day: it starts by itself then, in the name of whoever scheduled it.
alter table unit_change add column scheduled_for timestamptz;
alter table unit_change add column scheduled_by uuid references account (id);
alter table unit_change drop constraint unit_change_state_check;
alter table unit_change add constraint unit_change_state_check
  check (state in ('draft', 'scheduled', 'running', 'done', 'failed', 'cancelled'));
-- one that is stopped at its time was never started
alter table unit_change drop constraint unit_change_check;
alter table unit_change add constraint unit_change_check
  check ((state in ('draft', 'scheduled')) = (started_at is null) or state in ('cancelled', 'failed'));
alter table unit_change add constraint unit_change_scheduled_check
  check (state <> 'scheduled' or (scheduled_for is not null and scheduled_by is not null));
create index unit_change_due on unit_change (scheduled_for) where state = 'scheduled';
`;

const down = `
update unit_change set state = 'cancelled', finished_at = coalesce(finished_at, now())
  where state = 'scheduled' or (state = 'failed' and started_at is null);
drop index unit_change_due;
alter table unit_change drop constraint unit_change_scheduled_check;
alter table unit_change drop constraint unit_change_check;
alter table unit_change add constraint unit_change_check
  check ((state = 'draft') = (started_at is null) or state = 'cancelled');
alter table unit_change drop constraint unit_change_state_check;
alter table unit_change add constraint unit_change_state_check
  check (state in ('draft', 'running', 'done', 'failed', 'cancelled'));
alter table unit_change drop column scheduled_by;
alter table unit_change drop column scheduled_for;
`;

export const ScheduledChanges0043 = sqlMigration('ScheduledChanges1764000000043', up, down);
