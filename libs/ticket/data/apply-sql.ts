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
with new_hop as (
  insert into hop (id, ticket_id, seq, from_unit_id, to_unit_id, to_path, sent_at, sent_by, explanation)
  select h.id, $1, h.seq, h.from_unit_id, h.to_unit_id, h.to_path, $3, h.sent_by, h.explanation
  from jsonb_to_recordset($4::jsonb) as h(
    id uuid, seq integer, from_unit_id uuid, to_unit_id uuid, to_path text, sent_by uuid, explanation jsonb)
), access as (
  insert into ticket_access (ticket_id, path)
  select $1, h.to_path from jsonb_to_recordset($4::jsonb) as h(to_path text)
  on conflict (ticket_id, path) do update set away = false
), left_behind as (
  update ticket_access set away = not $15 ^@ path
  where ticket_id = $1 and jsonb_array_length($4::jsonb) > 0 and path <> $15
    and coalesce(away, false) <> not $15 ^@ path
), new_clock as (
  insert into clock (id, ticket_id, hop_id, kind, unit_id, started_at, yellow_at, due_at, original_due_at,
    calendar_version, provisional, limit_id, limit_amount, limit_unit)
  select c.id, $1, c.hop_id, c.kind, c.unit_id, c.started_at, c.yellow_at, c.due_at, c.due_at,
    c.calendar_version, c.provisional, c.limit_id, c.limit_amount, c.limit_unit
  from jsonb_to_recordset($5::jsonb) as c(
    id uuid, hop_id uuid, kind text, unit_id uuid, started_at timestamptz, yellow_at timestamptz, due_at timestamptz,
    calendar_version integer, provisional boolean, limit_id text, limit_amount integer, limit_unit text)
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
  version = $2, updated_at = $3, state = $13, accountable_unit_id = $14, path = $15, turn_unit_id = $16,
  turn_expected = $17, queue_reason = $18, target_unit_id = $19, next_due_at = $20, next_yellow_at = $21,
  redo_count = $22, recall_until = $23, recall_hop_id = $24,
  closed_at = case when $13 = 'closed' then $3::timestamptz end
where id = $1 and version = $2 - 1
returning version`;
