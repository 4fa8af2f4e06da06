/** What changes of a visit matter to a sum; a path that is rewritten with the tree does not. */
const VISIT_FACTS = `call_id, source_id, visit_key, queue, counted_at, entered, outcome, account_id, answered_at, wait_us,
  talk_us, hold_us, holds, end_known, transfer`;
const CALL_FACTS = 'source_id, direction, arrived_at, outcome, account_id, answered_at';
const facts = (alias: string, columns: string): string =>
  `(${columns
    .split(',')
    .map((column) => `${alias}.${column.trim()}`)
    .join(', ')})`;

/** Notes of intervals to be counted again, left by every statement that changes a row of them. */
export const NOTES = `
-- what the room of presence knows, once there is one: microseconds of wrap-up after a visit, states of a person
create function wrap_up_of_visit(visit uuid) returns bigint language sql stable as $$ select null::bigint $$;
create function presence_between(person uuid, since timestamptz, until timestamptz)
  returns table (shown text, unit_path text, from_at timestamptz, to_at timestamptz) language sql stable as
$$ select null::text, null::text, since, since where false $$;
create function presence_running() returns table (account_id uuid, from_at timestamptz) language sql stable as
$$ select null::uuid, null::timestamptz where false $$;

-- of several visits of a call only the first has arrived: the others may change with one
create function note_calls(calls uuid[]) returns void language sql as $$
  insert into interval_due (source_id, queue, from_at)
  select source_id, queue, counted_at from call_visit where call_id = any (calls)
  union select source_id, '', arrived_at from call where id = any (calls)
$$;
create function note_visits_added() returns trigger language plpgsql as $$ begin
  insert into interval_due (source_id, queue, account_id, from_at)
  select source_id, queue, account_id, counted_at from changed;
  perform note_calls(array(select distinct call_id from changed where call_id is not null));
  return null;
end $$;
create function note_visits_changed() returns trigger language plpgsql as $$ begin
  insert into interval_due (source_id, queue, account_id, from_at)
  select unnest(array[o.source_id, n.source_id]), unnest(array[o.queue, n.queue]),
    unnest(array[o.account_id, n.account_id]), unnest(array[o.counted_at, n.counted_at])
  from gone o join changed n on n.id = o.id
  where ${facts('o', VISIT_FACTS)} is distinct from ${facts('n', VISIT_FACTS)};
  perform note_calls(array(
    select unnest(array[o.call_id, n.call_id]) from gone o join changed n on n.id = o.id
    where (o.call_id, o.counted_at, o.visit_key) is distinct from (n.call_id, n.counted_at, n.visit_key)));
  return null;
end $$;
create function note_visits_gone() returns trigger language plpgsql as $$ begin
  insert into interval_due (source_id, queue, account_id, from_at)
  select source_id, queue, account_id, counted_at from gone;
  perform note_calls(array(select distinct call_id from gone where call_id is not null));
  return null;
end $$;

create function note_calls_added() returns trigger language plpgsql as $$ begin
  insert into interval_due (source_id, queue, account_id, from_at)
  select source_id, '', account_id, arrived_at from changed;
  return null;
end $$;
create function note_calls_changed() returns trigger language plpgsql as $$ begin
  insert into interval_due (source_id, queue, account_id, from_at)
  select unnest(array[o.source_id, n.source_id]), '', unnest(array[o.account_id, n.account_id]),
    unnest(array[o.arrived_at, n.arrived_at])
  from gone o join changed n on n.id = o.id
  where ${facts('o', CALL_FACTS)} is distinct from ${facts('n', CALL_FACTS)};
  return null;
end $$;
create function note_calls_gone() returns trigger language plpgsql as $$ begin
  insert into interval_due (source_id, queue, account_id, from_at)
  select source_id, '', account_id, arrived_at from gone;
  return null;
end $$;

-- a ring counts where it rang for the agent and where its visit joined for the queue
create function note_rings() returns trigger language plpgsql as $$ begin
  insert into interval_due (account_id, from_at) select account_id, at from changed where account_id is not null;
  insert into interval_due (source_id, queue, from_at)
  select v.source_id, v.queue, v.counted_at from call_visit v where v.id in (select visit_id from changed);
  return null;
end $$;
create function note_rings_changed() returns trigger language plpgsql as $$ begin
  insert into interval_due (account_id, from_at)
  select account_id, at from (select * from gone except select * from changed) o where account_id is not null
  union all select account_id, at from (select * from changed except select * from gone) n where account_id is not null;
  insert into interval_due (source_id, queue, from_at)
  select v.source_id, v.queue, v.counted_at from call_visit v where v.id in (
    select visit_id from (select * from gone except select * from changed) o
    union select visit_id from (select * from changed except select * from gone) n);
  return null;
end $$;

-- a stretch that still runs counts up to now
create function note_stretches() returns trigger language plpgsql as $$ begin
  insert into interval_due (account_id, from_at, to_at)
  select account_id, from_at, coalesce(to_at, 'infinity') from changed where account_id is not null;
  return null;
end $$;
create function note_stretches_changed() returns trigger language plpgsql as $$ begin
  insert into interval_due (account_id, from_at, to_at)
  select account_id, from_at, coalesce(to_at, 'infinity') from (
    (select account_id, state, from_at, to_at, reason from gone except select account_id, state, from_at, to_at, reason from changed)
    union (select account_id, state, from_at, to_at, reason from changed except select account_id, state, from_at, to_at, reason from gone)
  ) moved where account_id is not null;
  return null;
end $$;

${['call_visit', 'call']
  .map((table) => {
    const name = table === 'call' ? 'calls' : 'visits';
    return `create trigger ${table}_added_note after insert on ${table} referencing new table as changed
  for each statement execute function note_${name}_added();
