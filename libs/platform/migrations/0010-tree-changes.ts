import { sqlMigration } from './migration.js';

const up = `
-- who carries on for a unit that was merged, split or closed; kept pointing at a unit that is open
alter table unit add column heir_id uuid references unit (id);

-- what a unit was called and where it hung, until when: old words and paths stay readable
create table unit_name_history (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  code text not null,
  name text not null,
  short_name text not null,
  path text collate "C" not null,
  parent_id uuid references unit (id),
  valid_from timestamptz not null,
  valid_to timestamptz not null
);
create index unit_name_history_unit on unit_name_history (unit_id, valid_to);
create index unit_name_history_path on unit_name_history (path);

create table unit_change (
  id uuid primary key,
  kind text not null check (kind in ('rename', 'move', 'merge', 'split', 'close')),
  state text not null check (state in ('draft', 'running', 'done', 'failed', 'cancelled')),
  unit_ids uuid[] not null,
  plan jsonb not null,
  reason text not null,
  document_no text,
  planned_by uuid not null references account (id),
  planned_at timestamptz not null,
  started_by uuid references account (id),
  started_at timestamptz,
  -- the moment the tree changed
  effective_at timestamptz,
  finished_at timestamptz,
  -- what the change would do, as last looked at; of a running or finished one, as it was started
  preview jsonb not null default '{}',
  progress jsonb not null default '{}',
  failure text,
  version integer not null default 1,
  check ((state = 'draft') = (started_at is null) or state = 'cancelled'),
  check (state <> 'done' or effective_at is not null)
);
create unique index unit_change_one_running on unit_change (state) where state = 'running';
create index unit_change_newest on unit_change (planned_at desc, id desc);

-- Both spellings are read from just before the switch until the last row is rewritten.
create table path_move (
  change_id uuid not null references unit_change (id),
  unit_id uuid not null references unit (id),
  old_path text collate "C" not null,
  new_path text collate "C" not null,
  switched_at timestamptz,
  -- the sums of the day and later have moved to the new superiors
  numbered_at timestamptz,
  settled_at timestamptz,
  primary key (change_id, old_path)
);
create index path_move_unsettled on path_move (change_id) where settled_at is null;

-- a custody handed on by a change of the tree, not by a person
alter table hop add column change_id uuid references unit_change (id);

-- The path that counts for a day: the one at its end, so a unit that moves takes the whole day along.
create function unit_path_on(unit uuid, on_day date) returns text
  language sql stable parallel safe as $$
  select coalesce(
    (select h.path from unit_name_history h
     where h.unit_id = unit and h.valid_to >= (on_day + 1)::timestamp at time zone 'Asia/Shanghai'
     order by h.valid_to limit 1),
    (select u.path from unit u where u.id = unit))
$$;

-- people behind contacts move with the unit that took the call
create index identity_unit on identity (unit_path);

grant select, insert, update on unit_name_history, unit_change, path_move to hotline_app;
-- of two spellings of one custody the older row goes
grant delete on ticket_access to hotline_app;
grant update (unit_path) on contact to hotline_app;
grant execute on function unit_path_on(uuid, date) to hotline_app;
`;

const down = `
revoke delete on ticket_access from hotline_app;
drop index identity_unit;
revoke update (unit_path) on contact from hotline_app;
drop function unit_path_on(uuid, date);
alter table hop drop column change_id;
drop table path_move, unit_change, unit_name_history;
alter table unit drop column heir_id;
`;

export const TreeChanges0010 = sqlMigration('TreeChanges1764000000010', up, down);
