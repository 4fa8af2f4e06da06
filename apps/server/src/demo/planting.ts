import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { HistoryTables } from './tables.js';

// A statement of this size takes some tens of milliseconds, so the server goes on answering meanwhile.
const CHUNK = 500;

/** Tables in the order of their references; each list holds rows in the table's own column names. */
const TABLES = [
  ['account', 'accounts', 'id, name, display_name, kind, active, version, created_at'],
  ['membership', 'memberships', 'id, account_id, unit_id, role, granted_at'],
  [
    'identity',
    'identities',
    `id, unit_path, name_sealed, name_masked, phone_sealed, phone_masked, phone_hash, id_number_sealed, id_number_masked,
     id_number_hash, address_sealed, address_masked, created_at`,
  ],
  [
    'ticket',
    'tickets',
    `id, no, version, state, kind, field, item, tags, difficulty, urgency, industry, confidentiality, title, text, employer,
     employer_key, people, caller_code, caller_guessed, workplace_code, workplace_guessed, employer_seat_code,
     employer_seat_guessed, insurance_code, insurance_guessed, identity_id, intake_unit_id, target_unit_id,
     accountable_unit_id, path, turn_unit_id, turn_expected, queue_reason, due_at, next_due_at, next_yellow_at, redo_count,
     opened_at, updated_at, closed_at, archived_at, recall_until, recall_hop_id`,
  ],
  ['ticket_access', 'accesses', '*'],
  ['hop', 'hops', '*'],
  ['clock', 'clocks', '*'],
  ['contact', 'contacts', '*'],
  ['event', 'events', 'ticket_id, contact_id, seq, kind, unit_id, actor_id, facts, at, id'],
  ['report', 'reports', '*'],
  ['review', 'reviews', '*'],
  ['return_request', 'returns', '*'],
  ['worker_contact', 'workerContacts', '*'],
  ['call_back', 'callBacks', '*'],
  ['ladder_run', 'ladderRuns', '*'],
  ['notice', 'notices', '*'],
] as const;

const SEARCH_SQL = `
insert into ticket_search (ticket_id, document)
select r.id, array_to_tsvector(array(select distinct l from jsonb_array_elements_text(r.lexemes) l where l <> ''))
from jsonb_to_recordset($1::jsonb) as r(id uuid, lexemes jsonb)`;

async function inChunks(list: readonly object[], write: (chunk: readonly object[]) => Promise<unknown>) {
  for (let first = 0; first < list.length; first += CHUNK) await write(list.slice(first, first + CHUNK));
}

/** Only what the rows hold: a column they do not know keeps the default of the table. */
const columnsOf = (chunk: readonly object[]): string =>
  [...new Set(chunk.flatMap((row) => Object.keys(row)))].join(', ');

/** Writes a whole history. The caller's transaction makes it all or nothing. */
export async function writeTables(tx: Transaction, tables: HistoryTables): Promise<void> {
  for (const [table, key, columns] of TABLES) {
    await inChunks(tables[key], (chunk) => {
      const named = columns === '*' ? columnsOf(chunk) : columns;
      return rows(
        tx,
        `insert into ${table} (${named}) select ${named} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(chunk)],
      );
    });
  }
  await inChunks(tables.documents, (chunk) => rows(tx, SEARCH_SQL, [JSON.stringify(chunk)]));
  await inChunks(tables.events, (chunk) =>
    rows(
      tx,
      'insert into unfolded_event (event_id, at) select id, at from jsonb_to_recordset($1::jsonb) as e(id uuid, at timestamptz)',
      [JSON.stringify(chunk)],
    ),
  );
  await rows(
    tx,
    `insert into notice_read (account_id, up_to) select id, $1 from account where password_hash is not null
     on conflict do nothing`,
    [tables.readUpTo],
  );
}

/** Takes as many running numbers as there are rows, in order; somebody may be taking some at the same time. */
export async function takeNumbers(
  tx: Transaction,
  sequence: 'ticket_no' | 'contact_no',
  count: number,
): Promise<number[]> {
  const taken = await rows<{ n: string }>(
    tx,
    `select nextval('${sequence}') as n from generate_series(1, $1) order by 1`,
    [count],
  );
  return taken.map(({ n }) => Number(n));
}
