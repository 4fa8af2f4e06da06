import { callSubjects, visitSubjects } from './subject-sql.js';

/**
 * A figure reads tallies for the days that are over and unchanged, and rows for all others: the same selections of
 * subjects, so nobody can tell. Shared words:
 * `tallied` (source_id, day) what may be read from tallies;
 * `open_day` (source_id, day, since, until) what must be counted from the rows, lines that have moved away too.
 * @param first, last places of the days of the period
 */
export const daysOf = (first: string, last: string): string => `
tallied as materialized (
  select t.source_id, t.day from call_day t where t.day >= ${first}::date and t.day <= ${last}::date
    and not exists (select 1 from call_day_due d where d.source_id = t.source_id and d.day = t.day)),
open_day as materialized (
  select s.id as source_id, d.day::date as day, d.day::date::timestamp at time zone 'Asia/Shanghai' as since,
    (d.day::date + 1)::timestamp at time zone 'Asia/Shanghai' as until
  from telephony_source s cross join generate_series(${first}::date, ${last}::date, '1 day') as d(day)
  where not exists (select 1 from tallied t where t.source_id = s.id and t.day = d.day::date))`;

// "offset 0" has each day looked up by its index: joined freely, days are held against all calls there are.
const callsOf = (days: string): string => `${days} o cross join lateral (select * from call c
  where c.source_id = o.source_id and c.arrived_at >= o.since and c.arrived_at < o.until offset 0) c`;

const visitsOf = (days: string): string => `(select distinct since, until from ${days}) d cross join lateral (
    select * from call_visit v where v.counted_at >= d.since and v.counted_at < d.until offset 0) v
  where exists (select 1 from ${days} o where o.source_id = v.source_id and o.since = d.since)`;

/** Whole calls of the days of a table like `open_day`. @param where about `c` */
export const callsIn = (days: string, where: string): string => callSubjects(where, callsOf(days));

/** Visits and calls without one of such days. @param where about rows of `t` with a unit_path */
export const visitsIn = (days: string, where: (alias: string) => string): string =>
  visitSubjects(`${visitsOf(days)} and ${where('v')}`, `${callsOf(days)} where ${where('c')}`);

const KEYS = 'source_id, day, per, queue, ended, entered, asked, after, after_here, unit_path';
/** Element of a wait in the cumulative array: how many were of at most that many half seconds' steps. */
const ELEMENT = `(least(2 * (wait_us / 1000000) + (wait_us % 1000000 > 0)::integer, 1201) + 1)::integer`;

/** Tallies the days of $1 (source_id, since, until as JSON) from their rows. */
export const TALLY = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(source_id uuid, since timestamptz, until timestamptz)),
subject as materialized (
  select 'calls' as per, '' as queue, date '-infinity' as after, date '-infinity' as after_here, source_id,
    shanghai_day(at) as day, unit_path, ended, entered, asked, wait_us, provisional from (${callsIn('given', 'true')}) s
  union all
  select 'visits', queue, after, after_here, source_id, shanghai_day(at), unit_path, ended, entered, asked, wait_us, provisional
  from (${visitsIn('given', () => 'true')}) s),
tally as (
  select ${KEYS}, count(*)::integer as subjects, (count(*) filter (where provisional))::integer as provisional
  from subject group by ${KEYS}),
step as (
  select ${KEYS}, ${ELEMENT} as element, count(*)::integer as n from subject
  where entered and ended in ('answered', 'abandoned') and wait_us is not null group by ${KEYS}, element),
waited as (
  select ${KEYS}, waits_of(array_agg(element order by element), array_agg(n order by element)) as waits
  from step group by ${KEYS})
insert into call_tally (${KEYS}, subjects, provisional, waits)
select ${KEYS}, subjects, provisional, coalesce(waits, '{}') from tally left join waited using (${KEYS})`;
