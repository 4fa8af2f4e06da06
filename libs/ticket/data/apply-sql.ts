import type { HopStamp } from '../domain/step.js';

export const STAMP_COLUMNS: Readonly<Record<HopStamp, string>> = {
  signed: 'signed_at',
  firstContact: 'first_contact_at',
  passed: 'passed_at',
  reported: 'reported_at',
  returned: 'returned_at',
  recalled: 'recalled_at',
};

/**
 * One round trip for a whole step. The ticket's guarded update comes last and returns nothing when the version has
 * moved on; the caller then refuses and the transaction rolls everything back.
 */
export const APPLY_SQL = `
with place as (
  -- Units may move while a rule is being asked: what is written reads the tree as it stands. $14 is null when custody
  -- stays, whatever heir the facts may name.
  select u.id, u.path from unit u
  where u.id = coalesce($14, (select t.accountable_unit_id from ticket t where t.id = $1))
), sent as (
  select h.*, u.path as to_path
  from jsonb_to_recordset($4::jsonb) as h(id uuid, seq integer, from_unit_id uuid, to_unit_id uuid, role text,
    parent_hop_id uuid, sent_by uuid, explanation jsonb) join unit u on u.id = h.to_unit_id
), new_hop as (
  insert into hop (id, ticket_id, seq, from_unit_id, to_unit_id, to_path, role, parent_hop_id, sent_at, sent_by,
    explanation)
  select h.id, $1, h.seq, h.from_unit_id, h.to_unit_id, h.to_path, h.role, h.parent_hop_id, $3, h.sent_by, h.explanation
  from sent h
), access as (
  insert into ticket_access (ticket_id, path, away)
  select distinct $1::uuid, h.to_path, nullif(not p.path ^@ h.to_path, false) from sent h cross join place p
  on conflict (ticket_id, path) do update set away = coalesce(excluded.away, false)
), left_behind as (
  update ticket_access a set away = not p.path ^@ b.now from place p, (
    select o.ticket_id, o.path, coalesce((
      -- while units move, some rows are still spelt the old way
      select m.new_path || substr(o.path, length(m.old_path) + 1) from path_move m
      where m.settled_at is null and m.switched_at is not null and o.path ^@ m.old_path
      order by length(m.old_path) desc limit 1), o.path) as now
    from ticket_access o where o.ticket_id = $1) b
  where a.ticket_id = b.ticket_id and a.path = b.path
    -- without a hop only when the unit has moved since the last step
    and (jsonb_array_length($4::jsonb) > 0 or p.path <> (select t.path from ticket t where t.id = $1))
    and not a.path = any (select h.to_path from sent h) and coalesce(a.away, false) <> not p.path ^@ b.now
), new_clock as (
  insert into clock (id, ticket_id, hop_id, kind, unit_id, started_at, yellow_at, due_at, original_due_at,
    calendar_id, calendar_version, provisional, limit_id, limit_amount, limit_unit, subject_id, is_right)
  select c.id, $1, c.hop_id, c.kind, c.unit_id, c.started_at, c.yellow_at, c.due_at, c.due_at,
    -- what was promised keeps its calendar, also when the step did not name the unit's own
    coalesce(c.calendar_id, (select u.calendar_id from unit u where u.id = c.unit_id)), c.calendar_version,
    c.provisional, c.limit_id, c.limit_amount, c.limit_unit, c.subject_id, coalesce(c.is_right, false)
  from jsonb_to_recordset($5::jsonb) as c(
    id uuid, hop_id uuid, kind text, unit_id uuid, started_at timestamptz, yellow_at timestamptz, due_at timestamptz,
    calendar_id text, calendar_version integer, provisional boolean, limit_id text, limit_amount integer,
    limit_unit text, subject_id uuid, is_right boolean)
), new_notice as (
  insert into notice (id, unit_id, ticket_id, kind, at)
  select n.id, n.unit_id, $1, n.kind, $3 from jsonb_to_recordset($6::jsonb) as n(id uuid, unit_id uuid, kind text)
), stopped as (
  update clock set stopped_at = $3 where id = any ($7::uuid[])
), new_event as (
  insert into event (id, ticket_id, seq, kind, unit_id, actor_id, facts, at)
  values ($8, $1, $2, $9, $10, $11, $12, $3)
), unfolded as (
  insert into unfolded_event (event_id, at) values ($8, $3)
)
update ticket set
  version = $2, updated_at = $3, state = $13, accountable_unit_id = (select p.id from place p),
  path = (select p.path from place p), turn_unit_id = $15,
  turn_expected = $16, queue_reason = $17, target_unit_id = $18, next_due_at = $19, next_yellow_at = $20,
  redo_count = $21, recall_until = $22, recall_hop_id = $23,
  assignee_id = case when accountable_unit_id = (select p.id from place p) then assignee_id end,
  closed_at = case when $13 = 'closed' then coalesce(closed_at, $3::timestamptz) when $13 = 'archived' then closed_at end,
  archived_at = case when $13 = 'archived' then $3::timestamptz end
where id = $1 and version = $2 - 1
returning version`;

/** Under the ticket's row lock, so that no tag is lost. */
export const ADD_TAGS_SQL = `
update ticket set tags = tags || array(select n.tag from unnest($2::text[]) as n(tag) where not n.tag = any (tags))
where id = $1`;

/** A right ends at its time, however late the sweep comes. */
export const LAPSE_SQL = `
update clock set stopped_at = due_at, lapsed_at = $2 where id = any ($1::uuid[]) and stopped_at is null`;

/** A pause that ends because custody leaves the unit that waits. */
export const END_PAUSE_SQL = `
update pause set ended_at = least($2, until_at), ended_by = $3, ended_how = $4, end_note = $5 where ticket_id = $1 and ended_at is null`;

/** Moves running deadlines and keeps what they were; only for the few steps that do. */
export const RESTATE_SQL = `
with change as (
  select c.id, c.kind, c.due_at as from_due, c.yellow_at as from_yellow, n.*
  from jsonb_to_recordset($3::jsonb) as n(row_id uuid, clock_id uuid, due_at timestamptz, yellow_at timestamptz,
    calendar_version integer, provisional boolean, reason text, subject_id uuid)
  join clock c on c.id = n.clock_id and c.ticket_id = $1 and c.stopped_at is null
), kept as (
  insert into clock_restatement (id, clock_id, ticket_id, at, by, reason, from_due_at, to_due_at, from_yellow_at,
    to_yellow_at, calendar_version, subject_id)
  select row_id, id, $1, $2, $4, reason, from_due, due_at, from_yellow, yellow_at, calendar_version, subject_id
  from change
), promised as (
  update ticket t set due_at = n.due_at from change n where t.id = $1 and n.kind = 'promise'
)
update clock c set due_at = n.due_at, yellow_at = n.yellow_at, calendar_version = n.calendar_version,
  provisional = n.provisional,
  -- a deadline that moved into the future is in time again; the card it had is told by the restatement
  yellow_carded_at = case when n.yellow_at > $2 then null else c.yellow_carded_at end,
  red_carded_at = case when n.due_at > $2 then null else c.red_carded_at end
from change n where c.id = n.id`;
