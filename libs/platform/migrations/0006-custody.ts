import { sqlMigration } from './migration.js';

const STAGES = `'promise', 'dispatch', 'sign', 'contact', 'handle', 'review', 'call-back', 'ruling'`;
const SIDES = `'extension-ruling', 'pause-ruling', 'exclusion-ruling', 'support', 'order', 'receipt', 'referral', 'petition'`;

/** Side clocks, deadlines that move with a record, supporting units and the archive. */
const up = `
alter table clock add column subject_id uuid;
alter table clock drop constraint clock_kind_check;
alter table clock add constraint clock_kind_check check (kind in (${STAGES}, ${SIDES}));
-- a stage clock times the custody itself, a side clock times one record beside it
alter table clock add constraint clock_subject_check check ((subject_id is null) = (kind in (${STAGES})));
create index clock_duty on clock (unit_id, due_at, id) where stopped_at is null and subject_id is not null;
create index clock_provisional on clock (due_at, id) where stopped_at is null and provisional;

-- every change of a deadline once promised: what it was, what it is, and why
create table clock_restatement (
  id uuid primary key,
  clock_id uuid not null references clock (id),
  ticket_id uuid not null references ticket (id),
  at timestamptz not null,
  by uuid references account (id),
  reason text not null check (reason in ('extended', 'paused', 'resumed', 'calendar-published', 'corrected')),
  from_due_at timestamptz not null,
  to_due_at timestamptz not null,
  from_yellow_at timestamptz not null,
  to_yellow_at timestamptz not null,
  calendar_version integer not null,
  subject_id uuid
);
create index clock_restatement_clock on clock_restatement (clock_id, at);
create index clock_restatement_ticket on clock_restatement (ticket_id, at);
create index clock_restatement_newest on clock_restatement (at desc, id desc);

alter table hop add column parent_hop_id uuid references hop (id);

alter table ticket drop constraint ticket_state_check;
alter table ticket add constraint ticket_state_check
  check (state in ('queued', 'unclear', 'dispatched', 'handling', 'reported', 'call-back', 'closed', 'archived'));
alter table ticket drop constraint ticket_check, drop constraint ticket_check1, drop constraint ticket_check2;
alter table ticket add constraint ticket_closed_check check ((state in ('closed', 'archived')) = (closed_at is not null));
alter table ticket add constraint ticket_turn_check check ((state in ('closed', 'archived')) = (turn_unit_id is null));
alter table ticket add constraint ticket_due_check check ((state in ('closed', 'archived')) = (next_due_at is null));
alter table ticket add column archived_at timestamptz;
create index ticket_to_archive on ticket (closed_at) where state = 'closed';

grant select, insert on clock_restatement to hotline_app;
alter table clock_restatement enable row level security;
alter table clock_restatement force row level security;
create policy clock_restatement_seen on clock_restatement
  using (exists (select 1 from ticket t where t.id = clock_restatement.ticket_id offset 0))
  with check (app_scope() is not null);
`;

const down = `
drop table clock_restatement;
delete from clock where subject_id is not null;
drop index clock_duty, clock_provisional;
alter table clock drop constraint clock_kind_check, drop constraint clock_subject_check, drop column subject_id;
alter table clock add constraint clock_kind_check check (kind in (${STAGES}));
alter table hop drop column parent_hop_id;
drop index ticket_to_archive;
update ticket set state = 'closed' where state = 'archived';
alter table ticket drop constraint ticket_state_check, drop constraint ticket_closed_check,
  drop constraint ticket_turn_check, drop constraint ticket_due_check, drop column archived_at;
alter table ticket add constraint ticket_state_check
  check (state in ('queued', 'unclear', 'dispatched', 'handling', 'reported', 'call-back', 'closed'));
alter table ticket add constraint ticket_check check ((state = 'closed') = (closed_at is not null));
alter table ticket add constraint ticket_check1 check ((state = 'closed') = (turn_unit_id is null));
alter table ticket add constraint ticket_check2 check ((state = 'closed') = (next_due_at is null));
`;

export const Custody0006 = sqlMigration('Custody1764000000006', up, down);
