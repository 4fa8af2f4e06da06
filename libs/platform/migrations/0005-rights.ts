import { sqlMigration } from './migration.js';

/**
 * The application works as hotline_app: not an owner, not a superuser, bound by row-level security. The policies are
 * the backstop behind the literal path predicate of every read: an unset or empty scope shows nothing.
 */
const up = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'hotline_app') then create role hotline_app nologin; end if;
end $$;
do $$ begin
  execute format('grant hotline_app to %I', current_user);
end $$;

grant usage on schema public to hotline_app;
grant select, insert, update on all tables in schema public to hotline_app;
grant usage, select on all sequences in schema public to hotline_app;
grant delete on draft, unfolded_event, idempotency, metric_daily, metric_fact, sign_in_attempt, outbox to hotline_app;
revoke update on audit, event, report, review, worker_contact, call_back, contact, metric_snapshot from hotline_app;
grant update (ticket_id, ended_at, call_rating) on contact to hotline_app;
revoke all on ticket_search from hotline_app;
grant insert on ticket_search to hotline_app;
revoke all on migrations from hotline_app;

-- nullif: after set_config(…, true) ends, a pooled connection keeps '' and '' is a prefix of everything
create function app_scope() returns text[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('app.scope', true), ''), ',') $$;
create function app_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;

-- Custody once held. A function, and a cheap one, because the planner would charge a sub-select to every row of a walk
-- although it is asked only for rows outside the scope, and so turn down every good index.
create function once_in_scope(ticket uuid) returns boolean
  language plpgsql stable parallel restricted cost 1 set search_path = public as $$
begin
  return exists (select 1 from ticket_access a where a.ticket_id = ticket and a.path ^@ any (app_scope()));
end $$;

-- "(select app_scope())" is asked once a query instead of once a row; "offset 0" further down keeps the planner from
-- answering for one row by hashing a whole table.
alter table ticket enable row level security;
alter table ticket force row level security;
create policy ticket_seen on ticket for select using (
  path ^@ any ((select app_scope())::text[]) or once_in_scope(id));
create policy ticket_changed on ticket for update using (
  path ^@ any ((select app_scope())::text[]) or once_in_scope(id))
  with check (true);
create policy ticket_opened on ticket for insert with check (path ^@ any (app_scope()));

alter table contact enable row level security;
alter table contact force row level security;
create policy contact_seen on contact using (
  unit_path ^@ any (app_scope())
  or exists (select 1 from ticket t where t.id = contact.ticket_id offset 0))
  with check (unit_path ^@ any (app_scope()) or ticket_id is not null);

alter table identity enable row level security;
alter table identity force row level security;
create policy identity_seen on identity using (
  unit_path ^@ any (app_scope())
  or exists (select 1 from ticket t where t.identity_id = identity.id offset 0))
  with check (unit_path ^@ any (app_scope()));

do $$
declare child text;
begin
  foreach child in array array['hop', 'clock', 'report', 'review', 'return_request', 'worker_contact', 'call_back'] loop
    execute format('alter table %I enable row level security', child);
    execute format('alter table %I force row level security', child);
    execute format('create policy %I on %I using (exists (select 1 from ticket t where t.id = %I.ticket_id offset 0)) with check (app_scope() is not null)',
      child || '_seen', child, child);
  end loop;
end $$;

alter table event enable row level security;
alter table event force row level security;
create policy event_seen on event using (
  exists (select 1 from ticket t where t.id = event.ticket_id offset 0)
  or exists (select 1 from contact c where c.id = event.contact_id offset 0))
  with check (app_scope() is not null);

alter table attachment enable row level security;
alter table attachment force row level security;
create policy attachment_seen on attachment using (
  (ticket_id is null and account_id = app_account())
  or exists (select 1 from ticket t where t.id = attachment.ticket_id offset 0))
  with check (app_scope() is not null);

alter table draft enable row level security;
alter table draft force row level security;
create policy draft_own on draft using (account_id = app_account()) with check (account_id = app_account());

alter table metric_fact enable row level security;
alter table metric_fact force row level security;
create policy metric_fact_seen on metric_fact using (unit_path ^@ any (app_scope())) with check (app_scope() is not null);

