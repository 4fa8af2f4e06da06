/**
 * The rows one opened ticket leaves behind, read back from the database as text, and statements that write them again
 * under new ids: what the server does, without the server.
 */
const OF_TICKET = [
  [
    'identity',
    'id in (select identity_id from ticket where id = $1 union select identity_id from contact where ticket_id = $1)',
  ],
  ['ticket', 'id = $1'],
  ['ticket_search', 'ticket_id = $1'],
  ['ticket_access', 'ticket_id = $1'],
  ['hop', 'ticket_id = $1'],
  ['clock', 'ticket_id = $1'],
  ['contact', 'ticket_id = $1'],
  ['event', 'ticket_id = $1 or contact_id in (select id from contact where ticket_id = $1)'],
  [
    'unfolded_event',
    'event_id in (select id from event where ticket_id = $1 or contact_id in (select id from contact where ticket_id = $1))',
  ],
  ['outbox', "payload ->> 'ticketId' = $1::text"],
  ['idempotency', 'resource_id = $1'],
];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** @typedef {{ table: string, columns: string[], rows: (string | null)[][] }} TableRows */

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} ticketId
 * @returns {Promise<TableRows[]>}
 */
export async function rowsOf(stage, ticketId) {
  const tables = [];
  for (const [table, where] of OF_TICKET) {
    const columns = (
      await stage.sql(
        `select column_name as name from information_schema.columns
         where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
        [table],
      )
    ).map(({ name }) => name);
    const list = columns.map((name) => `${name}::text`).join(', ');
    const found = await stage.sql(`select ${list} from ${table} where ${where}`, [ticketId]);
    tables.push({ table, columns, rows: found.map((row) => columns.map((name) => row[name])) });
  }
  return tables;
}

/** Ids made for this ticket; ids of units and accounts stay. @param {TableRows[]} tables */
function ownIds(tables) {
  const own = new Set();
  for (const { table, columns, rows } of tables) {
    if (table === 'ticket_search' || table === 'ticket_access' || table === 'idempotency') continue;
    const at = columns.indexOf(table === 'unfolded_event' ? 'event_id' : 'id');
    for (const row of rows) own.add(row[at]);
  }
  return own;
}

/**
 * @param {TableRows[]} tables
 * @param {() => string} newId
 * @returns {{ table: string, text: string, values: (now: string, ids: Map<string, string>) => (string | null)[] }[]}
 */
export function statements(tables, newId) {
  const own = ownIds(tables);
  const ticket = tables.find(({ table }) => table === 'ticket');
  const opened = ticket?.rows[0]?.[ticket.columns.indexOf('opened_at')];
  return tables.map(({ table, columns, rows }) => {
    let at = 0;
    const holder = (/** @type {string} */ column) => {
      if (column === 'no') return `'bench-' || nextval('${table === 'ticket' ? 'ticket_no' : 'contact_no'}')`;
      return `$${(at += 1)}`;
    };
    const tuples = rows.map(() => `(${columns.map(holder).join(', ')})`);
    const values = (/** @type {string} */ now, /** @type {Map<string, string>} */ ids) => {
      const fresh = (/** @type {string} */ id) => {
        if (!own.has(id)) return id;
        const known = ids.get(id);
        if (known) return known;
        const made = newId();
        ids.set(id, made);
        return made;
      };
      return rows.flatMap((row) =>
        row.flatMap((value, column) => {
          const name = columns[column];
          if (name === 'no') return [];
          if (table === 'idempotency' && name === 'key') return [newId()];
          if (table === 'outbox' && name === 'dispatched_at') return [now];
          if (value === opened) return [now];
          return [value === null ? null : value.replace(UUID, fresh)];
        }),
      );
    };
    return {
      table,
      text: `insert into ${table} (${columns.join(', ')}) values ${tuples.join(', ')}`,
      values,
    };
  });
}

/**
 * Writes one ticket: each table its statement, all in one transaction.
 * @param {import('pg').Client} client
 * @param {ReturnType<typeof statements>} plan
 */
export async function writeByTable(client, plan) {
  const now = new Date().toISOString();
  const ids = new Map();
  await client.query('begin');
  for (const { table, text, values } of plan)
    await client.query({ name: `bench-${table}`, text, values: values(now, ids) });
  await client.query('commit');
}

/**
 * The same rows in one statement: nothing faster can be had of one connection.
 * @param {ReturnType<typeof statements>} plan
 */
export function oneStatement(plan) {
  let before = 0;
  const parts = plan.map(({ table, text }) => {
    const shift = before;
    let most = 0;
    const moved = text.replace(/\$(\d+)/g, (_, number) => {
      most = Math.max(most, Number(number));
      return `$${Number(number) + shift}`;
    });
    before += most;
    return `w_${table} as (${moved})`;
  });
  const text = `with ${parts.join(', ')} select 1`;
  return (/** @type {import('pg').Client} */ client) => {
    const now = new Date().toISOString();
    const ids = new Map();
    return client.query({ name: 'bench-all', text, values: plan.flatMap(({ values }) => values(now, ids)) });
  };
}
