import { rounded, say } from './measures.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

const TABLES = ['ticket', 'ticket_access', 'ticket_search', 'hop', 'clock'];
const BATCH = 100_000;

/**
 * Where and when the tickets of one batch are, all drawn from md5 of their number so that every run makes the same.
 * A tenth is open, mostly the newest; two thirds of the tickets lie in a fifth of the counties. `r1` … `r9` are even
 * numbers in [0, 1).
 */
const FACTS = `
create temp table fact on commit drop as
with drawn as (
  select g.n, now() - make_interval(secs => (%TOTAL% - g.n) * 63072000.0 / %TOTAL%) as opened_at, (%TOTAL% - g.n)::float / %TOTAL% as age,
    r.r[1] as r1, r.r[2] as r2, r.r[3] as r3, r.r[4] as r4, r.r[5] as r5, r.r[6] as r6, r.r[7] as r7
  from generate_series(%FROM%::int, %TO%::int) as g(n)
  cross join lateral (select array_agg(('x' || substr(md5(g.n || '-' || s), 1, 7))::bit(28)::int / 268435456.0 order by s) as r
    from generate_series(1, 7) as s) r
), placed as (
  select d.*, p.*, (case when d.age < 0.1 then d.r2 < 0.8 else d.r2 < 0.0225 end) as is_open
  from drawn d join place p on p.place_no = floor(power(d.r1, 2.2) * (select count(*) from place))
), staged as (
  select *, case when not is_open then 'closed' when r3 < 0.01 then 'queued' when r3 < 0.09 then 'unclear'
      when r3 < 0.34 then 'dispatched' when r3 < 0.78 then 'handling' when r3 < 0.9 then 'reported' else 'call-back' end as state,
    case when r4 < 0.84 then 4 when r4 < 0.95 then 3 else 2 end as reach
  from placed
)
select *, uuidv7(opened_at - clock_timestamp()) as id, uuidv7(opened_at - clock_timestamp()) as lead_id,
  case when state in ('queued', 'unclear') then (case when r5 < 0.7 then 1 else 2 end) else reach end as depth,
  opened_at + make_interval(secs => 86400 * (case when state = 'closed' then 12 else 0 end)) as moved_at,
  case when state <> 'closed' then now() + make_interval(secs => 86400 * (r6 * 25 - 5)) end as next_due
from staged`;

const pick = (/** @type {string} */ random, /** @type {string[]} */ codes) =>
  `(array[${codes.map((code) => `'${code}'`).join(', ')}])[1 + floor(${random} * ${codes.length})::int]`;

const TICKET = `
insert into ticket (id, no, version, state, kind, field, item, tags, difficulty, urgency, confidentiality, title, text,
  employer, employer_key, people, workplace_code, intake_unit_id, target_unit_id, accountable_unit_id, path, turn_unit_id,
  turn_expected, queue_reason, due_at, next_due_at, next_yellow_at, redo_count, opened_at, updated_at, closed_at)
select id, to_char(opened_at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(n::text, 7, '0'), 6, state,
  ${pick('r5', ['complaint', 'complaint', 'help', 'help', 'consult', 'legal-aid', 'suggestion'])},
  ${pick('r7', ['pay', 'pay', 'pay', 'contract', 'hours', 'insurance', 'injury', 'safety', 'membership', 'new-forms', 'other'])},
  null, case when r4 < 0.3 then array['migrant', 'construction'] when r4 < 0.33 then array['group'] else '{}' end,
  case when r6 < 0.8 then 'general' else 'difficult' end, case when r7 < 0.05 then 'urgent' else 'general' end,
  'open', '第' || n || '号来电：拖欠工资与加班费', repeat('职工反映所在项目部拖欠工资，多次催要未果。', 3 + (n % 5)),
  '某某建筑劳务有限公司第' || (n % 5000) || '项目部', '某某建筑第' || (n % 5000), 1 + n % 20, code, unit_ids[1],
  case when state in ('queued', 'unclear') then null else unit_ids[depth] end, unit_ids[depth], paths[depth],
  case state when 'closed' then null when 'reported' then unit_ids[depth - 1] when 'call-back' then unit_ids[1] else unit_ids[depth] end,
  case state when 'dispatched' then 'sign' when 'handling' then 'report' when 'reported' then 'review'
    when 'call-back' then 'call-back' when 'closed' then null else 'dispatch' end,
  case when state = 'unclear' then ${pick('r6', ['place-unknown', 'place-unknown', 'rules-conflict', 'no-rule', 'returned'])} end,
  opened_at + interval '30 days', next_due, next_due - interval '2 days', case when r3 < 0.04 then 1 else 0 end,
  opened_at, moved_at, case when state = 'closed' then moved_at end
from fact`;

