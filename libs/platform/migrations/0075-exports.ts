import { sqlMigration } from './migration.js';

/**
 * Files people asked for: what each is about, how far it has come, and its bytes piece by piece, so that a file is carried
 * on by another process and nobody is given half of one. Each is its owner's alone; jobs, which work in nobody's name, see
 * them too.
 */
const up = `
create table export_file (
  id uuid primary key,
  account_id uuid not null references account (id),
  unit_id uuid not null references unit (id),
  kind text not null,
  form text not null check (form in ('csv', 'xlsx')),
  language text not null check (language in ('zh', 'en')),
  name text not null,
  -- ids, days and codes, defaults filled in
  question jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired', 'removed')),
  asked_at timestamptz not null,
  moved_at timestamptz not null,
  ended_at timestamptz,
  expires_at timestamptz,
  fault text,
  tries integer not null default 0,
  rows integer not null default 0,
  -- of the time or the list that is asked for, 0 to 1; null where nobody knows
  share double precision,
  pieces integer not null default 0,
  -- as fetched, and as kept
  length bigint not null default 0,
  kept_bytes bigint not null default 0,
  -- title, notes and columns, from the first piece on
  head jsonb,
  -- versions of definitions and the like, for the audit log
  facts jsonb,
  -- place of the last row written
  place text,
  writer jsonb
);
create index export_file_of on export_file (account_id, id desc);
create index export_file_unit on export_file (unit_id) where state in ('waiting', 'running', 'done');
create index export_file_moved on export_file (moved_at);

create table export_piece (
  export_id uuid not null references export_file (id) on delete cascade,
  n integer not null,
  bytes bytea not null,
  primary key (export_id, n)
);
-- packed already
alter table export_piece alter column bytes set storage external;

grant select, insert, update, delete on export_file to hotline_app;
grant select, insert, delete on export_piece to hotline_app;

alter table export_file enable row level security;
alter table export_file force row level security;
create policy export_file_own on export_file using (
  account_id = app_account() or (app_account() is null and app_scope() is not null));
alter table export_piece enable row level security;
alter table export_piece force row level security;
create policy export_piece_own on export_piece using (
  exists (select 1 from export_file f where f.id = export_piece.export_id offset 0));
`;

const down = `drop table export_piece; drop table export_file;`;

export const Exports0075 = sqlMigration('Exports1764000000075', up, down);
