/** Columns and their types, in the words of `json_to_recordset`. */
type Columns = Readonly<Record<string, string>>;

export interface RowTable {
  readonly table: string;
  /** columns that find a row again */
  readonly key: readonly string[];
  readonly columns: Columns;
}

export const CALLS: RowTable = {
  table: 'call',
  key: ['id'],
  columns: {
    id: 'uuid',
    source_id: 'uuid',
    call_key: 'text',
    unit_path: 'text',
    direction: 'text',
    caller_sealed: 'bytea',
    caller_masked: 'text',
    caller_hash: 'bytea',
    withheld: 'boolean',
    dialled: 'text',
    arrived_at: 'timestamptz',
    arrival_seen: 'boolean',
    asked_at: 'timestamptz',
    ended_at: 'timestamptz',
    asked: 'boolean',
    outcome: 'text',
    callback_requested: 'boolean',
    recording: 'text',
    account_id: 'uuid',
    agent_ext: 'text',
    rang_at: 'timestamptz',
    answered_at: 'timestamptz',
    talk_ended_at: 'timestamptz',
    talk_us: 'bigint',
    hold_us: 'bigint',
    end_known: 'boolean',
    result: 'text',
    folded_at: 'timestamptz',
  },
};

export const VISITS: RowTable = {
  table: 'call_visit',
  key: ['id'],
  columns: {
    id: 'uuid',
    call_id: 'uuid',
    source_id: 'uuid',
    visit_key: 'text',
    unit_path: 'text',
    queue: 'text',
    ordinal: 'integer',
    requested_at: 'timestamptz',
    entered: 'boolean',
    joined_at: 'timestamptz',
    left_at: 'timestamptz',
    answered_at: 'timestamptz',
    talk_ended_at: 'timestamptz',
    counted_at: 'timestamptz',
    outcome: 'text',
    provisional: 'boolean',
    end_known: 'boolean',
    last_seen_at: 'timestamptz',
    agent: 'text',
    agent_ext: 'text',
    account_id: 'uuid',
    wait_us: 'bigint',
    wait_known: 'text',
    talk_us: 'bigint',
    talk_known: 'text',
    wait_s: 'integer',
    talk_s: 'integer',
    hold_us: 'bigint',
    holds: 'integer',
    ended_by: 'text',
    transfer: 'text',
    offers: 'integer',
    callback_requested: 'boolean',
  },
};

export const RINGS: RowTable = {
  table: 'call_ring',
  key: ['visit_id', 'ordinal'],
  columns: {
    visit_id: 'uuid',
    ordinal: 'integer',
    agent: 'text',
    agent_ext: 'text',
    account_id: 'uuid',
    at: 'timestamptz',
    reason: 'text',
  },
};

export const LEGS: RowTable = {
  table: 'call_leg',
  key: ['source_id', 'leg_key'],
  columns: {
    source_id: 'uuid',
    leg_key: 'text',
    call_id: 'uuid',
    family: 'text',
    kind: 'text',
    peer: 'text',
    created_at: 'timestamptz',
    ended_at: 'timestamptz',
    cause: 'text',
  },
};

export const SEGMENTS: RowTable = {
  table: 'agent_segment',
  key: ['source_id', 'agent', 'state', 'queue', 'from_at'],
  columns: {
    source_id: 'uuid',
    agent: 'text',
    state: 'text',
    queue: 'text',
    from_at: 'timestamptz',
    to_at: 'timestamptz',
    reason: 'text',
    visit_id: 'uuid',
    account_id: 'uuid',
  },
};

export const GAPS: RowTable = {
  table: 'feed_gap',
  key: ['source_id', 'from_at'],
  columns: { source_id: 'uuid', from_at: 'timestamptz', to_at: 'timestamptz', restarted: 'boolean' },
};

const given = (columns: Columns): string =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');

/** $1: rows as a JSON array. Columns that other rooms fill are not named here and stay. */
export function upsert({ table, key, columns }: RowTable): string {
  const names = Object.keys(columns);
  const free = names.filter((name) => !key.includes(name));
  return `insert into ${table} (${names.join(', ')})
select ${names.join(', ')} from json_to_recordset($1::json) as r (${given(columns)})
on conflict (${key.join(', ')}) do update set ${free.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}

/** $1: keys as a JSON array. */
export function remove({ table, key, columns }: RowTable): string {
  const types = Object.fromEntries(key.map((name) => [name, columns[name] ?? 'text']));
  return `delete from ${table} t using json_to_recordset($1::json) as r (${given(types)})
where ${key.map((name) => `t.${name} = r.${name}`).join(' and ')}`;
}
