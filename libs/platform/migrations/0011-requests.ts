import { words } from './0011-words.js';
import { sqlMigration } from './migration.js';

const CHILDREN = [
  'ruling_request',
  'request_raise',
  'pause',
  'referral',
  'withdrawal',
  'declination',
  'assignment',
];

/** Requests and their rulings, pauses, referrals, withdrawal, guidance elsewhere, assignment and hand-over. */
const up = `
alter table return_request add column attachment_ids uuid[] not null default '{}';
alter table return_request drop constraint return_request_decision_check;
-- lapsed: the ticket ended before anybody ruled
alter table return_request add constraint return_request_decision_check
  check (decision in ('granted', 'refused', 'lapsed'));

-- what a unit asks of a superior beside the return: more time (延期), or to be left out of a rate (剔除)
create table ruling_request (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  kind text not null check (kind in ('extension', 'exclusion')),
  reason_code text not null,
  reason text not null,
  working_days integer check (working_days between 1 and 60),
  attachment_ids uuid[] not null default '{}',
  ruler_unit_id uuid not null references unit (id),
  ruled_at timestamptz,
  ruled_by uuid references account (id),
  decision text check (decision in ('granted', 'refused', 'lapsed')),
  ruling_reason text,
  revoked_at timestamptz,
  revoked_by uuid references account (id),
  revoke_reason text,
  check ((kind = 'extension') = (working_days is not null)),
  check ((ruled_at is null) = (decision is null)),
  -- whoever asks does not rule
  check (ruled_by is null or ruled_by <> account_id)
);
create unique index ruling_request_open on ruling_request (ticket_id, kind) where ruled_at is null;
create index ruling_request_ticket on ruling_request (ticket_id, at);

-- a request nobody ruled in time went one level up
create table request_raise (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  request_id uuid not null,
  from_unit_id uuid not null references unit (id),
  to_unit_id uuid not null references unit (id),
  at timestamptz not null
);
create index request_raise_ticket on request_raise (ticket_id, at);

create table pause (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  reason_code text not null,
  third_party text not null,
  reason text not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references account (id),
  ended_how text check (ended_how in ('resumed', 'lifted', 'maximum', 'ticket-ended')),
  end_note text,
  check (until_at > at and until_at <= at + interval '60 days'),
  check ((ended_at is null) = (ended_how is null))
);
create unique index pause_open on pause (ticket_id) where ended_at is null;
create index pause_to_end on pause (until_at) where ended_at is null;
create index pause_ticket on pause (ticket_id, at);

create table referral (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  body_code text not null,
  body_name text,
  referred_on date not null,
  reference_no text,
  note text not null,
  attachment_ids uuid[] not null default '{}',
  replied_at timestamptz,
  replied_by uuid references account (id),
  reply text,
  reply_attachment_ids uuid[] not null default '{}',
  ended_at timestamptz
);
create index referral_ticket on referral (ticket_id, at);

create table withdrawal (
  id uuid primary key,
  ticket_id uuid not null unique references ticket (id),
  unit_id uuid not null references unit (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  told_by text not null check (told_by in ('worker', 'family', 'representative')),
  told_at timestamptz not null,
  worker_contact_id uuid references worker_contact (id),
  words text not null
);

create table declination (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  unit_id uuid not null references unit (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  reason_code text not null,
  reason text not null,
  guided_to text,
  guided_contact text
);
create index declination_ticket on declination (ticket_id, at);

create table assignment (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  unit_id uuid not null references unit (id),
  assignee_id uuid references account (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  note text
);
create index assignment_ticket on assignment (ticket_id, at);

create table hand_over (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  from_account_id uuid not null references account (id),
  to_account_id uuid not null references account (id),
  account_id uuid not null references account (id),
  at timestamptz not null,
  reason text not null,
  tickets integer not null,
  drafts integer not null,
  check (from_account_id <> to_account_id)
);
create index hand_over_unit on hand_over (unit_id, at desc);

alter table ticket add column assignee_id uuid references account (id);
create index ticket_assignee on ticket (assignee_id, next_due_at, id)
  where assignee_id is not null and next_due_at is not null;

-- rulings whose time is over: what the raising sweep looks for
create index clock_unruled on clock (due_at, ticket_id)
  where stopped_at is null and kind in ('ruling', 'extension-ruling', 'exclusion-ruling');

-- each version is a row; the newest is in force
create table handling_settings (
  version integer primary key check (version > 0),
  at timestamptz not null,
  account_id uuid references account (id),
  return_cap integer not null check (return_cap between 0 and 5),
  extension_percent integer not null check (extension_percent between 1 and 100),
  pause_working_days integer not null check (pause_working_days between 1 and 40),
  reason text not null
);
insert into handling_settings (version, at, return_cap, extension_percent, pause_working_days, reason)
values (1, '2025-01-01T00:00:00+08:00', 1, 50, 15, '出厂设置');

grant select, insert, update on ${CHILDREN.join(', ')} to hotline_app;
revoke update on request_raise, withdrawal, declination, assignment from hotline_app;
grant select, insert on hand_over, handling_settings to hotline_app;

${CHILDREN.map(
  (child) => `
alter table ${child} enable row level security;
alter table ${child} force row level security;
create policy ${child}_seen on ${child}
  using (exists (select 1 from ticket t where t.id = ${child}.ticket_id offset 0))
  with check (app_scope() is not null);`,
).join('')}

-- only where word lists were planted before these groups existed
insert into vocabulary (version, effective_from, body)
select version + 1, now(), body || '${words}'::jsonb from vocabulary order by version desc limit 1;

-- drafts are their author's alone; a hand-over names giver and receiver for one transaction and reads no body
create policy draft_handed_over on draft
  using (account_id in (nullif(current_setting('app.hand_over_from', true), '')::uuid,
    nullif(current_setting('app.hand_over_to', true), '')::uuid))
  with check (account_id = nullif(current_setting('app.hand_over_to', true), '')::uuid);
`;

const down = `
delete from vocabulary where version = (select max(version) from vocabulary) and (select count(*) from vocabulary) > 1;
drop policy draft_handed_over on draft;
drop index clock_unruled;
drop index ticket_assignee;
alter table ticket drop column assignee_id;
drop table handling_settings, hand_over, ${[...CHILDREN].reverse().join(', ')};
update return_request set decision = 'refused' where decision = 'lapsed';
alter table return_request drop constraint return_request_decision_check, drop column attachment_ids;
alter table return_request add constraint return_request_decision_check check (decision in ('granted', 'refused'));
`;

export const Requests0011 = sqlMigration('Requests1764000000011', up, down);
