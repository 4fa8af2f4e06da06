import { sqlMigration } from './migration.js';

const up = `
create sequence contact_no;
create sequence ticket_no;

create table identity (
  id uuid primary key,
  unit_path text collate "C" not null,
  name_sealed bytea,
  name_masked text,
  phone_sealed bytea,
  phone_masked text,
  phone_hash bytea,
  id_number_sealed bytea,
  id_number_masked text,
  id_number_hash bytea,
  address_sealed bytea,
  address_masked text,
  created_at timestamptz not null
);
create index identity_phone on identity (phone_hash) where phone_hash is not null;

create table ticket (
  id uuid primary key,
  no text collate "C" not null unique,
  version integer not null default 1,
  state text not null check (state in ('queued', 'unclear', 'dispatched', 'handling', 'reported', 'call-back', 'closed')),
  kind text not null,
  field text not null,
  item text,
  tags text[] not null default '{}',
  difficulty text not null,
  urgency text not null,
  industry text,
  confidentiality text not null check (confidentiality in ('open', 'employer-blind', 'anonymous')),
  title text not null,
  text text not null,
  employer text,
  employer_key text,
  people integer check (people between 1 and 1000000),
  caller_code text, caller_guessed boolean not null default false,
  workplace_code text, workplace_guessed boolean not null default false,
  employer_seat_code text, employer_seat_guessed boolean not null default false,
  insurance_code text, insurance_guessed boolean not null default false,
  identity_id uuid references identity (id),
  intake_unit_id uuid not null references unit (id),
  target_unit_id uuid references unit (id),
  -- the one accountable unit and its path; every list, count and right reads this path
  accountable_unit_id uuid not null references unit (id),
  path text collate "C" not null,
  province text collate "C" not null generated always as (split_part(path, '/', 2)) stored,
  turn_unit_id uuid references unit (id),
  turn_expected text,
  queue_reason text,
  due_at timestamptz,
  next_due_at timestamptz,
  next_yellow_at timestamptz,
  redo_count integer not null default 0,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  recall_until timestamptz,
  recall_hop_id uuid,
  closing_note text,
  -- a state with work in it always names whose turn it is: nothing lies between two chairs
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (turn_unit_id is null)),
  check ((state = 'closed') = (next_due_at is null))
);
-- Lists walk one of these in its order and judge scope and filters on the index alone; only the rows of a page are read.
-- An open ticket always has a deadline (see the check), so "next_due_at is not null" says "open" to both kinds of index.
create index ticket_due_open on ticket (next_due_at, id)
  include (path, state, kind, field, urgency, tags, queue_reason, next_yellow_at, redo_count) where next_due_at is not null;
create index ticket_province_due_open on ticket (province, next_due_at, id)
  include (path, state, kind, field, urgency, tags, queue_reason, next_yellow_at, redo_count) where next_due_at is not null;
create index ticket_path_open on ticket (path, next_due_at, id)
  include (state, kind, field, urgency, tags, queue_reason, next_yellow_at, redo_count) where next_due_at is not null;
create index ticket_turn on ticket (turn_unit_id, next_due_at, id)
  include (turn_expected, path, state, kind, field, urgency, tags, queue_reason, next_yellow_at, redo_count)
  where next_due_at is not null;
create index ticket_unclear on ticket (next_due_at, id)
  include (path, province, kind, field, urgency, tags, queue_reason) where state = 'unclear';
create index ticket_newest on ticket (opened_at desc, id desc)
  include (path, state, kind, field, urgency, tags, next_due_at);
create index ticket_province_newest on ticket (province, opened_at desc, id desc)
  include (path, state, kind, field, urgency, tags, next_due_at);
create index ticket_path on ticket (path, opened_at desc, id desc)
  include (state, kind, field, urgency, tags, next_due_at);
-- for combinations so rare that a walk would pass everything
create index ticket_category on ticket (kind, field, urgency, opened_at desc, id desc);
create index ticket_identity on ticket (identity_id);
create index ticket_employer on ticket (employer_key, opened_at desc) where employer_key is not null;

create table ticket_search (
  ticket_id uuid primary key references ticket (id),
  document tsvector not null
);
create index ticket_search_document on ticket_search using gin (document);

-- every unit that ever had custody keeps read access
create table ticket_access (
  ticket_id uuid not null references ticket (id),
  path text collate "C" not null,
  -- the ticket lies outside this unit's subtree now: what the unit once handled and no longer holds
  away boolean,
  primary key (ticket_id, path)
);
create index ticket_access_path on ticket_access (path);
create index ticket_access_away on ticket_access (path) where away;

create table contact (
  id uuid primary key,
  no text not null unique,
  channel text not null check (channel in ('call', 'web', 'app', 'letter', 'station', 'petition')),
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  agent_id uuid references account (id),
  identity_id uuid references identity (id),
  ticket_id uuid references ticket (id),
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  outcome text not null check (outcome in ('answered', 'open', 'abandoned', 'transferred', 'silent', 'abusive')),
  kind text,
  field text,
  item text,
  places jsonb not null default '{}',
  employer text,
  summary text,
  answer text,
  call_rating text check (call_rating in ('satisfied', 'neutral', 'dissatisfied', 'not-rated')),
  created_at timestamptz not null
);
create index contact_identity on contact (identity_id);
create index contact_ticket on contact (ticket_id);
create index contact_unit on contact (unit_path, started_at desc);
create index contact_newest on contact (started_at desc, id desc);
create index contact_agent on contact (agent_id, started_at desc);

create table hop (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  seq integer not null,
  from_unit_id uuid references unit (id),
  to_unit_id uuid not null references unit (id),
  to_path text collate "C" not null,
  role text not null default 'lead' check (role in ('lead', 'support')),
  sent_at timestamptz not null,
  sent_by uuid references account (id),
  signed_at timestamptz,
  signed_by uuid references account (id),
  first_contact_at timestamptz,
  passed_at timestamptz,
  reported_at timestamptz,
  returned_at timestamptz,
  recalled_at timestamptz,
  explanation jsonb not null,
  unique (ticket_id, seq)
);
-- one lead custody at a time: a second open one is impossible, not just forbidden
create unique index hop_one_lead on hop (ticket_id)
  where role = 'lead' and passed_at is null and returned_at is null and recalled_at is null;
create index hop_sent on hop (sent_at) include (to_path, from_unit_id, ticket_id);

-- custody is append-only: an instant once written never changes
create function hop_set_once() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null and new.signed_at is distinct from old.signed_at
    or old.first_contact_at is not null and new.first_contact_at is distinct from old.first_contact_at
    or old.passed_at is not null and new.passed_at is distinct from old.passed_at
    or old.returned_at is not null and new.returned_at is distinct from old.returned_at
    or old.recalled_at is not null and new.recalled_at is distinct from old.recalled_at
    or new.sent_at <> old.sent_at or new.to_unit_id <> old.to_unit_id or new.ticket_id <> old.ticket_id
    or new.seq <> old.seq or new.explanation <> old.explanation
  then raise exception 'custody is append-only: hop %', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger hop_set_once before update on hop for each row execute function hop_set_once();

create table clock (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  hop_id uuid references hop (id),
  kind text not null
    check (kind in ('promise', 'dispatch', 'sign', 'contact', 'handle', 'review', 'call-back', 'ruling')),
  unit_id uuid not null references unit (id),
  started_at timestamptz not null,
  yellow_at timestamptz not null,
  due_at timestamptz not null,
  original_due_at timestamptz not null,
  stopped_at timestamptz,
  yellow_carded_at timestamptz,
  red_carded_at timestamptz,
  calendar_version integer not null,
  provisional boolean not null default false,
  limit_id text not null,
  limit_amount integer not null,
  limit_unit text not null
);
create index clock_ticket on clock (ticket_id);
create index clock_yellow on clock (yellow_at) where stopped_at is null and yellow_carded_at is null;
create index clock_red on clock (due_at) where stopped_at is null and red_carded_at is null;

create table event (
  ticket_id uuid,
  contact_id uuid,
  seq integer not null,
  kind text not null,
  unit_id uuid,
  actor_id uuid,
  facts jsonb not null default '{}',
  at timestamptz not null,
  id uuid not null,
  primary key (id, at),
  check (ticket_id is not null or contact_id is not null)
) partition by range (at);
create index event_ticket on event (ticket_id, seq);
create table event_default partition of event default;

create table unfolded_event (
  event_id uuid primary key,
  at timestamptz not null
);
`;

const down = `
drop table unfolded_event, event, clock, hop;
drop function hop_set_once();
drop table contact, ticket_access, ticket_search, ticket, identity;
drop sequence contact_no;
drop sequence ticket_no;
`;

export const Ticket0002 = sqlMigration('Ticket1764000000002', up, down);
