/** `YYYYMMDD-` and a running number of at least five digits; $2 is the day, `n` the number. */
const NUMBER = `$2::text || '-' || case when n < 100000 then lpad(n::text, 5, '0') else n::text end`;

const of = (table: string, key: string): string =>
  `go cross join jsonb_populate_recordset(null::${table}, $1::jsonb -> '${key}')`;

const TICKET_COLUMNS = `id, version, state, kind, field, item, tags, difficulty, urgency, industry, confidentiality, title,
  text, employer, employer_key, people, caller_code, caller_guessed, workplace_code, workplace_guessed,
  employer_seat_code, employer_seat_guessed, insurance_code, insurance_guessed, identity_id, intake_unit_id,
  target_unit_id, accountable_unit_id, path, turn_unit_id, turn_expected, due_at, next_due_at, next_yellow_at,
  redo_count, opened_at, updated_at, recall_until, recall_hop_id`;

const CONTACT_COLUMNS = `id, channel, unit_id, unit_path, agent_id, identity_id, ticket_id, started_at, answered_at,
  ended_at, outcome, kind, field, item, places, employer, summary, answer, call_rating, created_at`;

/**
 * Every row of a contact, and of the ticket opened from it, in one round trip. $1 holds arrays of rows by table in the
 * tables' own column names ({ claims, identities, tickets, … }), $2 the day of the numbers.
 *
 * The claim comes first: when its key is taken, `go` is empty, nothing at all is written, and the answer has no row.
 */
export const WRITE_SQL = `
with claim as (
  insert into idempotency select k.* from jsonb_populate_recordset(null::idempotency, $1::jsonb -> 'claims') k
  on conflict do nothing returning 1
), go as (
  select 1 where jsonb_array_length($1::jsonb -> 'claims') = (select count(*) from claim)
), new_identity as (
  insert into identity select i.* from ${of('identity', 'identities')} i
), new_ticket as (
  insert into ticket (no, ${TICKET_COLUMNS})
  select ${NUMBER}, ${TICKET_COLUMNS}
  from ${of('ticket', 'tickets')} t cross join lateral (select nextval('ticket_no') as n where t.id is not null) numbered
  returning id, no
), new_search as (
  insert into ticket_search
  select t.id, array_to_tsvector(array(select jsonb_array_elements_text($1::jsonb -> 'lexemes'))
    || array[t.no, split_part(t.no, '-', 2)])
  from new_ticket t
), new_access as (
  insert into ticket_access select a.* from ${of('ticket_access', 'accesses')} a
), new_hop as (
  insert into hop select h.* from ${of('hop', 'hops')} h
), new_clock as (
  insert into clock select c.* from ${of('clock', 'clocks')} c
), new_contact as (
  insert into contact (no, ${CONTACT_COLUMNS})
  select ${NUMBER}, ${CONTACT_COLUMNS}
  from ${of('contact', 'contacts')} c cross join lateral (select nextval('contact_no') as n where c.id is not null) numbered
  returning no
), new_event as (
  insert into event select e.* from ${of('event', 'events')} e
), unfolded as (
  insert into unfolded_event select e.id, e.at from ${of('event', 'events')} e
), new_job as (
  insert into outbox (id, queue, name, payload, priority, created_at)
  select o.id, o.queue, o.name, o.payload, o.priority, o.created_at from ${of('outbox', 'jobs')} o
), used_draft as (
  delete from draft d using ${of('draft', 'drafts')} u where d.account_id = u.account_id and d.id = u.id
)
select (select no from new_ticket) as ticket_no, (select no from new_contact) as contact_no from go`;
