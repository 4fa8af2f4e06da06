import { newId, type Transaction } from '@hotline/kernel';
import { changed, row } from '@hotline/platform';
import { PRACTICE_SOURCE, PRACTICE_TELEPHONES } from './practice-telephones.js';

/** The practice line, its telephones and robots stand on record like any others. Who disabled the line keeps it disabled. */
export async function putOnRecord(tx: Transaction, settings: object, secret: Buffer): Promise<void> {
  const source = await row<{ id: string }>(
    tx,
    `insert into telephony_source as s (id, name, kind, unit_id, unit_path, settings, secret_sealed, created_at, changed_at)
     select $1, $2, 'ami', u.id, u.path, $3, $4, $5, $5 from unit u where u.path = 'cn/'
     on conflict (name) do update set settings = s.settings || excluded.settings, secret_sealed = excluded.secret_sealed,
       version = s.version + 1, changed_at = excluded.changed_at returning id`,
    [newId(), PRACTICE_SOURCE, JSON.stringify(settings), secret, tx.now],
  );
  if (!source) return;
  await plantRobots(tx);
  // Once given and ended by somebody, a telephone is not given again.
  await changed(
    tx,
    `insert into agent_endpoint (id, source_id, account_id, kind, address, name, queues, valid_from)
     select t.id, $1, a.id, 'practice', t.address, t.name, t.queues, $3 from jsonb_to_recordset($2::jsonb)
       as t(id uuid, account text, address text, name text, queues text[]) join account a on a.name = t.account
     where not exists (select 1 from agent_endpoint e where e.account_id = a.id
       or (e.source_id = $1 and e.address = t.address))`,
    [source.id, JSON.stringify(PRACTICE_TELEPHONES.map((one) => ({ id: newId(), ...one }))), tx.now],
  );
}

/** Agents that answer by themselves: accounts without a password, so that nobody signs in as one. */
async function plantRobots(tx: Transaction): Promise<void> {
  const robots = PRACTICE_TELEPHONES.filter(({ person }) => person !== undefined);
  await changed(
    tx,
    `with wanted as (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, membership uuid, account text, person text)
         where not exists (select 1 from account a where a.name = r.account)),
       added as (insert into account (id, name, display_name, created_at)
         select id, account, person, $2 from wanted)
     insert into membership (id, account_id, unit_id, role, granted_at)
     select w.membership, w.id, u.id, 'agent', $2 from wanted w join unit u on u.path = 'cn/'`,
    [JSON.stringify(robots.map((one) => ({ ...one, id: newId(), membership: newId() }))), tx.now],
  );
}
