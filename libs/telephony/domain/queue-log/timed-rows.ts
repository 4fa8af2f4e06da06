import { lineOf, type LogRow, secondOf } from './table.js';

/** A transaction that writes an earlier time and commits last is done long before. */
export const OVERLAP_S = 600;

/**
 * What happens to one call or agent in one second happens in this order; the database does not keep any. A talk ends before the next
 * wait begins, a break before the next.
 */
const RANKS: readonly (readonly string[])[] = [
  ['CONFIGRELOAD', 'QUEUESTART'],
  ['ADDMEMBER', 'AGENTLOGIN', 'AGENTCALLBACKLOGIN', 'UNPAUSE', 'UNPAUSEALL'],
  ['COMPLETEAGENT', 'COMPLETECALLER', 'BLINDTRANSFER', 'ATTENDEDTRANSFER', 'TRANSFER'],
  ['DID'],
  ['ENTERQUEUE'],
  ['RINGNOANSWER', 'RINGCANCELED', 'AGENTDUMP'],
  ['CONNECT'],
  ['ABANDON', 'EXITWITHTIMEOUT', 'EXITWITHKEY', 'EXITEMPTY', 'WITHDRAW', 'SYSCOMPAT', 'INFO'],
  ['PAUSE', 'PAUSEALL', 'PAUSEREASON'],
  ['REMOVEMEMBER', 'AGENTLOGOFF', 'AGENTCALLBACKLOGOFF'],
];
const RANK: ReadonlyMap<string, number> = new Map(
  RANKS.flatMap((events, rank) => events.map((event): [string, number] => [event, rank])),
);
const LAST = RANKS.length;

/** 2000-01-01; from there a second and 22 bits stay safe integers until 2068. */
const EPOCH_S = 946_684_800;
const PER_SECOND = 2 ** 22;
const MICROS = 4;
const PER_RANK = 2 ** 17;

/** FNV-1a, 32 bits: tells rows of one second apart, in every process alike. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/**
 * A number for a row of a table that has none: from the row alone, so that the same row has the same number whenever it is read, and
 * numbers grow with time. Rows that are alike in every column are one row.
 */
export function numberOfRow(row: LogRow): number {
  const second = secondOf(row.time) ?? EPOCH_S;
  const fraction = Number(`0.${/\.(\d{1,6})/.exec(row.time ?? '')?.[1] ?? 0}`);
  const hash = hashOf(lineOf(row));
  const rank = (RANK.get(row.event ?? '') ?? LAST) * PER_RANK + (hash % PER_RANK);
  const within = fraction > 0 ? Math.round(fraction * 1e6) * MICROS + (hash % MICROS) : rank;
  return (second - EPOCH_S) * PER_SECOND + within + 1;
}

/** The row as a line that brings its own number (parser.ts). */
export const numberedLine = (row: LogRow): string => `@${numberOfRow(row)}|${lineOf(row)}`;

/** How a table without zones writes its times. */
export type TimeForm = 'epoch' | 'written';
export const formOf = (time: string | null): TimeForm =>
  /^\s*\d{9,11}(\.\d+)?\s*$/.test(time ?? '') ? 'epoch' : 'written';

/** Beijing time all year, as in table.ts. */
const ZONE_S = 8 * 3_600;

/** The second as such a table writes it; what is compared as text is cut to whole seconds, so nothing of the second is left out. */
export function written(second: number, form: TimeForm): string {
  if (form === 'epoch') return String(second);
  return new Date((second + ZONE_S) * 1000).toISOString().replace('T', ' ').slice(0, 19);
}
