import { sqlMigration } from './migration.js';

/**
 * Time of agents as presence tells it. The room of presence may come to a database before or after this: the functions look
 * for its table when they run, and say nothing where there is none.
 */
const up = `
drop function presence_running();

create or replace function wrap_up_of_visit(visit uuid) returns bigint language plpgsql stable as $$
declare us bigint;
begin
  if to_regclass('presence_segment') is null then return null; end if;
  execute 'select sum((extract(epoch from p.to_at - p.from_at) * 1000000)::bigint)
    from call_visit v join presence_segment p on p.account_id = v.account_id and p.visit_id = v.id
      and p.from_at >= v.counted_at and p.from_at < v.counted_at + interval ''12 hours''
    where v.id = $1 and p.shown = ''wrap-up'' and p.to_at is not null' into us using visit;
  return us;
end $$;

create or replace function presence_between(person uuid, since timestamptz, until timestamptz)
  returns table (shown text, unit_path text, from_at timestamptz, to_at timestamptz) language plpgsql stable as $$
begin
  if to_regclass('presence_segment') is null then return; end if;
  return query execute 'select p.shown, p.unit_path, p.from_at, coalesce(p.to_at, $3) from presence_segment p
    where p.account_id = $1 and p.from_at < $3 and (p.to_at > $2 or p.to_at is null)
      and p.from_at >= coalesce((select max(b.from_at) from presence_segment b where b.account_id = $1 and b.from_at <= $2), ''-infinity'')'
    using person, since, until;
end $$;

-- segments follow each other: whoever has one that ended since the last count, or runs, has time to count; a wrap-up that
-- ended belongs to the interval of its call
create function note_presence(since timestamptz, until timestamptz) returns void language plpgsql as $$
begin
  if to_regclass('presence_segment') is null then return; end if;
  execute 'insert into interval_due (account_id, from_at, to_at)
    select p.account_id, greatest(p.from_at, least($1, coalesce(p.to_at, $1))), coalesce(p.to_at, $2) from presence_segment p
    where (p.to_at > $1 or p.to_at is null) and p.from_at < $2' using since, until;
  execute 'insert into interval_due (source_id, queue, account_id, from_at)
    select v.source_id, v.queue, v.account_id, v.counted_at from presence_segment p join call_visit v on v.id = p.visit_id
    where p.shown = ''wrap-up'' and p.to_at > $1 and p.from_at < $2' using since, until;
end $$;
`;

const down = `
drop function note_presence(timestamptz, timestamptz);
create or replace function wrap_up_of_visit(visit uuid) returns bigint language sql stable as $$ select null::bigint $$;
create or replace function presence_between(person uuid, since timestamptz, until timestamptz)
  returns table (shown text, unit_path text, from_at timestamptz, to_at timestamptz) language sql stable as
$$ select null::text, null::text, since, since where false $$;
create function presence_running() returns table (account_id uuid, from_at timestamptz) language sql stable as
$$ select null::uuid, null::timestamptz where false $$;
`;

export const PresenceIntervals0062 = sqlMigration('PresenceIntervals1764000000062', up, down);
