import { sqlMigration } from './migration.js';

const INTENTS = `'signed-out', 'ready', 'wrap-up', 'break', 'training', 'outbound'`;
const SHOWN = `'unknown', 'by-hand', 'unreachable', 'idle', 'ringing', 'talking', 'hold', 'wrap-up', 'break', 'training', 'outbound'`;

const BREAKS = JSON.stringify([
  { intent: 'break', reason: 'rest', zh: '小休', en: 'Short break', limitSeconds: 900 },
  { intent: 'break', reason: 'meal', zh: '用餐', en: 'Meal', limitSeconds: 2700 },
  { intent: 'break', reason: 'meeting', zh: '会议', en: 'Meeting', limitSeconds: 3600 },
  { intent: 'training', reason: 'training', zh: '培训', en: 'Training', limitSeconds: null },
]);

/**
 * Who is at the line. Two axes: what a person means to do and what his telephone does. Every change is a segment closed
 * by the next. No foreign key to calls: their rows are folded anew when a source is rebuilt.
 */
const up = `
create table presence (
  account_id uuid primary key references account (id),
  unit_id uuid not null references unit (id),
  unit_path text collate "C" not null,
  version integer not null check (version > 0),
  -- the version that changed the intent last
  intent_version integer not null,
  led_by text not null check (led_by in ('console', 'switchboard')),
  -- null: logs by hand, has no line
  telephone_id uuid references agent_endpoint (id),
  signed_in_at timestamptz,
  intent text not null check (intent in (${INTENTS})),
  reason text,
  since timestamptz not null,
  stretch_at timestamptz not null,
  -- what a wrap-up or a dialled call lies on and goes back to
  under_intent text check (under_intent in (${INTENTS})),
  under_reason text,
  under_stretch_at timestamptz,
  next_intent text check (next_intent in (${INTENTS})),
  next_reason text,
  wrap_up_at timestamptz,
  wrap_up_ends_at timestamptz,
  wrap_up_prolonged integer not null default 0,
  wrap_up_call_id uuid,
  wrap_up_visit_id uuid,
  break_used_ms bigint not null default 0,
  flagged boolean not null default false,
  device text not null default 'unknown',
  device_at timestamptz,
  call_id uuid,
  call_visit_id uuid,
  call_direction text check (call_direction in ('in', 'out', 'internal')),
  call_state text check (call_state in ('offered', 'talking', 'held')),
  call_since timestamptz,
  call_heard_at timestamptz,
  -- when a screen of this person was last open, to ten seconds
  seen_at timestamptz not null,
  lost boolean not null default false,
  last_seq integer not null default 0,
  check ((intent = 'signed-out') = (signed_in_at is null)),
  check ((intent = 'wrap-up') = (wrap_up_at is not null) or led_by = 'switchboard')
);
create index presence_there on presence (unit_path, account_id) where intent <> 'signed-out';
create index presence_path on presence (unit_path);
create index presence_call on presence (call_id) where call_id is not null;
create index presence_wrap_up_call on presence (wrap_up_call_id) where wrap_up_call_id is not null;

create table presence_segment (
  account_id uuid not null references account (id),
  seq integer not null,
  unit_path text collate "C" not null,
  -- the sign-in it belongs to; the sums of one shift are its signed-in time
  shift_at timestamptz not null,
  shown text not null check (shown in (${SHOWN})),
  intent text not null check (intent in (${INTENTS})),
  reason text,
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at),
  -- pieces of one break, cut by a call, have the same
  stretch_at timestamptz not null,
  call_id uuid,
  visit_id uuid,
  made_by text not null check (made_by in ('person', 'system', 'switchboard')),
  cause text not null,
  primary key (account_id, seq)
);
create unique index presence_segment_open on presence_segment (account_id) where to_at is null;
create index presence_segment_time on presence_segment (account_id, from_at);
create index presence_segment_path on presence_segment (unit_path, from_at);

-- each version is a row; the newest is in force
create table presence_setting (
  version integer primary key check (version > 0),
  at timestamptz not null,
  account_id uuid references account (id),
  wrap_up_seconds integer not null check (wrap_up_seconds between 0 and 3600),
  prolong_seconds integer not null check (prolong_seconds between 1 and 3600),
  prolong_times integer not null check (prolong_times between 0 and 20),
  unknown_after_seconds integer not null check (unknown_after_seconds between 15 and 3600),
  signed_out_after_seconds integer not null check (signed_out_after_seconds between 30 and 86400),
  -- [{intent, reason, zh, en, limitSeconds}]
  breaks jsonb not null,
  reason text not null
);
insert into presence_setting (version, at, wrap_up_seconds, prolong_seconds, prolong_times, unknown_after_seconds,
  signed_out_after_seconds, breaks, reason)
values (1, '2025-01-01T00:00:00+08:00', 30, 30, 2, 30, 300, '${BREAKS}', '出厂设置');

-- a call that a person had his telephone dial: what it is for, and the key under which the switchboard reports it
create table presence_dial (
  id uuid primary key,
  account_id uuid not null references account (id),
  source_id uuid not null references telephony_source (id),
  call_key text collate "C" not null,
  subject text not null check (subject in ('ticket', 'missed-call')),
  subject_id uuid not null,
  at timestamptz not null,
  fault text,
  unique (source_id, call_key)
);
create index presence_dial_subject on presence_dial (subject_id, at);
create index presence_dial_account on presence_dial (account_id, at);

grant select, insert, update on presence, presence_segment, presence_dial to hotline_app;
grant select, insert on presence_setting to hotline_app;

${['presence', 'presence_segment']
  .map(
    (table) => `alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_seen on ${table} using (unit_path ^@ any ((select app_scope())::text[])) with check (app_scope() is not null);`,
  )
  .join('\n')}
`;

const down = `drop table presence_dial, presence_setting, presence_segment, presence;`;

export const Presence0051 = sqlMigration('Presence1764000000051', up, down);
