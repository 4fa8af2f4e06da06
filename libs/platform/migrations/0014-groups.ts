import { sqlMigration } from './migration.js';

const OPEN = `'queued', 'unclear', 'dispatched', 'handling', 'reported', 'call-back'`;

/** Links between tickets of one cause, and the flags that many people against one employer raise. */
const up = `
alter table ticket drop constraint ticket_state_check;
alter table ticket add constraint ticket_state_check check (state in (${OPEN}, 'grouped', 'closed', 'archived'));

create table ticket_group (
  id uuid primary key,
  kind text not null check (kind in ('repeat', 'mass')),
  employer_key text,
  master_ticket_id uuid not null references ticket (id),
  formed_at timestamptz not null,
  formed_by uuid references account (id),
  formed_unit_id uuid not null references unit (id),
  dissolved_at timestamptz
);
create index ticket_group_newest on ticket_group (formed_at desc, id desc);

-- a link, never a move: what the ticket was before stays with the link, so that taking it back restores it
create table ticket_group_member (
  id uuid primary key,
  group_id uuid not null references ticket_group (id),
  ticket_id uuid not null references ticket (id),
  linked_at timestamptz not null,
  linked_by uuid references account (id),
  linked_unit_id uuid not null references unit (id),
  reason text not null,
  before jsonb,
  followed_at timestamptz,
  unlinked_at timestamptz,
  unlinked_by uuid references account (id),
  unlink_reason text
);
create unique index ticket_group_member_open on ticket_group_member (ticket_id) where unlinked_at is null;
create index ticket_group_member_group on ticket_group_member (group_id, linked_at);
create index ticket_group_member_waiting on ticket_group_member (group_id)
  where unlinked_at is null and followed_at is null and before is not null;

-- 3 / 5 / 10 people against one employer within thirty days, told once each
create table group_flag (
  id uuid primary key,
  employer_key text not null,
  unit_path text collate "C" not null,
  unit_id uuid not null references unit (id),
  level integer not null check (level in (3, 5, 10)),
  people integer not null,
  ticket_id uuid not null references ticket (id),
  raised_at timestamptz not null
);
create index group_flag_employer on group_flag (employer_key, raised_at desc);
create index group_flag_newest on group_flag (raised_at desc, id desc);

grant select, insert, update on ticket_group, ticket_group_member to hotline_app;
grant select, insert on group_flag to hotline_app;
alter table ticket_group_member enable row level security;
alter table ticket_group_member force row level security;
create policy ticket_group_member_seen on ticket_group_member
  using (exists (select 1 from ticket t where t.id = ticket_group_member.ticket_id offset 0))
  with check (app_scope() is not null);
alter table ticket_group enable row level security;
alter table ticket_group force row level security;
create policy ticket_group_seen on ticket_group
  using (exists (select 1 from ticket t where t.id = ticket_group.master_ticket_id offset 0)
    or exists (select 1 from ticket_group_member m where m.group_id = ticket_group.id offset 0))
  with check (app_scope() is not null);
alter table group_flag enable row level security;
alter table group_flag force row level security;
create policy group_flag_seen on group_flag using (unit_path ^@ any (app_scope())) with check (app_scope() is not null);
`;

const down = `
drop table group_flag, ticket_group_member, ticket_group;
update ticket t set state = case when exists (select 1 from hop h where h.ticket_id = t.id and h.role = 'lead'
    and h.passed_at is null and h.returned_at is null and h.recalled_at is null and h.signed_at is not null)
  then 'handling' else 'dispatched' end where state = 'grouped';
alter table ticket drop constraint ticket_state_check;
alter table ticket add constraint ticket_state_check check (state in (${OPEN}, 'closed', 'archived'));
`;

export const Groups0014 = sqlMigration('Groups1764000000014', up, down);
