import { sqlMigration } from './migration.js';

/**
 * Telephone calls. A source is one adapter on one switchboard; it belongs to the unit whose hotline it carries, and that
 * unit's path stands on every row, so that rights are judged without a join. Times are the switchboard's, to the microsecond.
 * Numbers of callers are sealed; the hash finds the same number again.
 */
const up = `
create table telephony_source (
  id uuid primary key,
  name text collate "C" not null unique,
  kind text not null check (kind in ('ami', 'esl', 'webhook')),
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  -- address, account, places of the log, mapping of a webhook; never a secret
  settings jsonb not null,
  secret_sealed bytea,
  enabled boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid references account (id)
);

-- what is known about one stream of one source; the health page reads this row and nothing else
create table telephony_feed (
  source_id uuid not null references telephony_source (id),
  feed text not null check (feed in ('ami', 'queue_log', 'esl', 'webhook')),
  state text not null check (state in ('off', 'connecting', 'resyncing', 'live', 'down', 'refused')),
  since timestamptz not null,
  last_received_at timestamptz,
  last_occurred_at timestamptz,
  clock_skew_ms integer,
  uptime_seconds bigint,
  received bigint not null default 0,
  kept bigint not null default 0,
  duplicates bigint not null default 0,
  garbled bigint not null default 0,
  refused bigint not null default 0,
  fault text,
  fault_at timestamptz,
  -- how far a log or a numbered stream has been read: inode, byte offset, Event-Sequence
  bookmark jsonb not null default '{}',
  next_seq bigint not null default 1,
  primary key (source_id, feed)
);

-- what came over the wire, as it came: one sealed row a batch, kept 30 days, for a rebuild or a dispute
create table telephony_raw (
  source_id uuid not null references telephony_source (id),
  feed text not null,
  first_seq bigint not null,
  last_seq bigint not null,
  received_at timestamptz not null,
  -- of a log: lines of its file before these
  lines_before bigint not null default 0,
  bytes_sealed bytea not null,
  primary key (source_id, feed, first_seq)
);
create index telephony_raw_old on telephony_raw (received_at);

create table call_event (
  source_id uuid not null references telephony_source (id),
  feed text not null,
  seq bigint not null,
  event_key text collate "C" not null,
  -- the events that are folded together: the whole call, or the agent, or the feed
  family text collate "C" not null,
  type text not null,
  occurred_us bigint not null,
  received_at timestamptz not null,
  -- what else the normalised event says, without numbers of callers; null, false and empty left out
  body jsonb not null,
  caller_sealed bytea,
  primary key (source_id, feed, seq)
);
create unique index call_event_fact on call_event (source_id, event_key, feed);
create index call_event_family on call_event (source_id, family);
create index call_event_old on call_event (received_at);

create table call (
  id uuid primary key,
  source_id uuid not null references telephony_source (id),
  call_key text collate "C" not null,
  unit_path text collate "C" not null,
  direction text not null check (direction in ('in', 'out', 'internal')),
  caller_sealed bytea,
  caller_masked text,
  caller_hash bytea,
  withheld boolean not null default false,
  dialled text,
  arrived_at timestamptz not null,
  arrival_seen boolean not null default true,
  asked_at timestamptz,
  ended_at timestamptz,
  asked boolean not null default false,
  outcome text not null check (outcome in ('open', 'answered', 'left_ivr', 'closed', 'not_answered', 'lost')),
  callback_requested boolean not null default false,
  -- outbound: who dialled, and when the other side took it
  account_id uuid references account (id),
  answered_at timestamptz,
  recording text,
  contact_id uuid references contact (id),
  folded_at timestamptz not null,
  unique (source_id, call_key)
);
create index call_arrived on call (unit_path, arrived_at desc, id desc);
create index call_open on call (source_id) where outcome = 'open';
create index call_number on call (caller_hash, arrived_at desc) where caller_hash is not null;
create index call_contact on call (contact_id) where contact_id is not null;

-- one stay in one queue, or a request that the queue refused
create table call_visit (
  id uuid primary key,
  call_id uuid references call (id),
  source_id uuid not null references telephony_source (id),
  visit_key text collate "C" not null,
  unit_path text collate "C" not null,
  queue text not null,
  ordinal integer not null,
  requested_at timestamptz,
  entered boolean not null,
  joined_at timestamptz,
  left_at timestamptz,
  answered_at timestamptz,
  talk_ended_at timestamptz,
  -- the moment that decides the interval: joined, else requested, else the call's arrival
  counted_at timestamptz not null,
  outcome text not null check (outcome in ('open', 'answered', 'key', 'limit', 'full', 'empty', 'withdrawn', 'abandoned', 'lost')),
  provisional boolean not null default false,
  end_known boolean not null default true,
  last_seen_at timestamptz not null,
  agent text,
  agent_ext text,
  account_id uuid references account (id),
  -- microseconds; "known" says how: exact, near (about 2 ms), second
  wait_us bigint,
  wait_known text,
  talk_us bigint,
  talk_known text,
  -- the switchboard's own whole seconds, up to a second off
  wait_s integer,
  talk_s integer,
  hold_us bigint not null default 0,
  holds integer not null default 0,
  ended_by text check (ended_by in ('caller', 'agent', 'transfer')),
  transfer text check (transfer in ('blind', 'attended')),
  offers integer not null default 0,
  callback_requested boolean not null default false,
  unique (source_id, visit_key)
);
create index call_visit_call on call_visit (call_id);
create index call_visit_counted on call_visit (unit_path, counted_at desc, id desc);
create index call_visit_queue on call_visit (source_id, queue, counted_at);
create index call_visit_account on call_visit (account_id, counted_at) where account_id is not null;
create index call_visit_open on call_visit (source_id)
  where provisional or outcome = 'open' or (outcome = 'answered' and talk_ended_at is null);

-- a telephone that rang for a visit and was not taken
create table call_ring (
  visit_id uuid not null references call_visit (id),
  ordinal integer not null,
  agent text not null,
  agent_ext text,
  account_id uuid references account (id),
  at timestamptz not null,
  reason text not null check (reason in ('ring_out', 'rejected', 'ring_cancelled')),
  primary key (visit_id, ordinal)
);
create index call_ring_account on call_ring (account_id, at) where account_id is not null;

create table call_leg (
  source_id uuid not null references telephony_source (id),
  leg_key text collate "C" not null,
  call_id uuid references call (id),
  -- where its events are: a call that is no longer at hand is found again by any of its legs
  family text collate "C" not null,
  kind text not null check (kind in ('caller', 'agent', 'consult', 'outbound', 'internal')),
  peer text,
  created_at timestamptz,
  ended_at timestamptz,
  cause text,
  primary key (source_id, leg_key)
);
create index call_leg_call on call_leg (call_id);

-- a stretch of an agent's time as the switchboard saw it; presence (what the person intends) is kept elsewhere
create table agent_segment (
  source_id uuid not null references telephony_source (id),
  agent text not null,
  state text not null check (state in ('signed_in', 'paused', 'ringing', 'talking', 'held')),
  from_at timestamptz not null,
  to_at timestamptz,
  reason text,
  queue text not null default '',
  visit_id uuid references call_visit (id),
  account_id uuid references account (id),
  primary key (source_id, agent, state, queue, from_at)
);
create index agent_segment_account on agent_segment (account_id, from_at) where account_id is not null;

-- time that the stream did not see; charts mark it, and a log that was read later mends it
create table feed_gap (
  source_id uuid not null references telephony_source (id),
  from_at timestamptz not null,
  to_at timestamptz,
  restarted boolean not null default false,
  mended_at timestamptz,
  primary key (source_id, from_at)
);

-- whose telephone an extension is, and since when; an extension is not a person
create table agent_endpoint (
  id uuid primary key,
  source_id uuid not null references telephony_source (id),
  account_id uuid not null references account (id),
  kind text not null check (kind in ('desk', 'vendor-bar', 'browser', 'practice')),
  address text collate "C" not null,
  name text not null,
  queues text[] not null default '{}',
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  created_by uuid references account (id)
);
create unique index agent_endpoint_address on agent_endpoint (source_id, address) where valid_to is null;
create unique index agent_endpoint_account on agent_endpoint (account_id) where valid_to is null;
create index agent_endpoint_past on agent_endpoint (source_id, address, valid_from);

grant select, insert, update on telephony_source, telephony_feed, call, call_visit, call_ring, call_leg, agent_segment,
  feed_gap, agent_endpoint to hotline_app;
grant select, insert, delete on telephony_raw to hotline_app;
grant select, insert, update, delete on call_event to hotline_app;
-- a row that a later event proves wrong: two stays that were one, a call that came from inside
grant delete on call, call_visit, call_leg, call_ring, agent_segment, feed_gap to hotline_app;

${['call', 'call_visit']
  .map(
    (table) => `alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_seen on ${table} using (unit_path ^@ any ((select app_scope())::text[])) with check (app_scope() is not null);`,
  )
  .join('\n')}
`;

const down = `
drop table agent_endpoint, feed_gap, agent_segment, call_leg, call_ring, call_visit, call, call_event, telephony_raw,
  telephony_feed, telephony_source;
`;

export const Calls0050 = sqlMigration('Calls1764000000050', up, down);