create trigger ${table}_changed_note after update on ${table} referencing old table as gone new table as changed
  for each statement execute function note_${name}_changed();
create trigger ${table}_gone_note after delete on ${table} referencing old table as gone
  for each statement execute function note_${name}_gone();`;
  })
  .join('\n')}
${['call_ring', 'agent_segment', 'shift']
  .map((table) => {
    const name = table === 'call_ring' ? 'rings' : 'stretches';
    return `create trigger ${table}_added_note after insert on ${table} referencing new table as changed
  for each statement execute function note_${name}();
create trigger ${table}_gone_note after delete on ${table} referencing old table as changed
  for each statement execute function note_${name}();`;
  })
  .join('\n')}
create trigger call_ring_changed_note after update on call_ring referencing old table as gone new table as changed
  for each statement execute function note_rings_changed();
create trigger agent_segment_changed_note after update on agent_segment referencing old table as gone new table as changed
  for each statement execute function note_stretches_changed();

-- what is there already is counted once
insert into interval_due (source_id, queue, account_id, from_at)
select distinct source_id, queue, account_id, date_bin('15 minutes', counted_at, '2000-01-01T00:00:00Z') from call_visit
union select distinct source_id, '', account_id, date_bin('15 minutes', arrived_at, '2000-01-01T00:00:00Z') from call;
insert into interval_due (account_id, from_at, to_at)
select account_id, from_at, coalesce(to_at, 'infinity') from agent_segment where account_id is not null;
insert into interval_due (account_id, from_at) select distinct account_id, at from call_ring where account_id is not null;
`;

const TRIGGERS = ['call_visit', 'call', 'call_ring', 'agent_segment', 'shift'];

export const NO_NOTES = `
${TRIGGERS.flatMap((table) =>
  ['added', 'changed', 'gone'].map((when) => `drop trigger if exists ${table}_${when}_note on ${table};`),
).join('\n')}
drop function note_calls, note_visits_added, note_visits_changed, note_visits_gone, note_calls_added, note_calls_changed,
  note_calls_gone, note_rings, note_rings_changed, note_stretches, note_stretches_changed, wrap_up_of_visit,
  presence_between, presence_running;
`;
