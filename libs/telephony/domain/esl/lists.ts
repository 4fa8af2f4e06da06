/** A row of one of the lists, by column. */
export type ListRow = ReadonlyMap<string, string>;

/** A channel of `show channels as json`; words of FreeSWITCH, empty where it says nothing. */
export interface ShownChannel {
  readonly uuid: string;
  readonly callUuid: string;
  readonly direction: string;
  readonly name: string;
  readonly presenceId: string;
  readonly callState: string;
  readonly context: string;
  readonly dest: string;
  readonly cidNumber: string;
  readonly application: string;
}

/** What an answer to one of our questions is, told by its own beginning: answers carry no name of the question. */
export type EslAnswer =
  | { readonly kind: 'status'; readonly uptimeUs: number }
  | { readonly kind: 'channels'; readonly channels: readonly ShownChannel[] }
  | { readonly kind: 'queues' | 'agents' | 'members' | 'tiers'; readonly rows: readonly ListRow[] }
  | { readonly kind: 'other' };

/** Columns by which the lists of `callcenter_config` are told apart; versions differ in the others. */
const HEADS: readonly (readonly ['queues' | 'agents' | 'members' | 'tiers', readonly string[]])[] = [
  ['members', ['queue', 'session_uuid', 'joined_epoch']],
  ['agents', ['name', 'contact', 'status']],
  ['tiers', ['queue', 'agent', 'level']],
  ['queues', ['name', 'strategy']],
];

/** The one column in which people may have written a bar of their own. */
const FREE = 'cid_name';

export function readAnswer(body: string): EslAnswer {
  if (body.startsWith('UP ')) return statusOf(body);
  if (body.startsWith('{')) return channelsOf(body);
  const [head = '', ...lines] = body.split('\n');
  const columns = head.split('|');
  const kind = HEADS.find(([, wanted]) => wanted.every((name) => columns.includes(name)))?.[0];
  if (!kind) return { kind: 'other' };
  const rows = lines.filter((line) => line.includes('|')).map((line) => rowOf(columns, line));
  return { kind, rows: rows.filter((row) => row !== null) };
}

function rowOf(columns: readonly string[], line: string): ListRow | null {
  const values = line.split('|');
  const more = values.length - columns.length;
  const free = columns.indexOf(FREE);
  if (more > 0 && free >= 0) values.splice(free, more + 1, values.slice(free, free + more + 1).join('|'));
  return values.length === columns.length
    ? new Map(columns.map((name, place) => [name, values[place] ?? '']))
    : null;
}

const UNITS: Readonly<Record<string, number>> = {
  year: 365 * 86_400_000_000,
  day: 86_400_000_000,
  hour: 3_600_000_000,
  minute: 60_000_000,
  second: 1_000_000,
  millisecond: 1_000,
  microsecond: 1,
};

/** `UP 0 years, 1 day, 16 hours, …`; FreeSWITCH's year has 365 days. */
function statusOf(body: string): EslAnswer {
  const [first = ''] = body.split('\n');
  let uptimeUs = 0;
  for (const [, count, unit] of first.matchAll(/(\d+) ([a-z]+?)s?\b/g))
    uptimeUs += Number(count) * (UNITS[unit ?? ''] ?? 0);
  return { kind: 'status', uptimeUs };
}

const word = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** An empty list has a count and no rows; a list that is no JSON is no list. */
function channelsOf(body: string): EslAnswer {
  try {
    const found = JSON.parse(body) as { row_count?: unknown; rows?: unknown };
    const rows = Array.isArray(found.rows) ? (found.rows as Record<string, unknown>[]) : [];
    if (found.row_count === undefined) return { kind: 'other' };
    return { kind: 'channels', channels: rows.map(channelOf).filter(({ uuid }) => uuid !== '') };
  } catch {
    return { kind: 'other' };
  }
}

const channelOf = (row: Record<string, unknown>): ShownChannel => ({
  uuid: word(row.uuid),
  callUuid: word(row.call_uuid),
  direction: word(row.direction),
  name: word(row.name),
  presenceId: word(row.presence_id),
  callState: word(row.callstate),
  context: word(row.context),
  dest: word(row.dest),
  cidNumber: word(row.cid_num),
  application: word(row.application),
});
