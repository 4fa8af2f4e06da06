import { sqlMigration } from './migration.js';

/** What call centres in a cloud deliver by their webhooks: kept sealed before anybody looks into it, and once for each nonce. */
const up = `
create table hook_delivery (
  id uuid primary key,
  source_id uuid not null references telephony_source (id),
  -- of the sender: the same for each try of one delivery
  nonce text collate "C" not null,
  body_hash bytea not null,
  -- as it came; emptied when its events are on record, for the bytes are then kept with those of other feeds
  body_sealed bytea,
  received_at timestamptz not null,
  taken_at timestamptz,
  unique (source_id, nonce)
);
create index hook_delivery_old on hook_delivery (received_at) where taken_at is not null;

grant select, insert, update, delete on hook_delivery to hotline_app;
`;

const down = `
drop table hook_delivery;
`;

export const HookDeliveries0057 = sqlMigration('HookDeliveries1764000000057', up, down);