// One in fifty was first sent to another county of the province and taken back: once handled there, not any more.
const ACCESS = `
insert into ticket_access (ticket_id, path, away)
select id, paths[level], case when level > depth then true end from fact, generate_series(1, depth) as level
union all
select f.id, o.paths[4], true from fact f join place o on o.place_no = (f.place_no + 1) % (select count(*) from place)
where f.depth = 4 and f.r5 < 0.02 and o.paths[4] <> f.paths[4]`;

const HOP = `
insert into hop (id, ticket_id, seq, from_unit_id, to_unit_id, to_path, sent_at, signed_at, passed_at, explanation)
select case when level = depth then lead_id else uuidv7(opened_at - clock_timestamp()) end, id, level,
  case when level > 1 then unit_ids[level - 1] end, unit_ids[level], paths[level], opened_at + make_interval(secs => level),
  case when level = depth and state not in ('queued', 'unclear', 'dispatched') then opened_at + interval '1 hour' end,
  case when level < depth then opened_at + make_interval(secs => level + 1) end,
  '{"text": "派单目录 v1 第 12 条：工作地 · 劳动报酬", "catalogueVersion": 1, "rule": 12}'
from fact, generate_series(1, depth) as level`;

const CLOCK = `
insert into clock (id, ticket_id, hop_id, kind, unit_id, started_at, yellow_at, due_at, original_due_at, stopped_at,
  calendar_version, limit_id, limit_amount, limit_unit)
select uuidv7(opened_at - clock_timestamp()), id, case when kind = 'promise' then null else lead_id end, kind,
  case when kind = 'promise' then unit_ids[1] else unit_ids[depth] end, opened_at, due - interval '2 days', due, due,
  case when state = 'closed' then moved_at end, 1, kind, 5, 'working-days'
from fact cross join lateral (values ('promise', opened_at + interval '30 days'),
  (case state when 'dispatched' then 'sign' when 'reported' then 'review' when 'call-back' then 'call-back'
     when 'queued' then 'dispatch' when 'unclear' then 'dispatch' else 'handle' end, coalesce(next_due, moved_at))) as c(kind, due)`;

// Sixteen pairs of characters from a vocabulary in which the common ones are common, and the ticket's own number.
const SEARCH = `
insert into ticket_search (ticket_id, document)
select id, array_to_tsvector(array['拖欠', '欠工', '工资', '加班'] || words || array[lpad(n::text, 7, '0')])
from fact cross join lateral (
  select array_agg(distinct '词' || floor(power(('x' || substr(md5(n || '+' || w), 1, 7))::bit(28)::int / 268435456.0, 3) * 20000)::int)
    as words from generate_series(1, 16) as w) words`;

const PLACES = `
create table place as
select row_number() over (order by md5(c.code)) - 1 as place_no, c.region_code as code,
  array[n.id, p.id, t.id, c.id] as unit_ids, array[n.path, p.path, t.path, c.path] as paths
from unit c join unit t on t.id = c.parent_id join unit p on p.id = t.parent_id join unit n on n.id = p.parent_id
where c.level = 'county' and c.kind = 'territorial' and c.active and c.path ^@ %BELOW%`;

/**
 * Fills the empty tables with `size` tickets that lists cannot tell from real ones. Indexes are made anew afterwards,
 * and constraints that only the product's own writing could break are not checked.
 * @param {Stage} stage
 * @param {number} size
 * @param {string} [below] only counties below this path have tickets
 */
export async function fill(stage, size, below = 'cn/') {
  const began = performance.now();
  await stage.sql(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`,
  );
  await stage.sql(`drop table if exists place; truncate ${TABLES.join(', ')} cascade`);
  await stage.sql(PLACES.replace('%BELOW%', `'${below}'`));
  await stage.sql('create unique index on place (place_no); analyze place');
  const indexes = await stage.sql(
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public' and tablename = any ($1)
     and not exists (select 1 from pg_constraint where conname = indexname)`,
    [TABLES],
  );
  for (const { name } of indexes) await stage.sql(`drop index ${name}`);
  for (let from = 1; from <= size; from += BATCH) {
    const to = Math.min(size, from + BATCH - 1);
    const facts = FACTS.replaceAll('%TOTAL%', String(size))
      .replace('%FROM%', String(from))
      .replace('%TO%', String(to));
    await stage.sql('begin');
    for (const text of [facts, TICKET, ACCESS, HOP, CLOCK, SEARCH]) await stage.sql(text);
    await stage.sql('commit');
    say(`list: ${to}/${size} tickets, ${rounded((performance.now() - began) / 1_000, 0)} s`);
  }
  for (const { definition } of indexes) await stage.sql(definition);
  await stage.sql('reset session_replication_role');
  await stage.sql('vacuum (analyze)');
  await stage.sql('checkpoint');
  const [counts] = await stage.sql(
    `select count(*)::int as tickets, count(*) filter (where closed_at is null)::int as open from ticket`,
  );
  say(
    `list: ${counts.tickets} tickets, ${counts.open} open, in ${rounded((performance.now() - began) / 1_000, 0)} s`,
  );
}
