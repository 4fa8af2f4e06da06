import { sqlMigration } from './migration.js';

const up = `
create table unit (
  id uuid primary key,
  code text not null unique,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('territorial', 'industrial')),
  level text not null check (level in ('national', 'province', 'city', 'county', 'township', 'enterprise')),
  region_code text,
  parent_id uuid references unit (id),
  -- materialised path, every label [a-z0-9]+ and ended by '/', so that [path, path-with-'0') is exactly the subtree
  path text collate "C" not null unique check (path ~ '^([a-z0-9]+/)+$'),
  calendar_id text not null default 'national',
  pinyin text not null default '',
  initials text not null default '',
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index unit_parent on unit (parent_id);

create table account (
  id uuid primary key,
  name text not null unique,
  display_name text not null,
  kind text not null default 'person' check (kind in ('person', 'machine')),
  password_hash text,
  active boolean not null default true,
  version integer not null default 1,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now()
);

create table membership (
  id uuid primary key,
  account_id uuid not null references account (id),
  unit_id uuid not null references unit (id),
  role text not null check (role in ('agent', 'dispatcher', 'handler', 'supervisor', 'administrator', 'auditor')),
  granted_at timestamptz not null default now(),
  granted_by uuid references account (id),
  revoked_at timestamptz
);
create unique index membership_live on membership (account_id, unit_id, role) where revoked_at is null;
create index membership_unit on membership (unit_id) where revoked_at is null;

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account (id),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on session (account_id) where ended_at is null;

create table machine_token (
  id uuid primary key,
  account_id uuid not null references account (id),
  label text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  created_by uuid references account (id),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table sign_in_attempt (
  id bigint generated always as identity primary key,
  name_hash bytea not null,
  address_hash bytea not null,
  ok boolean not null,
  at timestamptz not null default now()
);
create index sign_in_attempt_name on sign_in_attempt (name_hash, at) where not ok;
create index sign_in_attempt_address on sign_in_attempt (address_hash, at) where not ok;

create table audit (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  object_kind text not null,
  object_id text,
  reason text,
  facts jsonb not null default '{}',
  previous_mac bytea not null,
  mac bytea not null unique
);
create index audit_object on audit (object_kind, object_id);
create index audit_actor on audit (actor_id, at);

create table calendar (
  id text not null,
  version integer not null,
  body jsonb not null,
  known_from integer not null,
  known_to integer not null,
  published_at timestamptz not null default now(),
  primary key (id, version)
);

create table limits (
  version integer primary key,
  effective_from timestamptz not null,
  rows jsonb not null,
  published_at timestamptz not null default now()
);

create table vocabulary (
  version integer primary key,
  effective_from timestamptz not null,
  body jsonb not null
);

create table catalogue (
  version integer primary key,
  effective_from timestamptz not null,
  author text not null,
  note text not null,
  rules jsonb not null,
  published_at timestamptz not null default now()
);
`;

const down = `
drop table catalogue, vocabulary, limits, calendar, audit, sign_in_attempt, machine_token, session, membership,
  account, unit;
`;

export const Organization0001 = sqlMigration('Organization1764000000001', up, down);
