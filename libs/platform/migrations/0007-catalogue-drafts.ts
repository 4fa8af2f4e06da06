import { sqlMigration } from './migration.js';

const up = `
alter table catalogue
  add column author_id uuid references account (id),
  add column copy_of integer references catalogue (version),
  add column dry_run_id uuid,
  -- why it was published without a dry run
  add column skip_reason text;
-- a published version is what tickets were decided by: it never changes
revoke update on catalogue from hotline_app;

create table catalogue_draft (
  id uuid primary key,
  version integer not null default 1,
  -- the version in which the rules were last changed; a dry run of it or a later one is a dry run of these rules
  rules_version integer not null default 1,
  note text not null,
  effective_from timestamptz,
  rules jsonb not null,
  based_on integer references catalogue (version),
  author_id uuid not null references account (id),
  created_at timestamptz not null,
  saved_at timestamptz not null,
  saved_by uuid not null references account (id),
  published_version integer references catalogue (version),
  discarded_at timestamptz
);
create index catalogue_draft_open on catalogue_draft (id desc) where published_version is null and discarded_at is null;

create table catalogue_dry_run (
  id uuid primary key,
  draft_id uuid not null references catalogue_draft (id),
  draft_version integer not null,
  -- the draft goes on changing: a run judges what it was started with
  rules jsonb not null,
  scope text[] not null,
  started_by uuid not null references account (id),
  started_at timestamptz not null,
  updated_at timestamptz not null,
  state text not null check (state in ('queued', 'running', 'finished', 'cancelled')),
  total integer not null,
  done integer not null default 0 check (done <= total),
  same integer not null default 0,
  changed integer not null default 0,
  becomes_unclear integer not null default 0,
  becomes_clear integer not null default 0,
  -- where the next batch goes on, newest ticket first
  last_opened_at timestamptz,
  last_ticket_id uuid,
  outbox_id uuid,
  finished_at timestamptz,
  check (done = same + changed + becomes_unclear + becomes_clear),
  check ((state in ('finished', 'cancelled')) = (finished_at is not null))
);
create index catalogue_dry_run_draft on catalogue_dry_run (draft_id, id desc);
create unique index catalogue_dry_run_open on catalogue_dry_run (draft_id) where state in ('queued', 'running');
alter table catalogue add foreign key (dry_run_id) references catalogue_dry_run (id);

create table catalogue_dry_run_row (
  run_id uuid not null references catalogue_dry_run (id),
  seq integer not null,
  ticket_id uuid not null references ticket (id),
  outcome text not null check (outcome in ('same', 'changed', 'becomes-unclear', 'becomes-clear')),
  from_unit_id uuid references unit (id),
  from_version integer not null,
  from_rule integer,
  from_reason text,
  to_unit_id uuid references unit (id),
  to_rule integer,
  to_reason text,
  primary key (run_id, seq),
  unique (run_id, ticket_id)
);
create index catalogue_dry_run_row_outcome on catalogue_dry_run_row (run_id, outcome, seq);
create index catalogue_dry_run_row_ticket on catalogue_dry_run_row (ticket_id);

create table catalogue_proposal (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid not null references account (id),
  unit_id uuid not null references unit (id),
  ticket_id uuid not null references ticket (id),
  -- of the newest hop a rule sent; null when a person chose from the first
  catalogue_version integer,
  rule integer,
  proposed_unit_id uuid references unit (id),
  reason text not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'refused')),
  decided_at timestamptz,
  decided_by uuid references account (id),
  ruling_reason text,
  draft_id uuid references catalogue_draft (id),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'accepted') = (draft_id is not null))
);
create unique index catalogue_proposal_open on catalogue_proposal (ticket_id) where state = 'open';
create index catalogue_proposal_ticket on catalogue_proposal (ticket_id);
create index catalogue_proposal_state on catalogue_proposal (state, id desc);

grant select, insert, update on catalogue_draft, catalogue_dry_run, catalogue_proposal to hotline_app;
grant select, insert on catalogue_dry_run_row to hotline_app;

do $$
declare child text;
begin
  foreach child in array array['catalogue_dry_run_row', 'catalogue_proposal'] loop
    execute format('alter table %I enable row level security', child);
    execute format('alter table %I force row level security', child);
    execute format('create policy %I on %I using (exists (select 1 from ticket t where t.id = %I.ticket_id offset 0)) with check (app_scope() is not null)',
      child || '_seen', child, child);
  end loop;
end $$;
`;

const down = `
alter table catalogue drop column dry_run_id;
drop table catalogue_proposal, catalogue_dry_run_row, catalogue_dry_run, catalogue_draft;
grant update on catalogue to hotline_app;
alter table catalogue drop column author_id, drop column copy_of, drop column skip_reason;
`;

export const CatalogueDrafts0007 = sqlMigration('CatalogueDrafts1764000000007', up, down);
