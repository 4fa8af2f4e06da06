export const LOG_SYSTEMS = ['postgresql', 'mysql'] as const;

/** Where the table is that Asterisk writes its `queue_log` to; never a secret. */
export interface LogTableSettings {
  /** whose database it is; PostgreSQL where nothing is said */
  readonly system?: (typeof LOG_SYSTEMS)[number];
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  /** with its schema where that is not `public` */
  readonly table: string;
  readonly tls: boolean;
}

/** A row of the table, every column as text. */
export interface LogRow {
  /** empty where rows have no numbers */
  readonly id: string;
  /** seconds since 1970, or date and time by the switchboard's clock */
  readonly time: string | null;
  readonly callid: string | null;
  readonly queuename: string | null;
  readonly agent: string | null;
  readonly event: string | null;
  /** `data1` … `data5`, or the one column `data` with its bars */
  readonly data: readonly (string | null)[];
}

/** How far a table has been read. */
export interface TablePlace {
  /** which table it was; another one begins anew */
  readonly table: string;
  /** the highest number; of a table without numbers the newest second */
  readonly upTo: number;
  /** numbers below that were not there yet, and since when (seconds) they are waited for */
  readonly holes: readonly (readonly [id: number, sinceS: number])[];
  readonly lines: number;
}

/** A transaction that takes its number first and commits last is done long before. */
export const HOLE_S = 600;
/** More are no late rows: somebody has deleted a stretch, or numbers are dealt out in blocks. */
export const MOST_HOLES = 1_000;

export const namePlace = ({ system, host, port, database, table }: LogTableSettings): string =>
  `${system === 'mysql' ? 'mysql:' : ''}${host}:${port}/${database}/${table}`;

/** Beijing time all year: the switchboard's clock and ours are in one zone. */
const ZONE_S = 8 * 3_600;

/** @returns whole seconds since 1970, as the file has them: cut, not rounded; null for what is no time */
export function secondOf(text: string | null): number | null {
  const trimmed = text?.trim() ?? '';
  if (/^\d{9,11}(\.\d+)?$/.test(trimmed)) return Math.floor(Number(trimmed));
  const found = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d+)?$/.exec(trimmed);
  if (!found) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(ms).getUTCDate() === day ? ms / 1000 - ZONE_S : null;
}

const word = (text: string | null): string => (text ?? '').replace(/[|\r\n]/g, ' ');

/** The row as a line of the file; one without a time or an event is a line nobody can read, and is counted as such. */
export function lineOf({ time, callid, queuename, agent, event, data }: LogRow): string {
  const single = data.length === 1;
  const values = single ? [(data[0] ?? '').replace(/[\r\n]/g, ' ')] : data.map(word);
  // Columns that an event does not use are empty; the file does not have them.
  while (values.length > 1 && values.at(-1) === '') values.pop();
  return [secondOf(time) ?? '?', word(callid), word(queuename), word(agent), word(event), ...values].join(
    '|',
  );
}

/** Rows with their numbers as the lines of a log: a number that is missing between two is an empty line. */
export interface NumberedLines {
  readonly text: string;
  readonly linesBefore: number;
  readonly count: number;
}

const numberOf = ({ id }: LogRow): number => Number(id);

/** Divided where numbers are far apart. @param rows in the order of their numbers */
export function numbered(rows: readonly LogRow[], most: number): NumberedLines[] {
  const parts: { lines: string[]; first: number; count: number }[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    const missing = last ? numberOf(row) - last.first - last.lines.length : 0;
    if (last && last.lines.length + missing < most) {
      last.lines.push(...Array.from({ length: missing }, () => ''), lineOf(row));
      last.count += 1;
    } else parts.push({ lines: [lineOf(row)], first: numberOf(row), count: 1 });
  }
  return parts.map(({ lines, first, count }) => ({
    text: `${lines.join('\n')}\n`,
    linesBefore: first - 1,
    count,
  }));
}

/** Where to go on after these rows: which numbers are still to come, and which are waited for no longer. */
export function placeAfter(place: TablePlace, rows: readonly LogRow[], nowS: number): TablePlace {
  const come = new Set(rows.map(numberOf));
  const upTo = Math.max(place.upTo, ...come);
  const waited = place.holes.filter(([id, sinceS]) => !come.has(id) && nowS - sinceS < HOLE_S);
  const fresh: [number, number][] = [];
  // Before the first row ever read nothing is missing.
  if (place.lines > 0 || place.upTo > 0)
    for (let id = place.upTo + 1; id < upTo && fresh.length < MOST_HOLES; id += 1)
      if (!come.has(id)) fresh.push([id, nowS]);
  return {
    table: place.table,
    upTo,
    holes: [...waited, ...fresh].slice(-MOST_HOLES),
    lines: place.lines + rows.length,
  };
}
