import { sqlMigration } from './migration.js';

/** Parts asked of supporting units, the worker's word about the employer's union, recusals, and who leads in an industry. */
const up = `
create table support (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  -- in whose hands the part is now: the first hop, or the one it was passed down by
  hop_id uuid not null references hop (id),
  unit_id uuid not null references unit (id),
  asked text not null,
  source text not null check (source in ('person', 'chain', 'home-province')),
  asked_unit_id uuid not null references unit (id),
  asked_by uuid references account (id),
  asked_at timestamptz not null,
  passed_at timestamptz,
  declined_at timestamptz,
  declined_by uuid references account (id),
  decline_reason text,
  insisted_at timestamptz,
  insisted_by uuid references account (id),
  insist_reason text,
  ended_at timestamptz,
  ended_by uuid references account (id),
  ending text check (ending in ('reported', 'withdrawn', 'waived', 'closed')),
  end_reason text,
  outcome text,
  narrative text,
  attachment_ids uuid[] not null default '{}',
  check ((ended_at is null) = (ending is null)),
  check ((ending = 'reported') = (narrative is not null) or ending is null and narrative is null)
);
create index support_ticket on support (ticket_id, asked_at);
create index support_open on support (unit_id) where ended_at is null;

-- an ended part stays as it ended
create function support_ends_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'the part has ended: support %', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger support_ends_once before update on support for each row execute function support_ends_once();

-- whether the union inside the reported employer may learn who the worker is; the newest word counts
create table identity_consent (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  agreed boolean not null,
  means text not null check (means in ('call', 'meeting', 'written', 'online')),
  note text,
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null
);
create index identity_consent_ticket on identity_consent (ticket_id, at desc);

create table recusal (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  account_id uuid references account (id),
  unit_id uuid references unit (id),
  reason text not null,
  ordered boolean not null,
  by uuid references account (id),
  at timestamptz not null,
  check ((account_id is null) <> (unit_id is null))
);
create index recusal_ticket on recusal (ticket_id);

create table chain_setting (
  id uuid primary key,
  industry text not null,
  mode text not null check (mode in ('industrial-first', 'territorial-first', 'dual')),
  -- who leads when both are sent it
  dual_lead text check (dual_lead in ('industrial', 'territorial')),
  -- the industrial union, where the industry has no chain of its own
  unit_id uuid references unit (id),
  effective_from date not null,
  note text,
  by uuid references account (id),
  set_at timestamptz not null,
  check ((mode = 'dual') = (dual_lead is not null))
);
create index chain_setting_industry on chain_setting (industry, effective_from desc, set_at desc);

grant select, insert, update on support to hotline_app;
grant select, insert on identity_consent, recusal, chain_setting to hotline_app;
do $$
declare child text;
begin
  foreach child in array array['support', 'identity_consent', 'recusal'] loop
    execute format('alter table %I enable row level security', child);
    execute format('alter table %I force row level security', child);
    execute format('create policy %I on %I using (exists (select 1 from ticket t where t.id = %I.ticket_id offset 0)) with check (app_scope() is not null)',
      child || '_seen', child, child);
  end loop;
end $$;
`;

const down = `
drop table chain_setting, recusal, identity_consent, support;
drop function support_ends_once();
delete from clock where kind = 'support';
`;

export const Supports0012 = sqlMigration('Supports1764000000012', up, down);
