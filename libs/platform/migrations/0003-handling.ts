import { sqlMigration } from './migration.js';

const up = `
create table report (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null,
  outcome text not null,
  amount_recovered numeric(14, 2) check (amount_recovered >= 0),
  people_helped integer check (people_helped >= 0),
  narrative text not null,
  proof jsonb not null default '{}'
);
create index report_ticket on report (ticket_id, at);

create table review (
  id uuid primary key,
  report_id uuid not null references report (id),
  ticket_id uuid not null references ticket (id),
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null,
  decision text not null check (decision in ('accept', 'redo')),
  reason text
);
create index review_ticket on review (ticket_id, at);

create table return_request (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null,
  reason_code text not null,
  clause text,
  reason text not null,
  proposed_unit_id uuid references unit (id),
  ruler_unit_id uuid not null references unit (id),
  ruled_at timestamptz,
  ruled_by uuid references account (id),
  decision text check (decision in ('granted', 'refused')),
  ruling_reason text,
  ruled_unit_id uuid references unit (id)
);
create unique index return_request_open on return_request (ticket_id) where ruled_at is null;
create index return_request_ticket on return_request (ticket_id, at);

create table worker_contact (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null,
  means text not null check (means in ('call', 'sms', 'visit', 'meeting', 'online')),
  reached boolean not null,
  note text not null
);
create index worker_contact_ticket on worker_contact (ticket_id, at);

create table call_back (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null,
  reached boolean not null,
  not_reached_reason text check (not_reached_reason in ('no-answer', 'refused', 'wrong-number', 'powered-off')),
  solved text check (solved in ('yes', 'partly', 'no')),
  handling_rating text check (handling_rating in ('satisfied', 'neutral', 'dissatisfied', 'not-rated')),
  call_rating text check (call_rating in ('satisfied', 'neutral', 'dissatisfied', 'not-rated')),
  reason text,
  note text,
  -- silence is never "satisfied"
  check (reached or (handling_rating is null and call_rating is null and solved is null))
);
create index call_back_ticket on call_back (ticket_id, at);

create table attachment (
  id uuid primary key,
  ticket_id uuid references ticket (id),
  account_id uuid references account (id),
  name text not null,
  media_type text not null,
  size integer not null check (size between 1 and 20971520),
  sha256 bytea not null,
  content bytea not null,
  uploaded_at timestamptz not null
);
create index attachment_ticket on attachment (ticket_id);

create table draft (
  id uuid not null,
  account_id uuid not null references account (id),
  purpose text not null check (purpose in ('contact', 'report', 'review', 'call-back')),
  subject_id uuid,
  body_sealed bytea not null,
  version integer not null,
  saved_at timestamptz not null,
  primary key (account_id, id)
);

create table notice (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  ticket_id uuid references ticket (id),
  kind text not null,
  at timestamptz not null
);
create index notice_unit on notice (unit_id, at desc, id desc);

create table notice_read (
  account_id uuid primary key references account (id),
  up_to timestamptz not null
);
`;

const down = `
drop table notice_read, notice, draft, attachment, call_back, worker_contact, return_request, review, report;
`;

export const Handling0003 = sqlMigration('Handling1764000000003', up, down);
