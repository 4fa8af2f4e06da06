import { sqlMigration } from './migration.js';

/** What the listener to a switchboard finds out beside its calls: strange telephones, differences from the log, and orders to it. */
const up = `
-- telephones that the switchboard named, so that one nobody owns can be given to a person
create table seen_extension (
  source_id uuid not null references telephony_source (id),
  address text collate "C" not null,
  name text not null,
  queues text[] not null default '{}',
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (source_id, address)
);

-- the log is the book of record: where our rows of a day say something else, with the calls in question
create table log_difference (
  source_id uuid not null references telephony_source (id),
  day date not null,
  queue text collate "C" not null,
  figure text not null check (figure in ('entered', 'answered', 'abandoned', 'limit', 'key', 'empty')),
  logged integer not null,
  kept integer not null,
  call_keys text[] not null default '{}',
  found_at timestamptz not null,
  mended_at timestamptz,
  primary key (source_id, day, queue, figure)
);
create index log_difference_open on log_difference (source_id) where mended_at is null;

-- an order to a switchboard that another process listens to; it may name a number, so it is sealed
create table switchboard_order (
  id uuid primary key,
  source_id uuid not null references telephony_source (id),
  order_sealed bytea not null,
  ordered_at timestamptz not null,
  taken_at timestamptz,
  answered_at timestamptz,
  accepted boolean,
  words text
);
create index switchboard_order_open on switchboard_order (source_id) where taken_at is null;

grant select, insert, update, delete on seen_extension, log_difference, switchboard_order to hotline_app;
`;

const down = `
drop table switchboard_order, log_difference, seen_extension;
`;

export const LineHealth0054 = sqlMigration('LineHealth1764000000054', up, down);