-- Full-text match is not leakproof, so under row-level security it could never use its index. The index table is
-- therefore readable only through this function, which applies the scope itself and returns ids alone.
-- Newest first, in [low, high), or with both null: once handled by the reader's units. Executed as text with its values
-- in it, so that the plan fits the word: a rare one goes by the word, a common one by the newest tickets. Terms that are
-- the beginning of one or two characters stand for thousands of words: beside another term they only sift what that one
-- finds, alone they are looked for in the newest five thousand tickets.
create function search_tickets(query tsquery, low text, high text, most integer, only_open boolean default false)
returns table (ticket_id uuid) language plpgsql stable security definer
  set search_path = public set max_parallel_workers_per_gather = 0 as $$
declare
  terms text[] := regexp_split_to_array(query::text, ' & ');
  exact text := (select string_agg(t, ' & ') from unnest(terms) t where t !~ '^''.{1,2}'':[*]$');
  broad text := (select string_agg(t, ' & ') from unnest(terms) t where t ~ '^''.{1,2}'':[*]$');
  column_name text := case when low is null then 'a.path' else 't.path' end;
  -- joined to nothing, so that no index is asked for it
  sift text := case when broad is null then 'true'
    else format('(s.document || %L::tsvector) @@ %L::tsquery', '', broad) end;
  seen text;
  place text;
begin
  select string_agg(format('%1$s >= %2$L and %1$s < %3$L', column_name, p, left(p, -1) || '0'), ' or ')
    into seen from unnest(app_scope()) p;
  if seen is null then return; end if;
  place := case when low is null
    then format('exists (select 1 from ticket_access a where a.ticket_id = t.id and (%s))', seen)
    else format('t.path >= %L and t.path < %L and (%s)', low, high, seen) end;
  if only_open then place := place || ' and t.next_due_at is not null'; end if;
  if exact is null then
    return query execute format(
      'select t.id from (select t.id, t.opened_at from ticket t where %s order by t.opened_at desc, t.id desc limit 5000) t
       join ticket_search s on s.ticket_id = t.id where s.document @@ %L::tsquery
       order by t.opened_at desc, t.id desc limit %s', place, query, most);
  else
    return query execute format(
      'select t.id from ticket t join ticket_search s on s.ticket_id = t.id where s.document @@ %L::tsquery and %s and %s
       order by t.opened_at desc, t.id desc limit %s',
      exact, sift, place, most);
  end if;
end $$;
revoke all on function search_tickets(tsquery, text, text, integer, boolean) from public;
grant execute on function search_tickets(tsquery, text, text, integer, boolean) to hotline_app;
grant execute on function ensure_event_partitions(date, integer) to hotline_app;
`;

const down = `
drop function search_tickets(tsquery, text, text, integer, boolean);
drop policy metric_fact_seen on metric_fact;
drop policy draft_own on draft;
drop policy attachment_seen on attachment;
drop policy event_seen on event;
drop policy identity_seen on identity;
drop policy contact_seen on contact;
drop policy ticket_opened on ticket;
drop policy ticket_changed on ticket;
drop policy ticket_seen on ticket;
do $$
declare child text;
begin
  foreach child in array array['hop', 'clock', 'report', 'review', 'return_request', 'worker_contact', 'call_back'] loop
    execute format('drop policy %I on %I', child || '_seen', child);
    execute format('alter table %I disable row level security', child);
    execute format('alter table %I no force row level security', child);
  end loop;
  foreach child in array array['ticket', 'contact', 'identity', 'event', 'attachment', 'draft', 'metric_fact'] loop
    execute format('alter table %I disable row level security', child);
    execute format('alter table %I no force row level security', child);
  end loop;
end $$;
drop function once_in_scope(uuid);
drop function app_scope();
drop function app_account();
revoke all on all tables in schema public from hotline_app;
revoke all on all sequences in schema public from hotline_app;
revoke all on schema public from hotline_app;
`;

export const Rights0005 = sqlMigration('Rights1764000000005', up, down);
