import { sqlMigration } from './migration.js';

/** Facts for legal periods, and petitions with what was done about them. */
const up = `
-- append-only: every edit is a new version, so that what a date was computed from can be shown later
create table legal_fact (
  ticket_id uuid not null references ticket (id),
  version integer not null check (version > 0),
  facts jsonb not null,
  account_id uuid references account (id),
  at timestamptz not null,
  primary key (ticket_id, version)
);

create table petition (
  id uuid primary key,
  ticket_id uuid not null unique references ticket (id),
  registration_no text,
  registered_on date not null,
  source text not null check (source in ('direct', 'forwarded')),
  stage text not null check (stage in
    ('registered', 'objecting', 'accepted', 'answered', 'review', 'reviewed', 'rereview', 'ended')),
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  marked_at timestamptz not null,
  -- last day on which the petitioner may ask for the next instance; the end of a petition that nobody asked about again
  window_until date,
  ended_on date,
  end_reason text check (end_reason in
    ('handed-back', 'withdrawn', 'other-procedure', 'settled', 'not-asked-again', 'final')),
  check ((stage = 'ended') = (ended_on is not null and end_reason is not null)),
  check ((window_until is not null) = (stage in ('answered', 'reviewed')))
);
create index petition_window on petition (window_until) where window_until is not null;

-- append-only: one row an act, in order
create table petition_act (
  id uuid primary key,
  petition_id uuid not null references petition (id),
  ticket_id uuid not null references ticket (id),
  seq integer not null,
  act text not null check (act in ('notify', 'object', 'object-upheld', 'object-refused', 'extend', 'answer',
    'ask-review', 'answer-review', 'ask-rereview', 'answer-rereview', 'end')),
  done_on date not null,
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null,
  document_no text,
  note text,
  -- days a head of the unit has approved beyond the sixty
  extension_days integer check (extension_days between 1 and 30),
  end_reason text,
  unique (petition_id, seq)
);
create index petition_act_ticket on petition_act (ticket_id);

grant select, insert on legal_fact, petition_act to hotline_app;
grant select, insert, update on petition to hotline_app;

do $$
declare child text;
begin
  foreach child in array array['legal_fact', 'petition', 'petition_act'] loop
    execute format('alter table %I enable row level security', child);
    execute format('alter table %I force row level security', child);
    execute format('create policy %I on %I using (exists (select 1 from ticket t where t.id = %I.ticket_id offset 0)) with check (app_scope() is not null)',
      child || '_seen', child, child);
  end loop;
end $$;
`;

const down = `
drop table petition_act;
drop table petition;
drop table legal_fact;
delete from clock where kind = 'petition';
`;

export const LegalClocks0009 = sqlMigration('LegalClocks1764000000009', up, down);
