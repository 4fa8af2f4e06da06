import { sqlMigration } from './migration.js';

/**
 * A stretch of presence that is corrected after its time was counted (a call event that came late, a log read after a
 * hole) leaves a note of what it moved, so that the intervals are counted again. What ended since the last count, or still
 * runs, is noted by the count itself.
 */
const up = `
create function note_segments_added() returns trigger language plpgsql as $$
declare mark timestamptz := (select running_until from interval_mark);
begin
  insert into interval_due (account_id, from_at, to_at)
  select account_id, from_at, least(coalesce(to_at, mark), mark) from changed where from_at < mark;
  insert into interval_due (source_id, queue, account_id, from_at)
  select v.source_id, v.queue, v.account_id, v.counted_at from changed s join call_visit v on v.id = s.visit_id
  where s.shown = 'wrap-up' and s.to_at <= mark;
  return null;
end $$;

-- where only the end moved, the time between the two ends is another's; else both stretches are
create function note_segments_changed() returns trigger language plpgsql as $$
declare mark timestamptz := (select running_until from interval_mark);
begin
  insert into interval_due (account_id, from_at, to_at)
  select account_id, from_at, least(to_at, mark) from (
    select n.account_id, least(coalesce(o.to_at, 'infinity'), coalesce(n.to_at, 'infinity')) as from_at,
      greatest(coalesce(o.to_at, 'infinity'), coalesce(n.to_at, 'infinity')) as to_at
    from gone o join changed n on n.account_id = o.account_id and n.seq = o.seq
    where (o.shown, o.from_at, o.visit_id) is not distinct from (n.shown, n.from_at, n.visit_id)
      and o.to_at is distinct from n.to_at
    union all
    select n.account_id, least(o.from_at, n.from_at),
      greatest(coalesce(o.to_at, 'infinity'), coalesce(n.to_at, 'infinity'))
    from gone o join changed n on n.account_id = o.account_id and n.seq = o.seq
    where (o.shown, o.from_at, o.visit_id) is distinct from (n.shown, n.from_at, n.visit_id)) moved
  where from_at < mark;
  insert into interval_due (source_id, queue, account_id, from_at)
  select v.source_id, v.queue, v.account_id, v.counted_at
  from gone o join changed n on n.account_id = o.account_id and n.seq = o.seq
    join call_visit v on v.id in (o.visit_id, n.visit_id)
  where 'wrap-up' in (o.shown, n.shown) and least(o.to_at, n.to_at) <= mark
    and (o.shown, o.from_at, o.to_at, o.visit_id) is distinct from (n.shown, n.from_at, n.to_at, n.visit_id);
  return null;
end $$;

create trigger presence_segment_added_note after insert on presence_segment referencing new table as changed
  for each statement execute function note_segments_added();
create trigger presence_segment_changed_note after update on presence_segment
  referencing old table as gone new table as changed for each statement execute function note_segments_changed();
`;

const down = `
drop trigger presence_segment_added_note on presence_segment;
drop trigger presence_segment_changed_note on presence_segment;
drop function note_segments_added, note_segments_changed;
`;

export const LateSegments0069 = sqlMigration('LateSegments1764000000069', up, down);
