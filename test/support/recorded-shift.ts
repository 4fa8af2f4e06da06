import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Shifts recorded at a real Asterisk 22.10.1 (test/recordings), and what must come out of them: counts from the log that
 * Asterisk itself wrote, read here line by line, and times from what the telephones noted. Nothing of the product.
 */

/** One stay in a queue, as the log and the telephones tell it. Times are seconds since 1970; absent: nobody noted it. */
export interface ToldVisit {
  callerLegId: string;
  queue: string;
  caller: string;
  outcome: 'answered' | 'abandoned' | 'limit' | 'key' | 'open';
  agent?: string;
  waitS?: number;
  talkS?: number;
  endedBy?: 'caller' | 'agent' | 'transfer';
  transfer?: 'blind' | 'attended';
  /** by the telephones */
  joined?: number;
  pickedUp?: number;
  ended?: number;
}

interface Move {
  at: number;
  what: string;
  caller?: string;
  agent?: string;
  by?: string;
  dnis?: string;
}

export interface RecordedShift {
  name: string;
  /** bytes of each manager connection */
  streams: Buffer[];
  log: Buffer;
  visits: ToldVisit[];
  arrived: number;
  hungUpInMenu: number;
  missed: Record<string, number>;
  /** seconds of hold, by agent */
  holds: Record<string, number>;
}

const FOLDER = join(__dirname, '../../libs/telephony/fixtures/recorded');
const NAMES: Record<string, string> = {
  8001: '坐席8001',
  8002: '坐席8002',
  8003: '坐席8003',
  8004: '法援8004',
  8006: '法援8006',
  8007: '心理8007',
};
/** What the dialplan of the recording takes from the answer to `Queue()`, with Asterisk's own half second of `Answer()`. */
const MENU: Record<string, number> = { 12351: 3.003, 12352: 1.503, 12353: 1.503 };
const HALF_S = 0.503;
/** A line of the log has whole seconds, a telephone hears a little later. */
const NEAR = 1.6;

const text = (...path: string[]): string => gunzipSync(readFileSync(join(...path))).toString('utf8');

export const recordedShifts = (): string[] => readdirSync(FOLDER).filter((name) => !name.includes('.'));

export function recordedShift(name: string): RecordedShift {
  const at = join(FOLDER, name);
  const streams = ['ami-1.txt.gz', 'ami-2.txt.gz'].filter((file) => existsSync(join(at, file)));
  const log = text(at, 'queue_log.txt.gz');
  const lines = log
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
  const moves = text(at, 'moves.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Move);
  return {
    name,
    streams: streams.map((file) => gunzipSync(readFileSync(join(at, file)))),
    log: Buffer.from(log),
    visits: timed(visitsOf(lines), moves),
    arrived: moves.filter((move) => move.what === 'arrived').length,
    hungUpInMenu: moves.filter((move) => move.what === 'gone' && move.by === 'menu').length,
    missed: counted(lines.filter((line) => line[4] === 'RINGNOANSWER').map((line) => line[3] ?? '')),
    holds: holdsOf(moves),
  };
}

function counted(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

type Ending = Partial<ToldVisit> & { at?: number };

/** What each event of the log says of the stay it belongs to (Asterisk's "Queue Logs" page). */
const LINES: Record<string, (data: string[], agent: string) => Ending> = {
  CONNECT: ([wait], agent) => ({ outcome: 'answered', agent, waitS: Number(wait) }),
  ABANDON: () => ({ outcome: 'abandoned' }),
  EXITWITHTIMEOUT: () => ({ outcome: 'limit' }),
  EXITWITHKEY: () => ({ outcome: 'key' }),
  COMPLETECALLER: ([, talk]) => ({ endedBy: 'caller', talkS: Number(talk) }),
  COMPLETEAGENT: ([, talk]) => ({ endedBy: 'agent', talkS: Number(talk) }),
  BLINDTRANSFER: (data) => ({ endedBy: 'transfer', transfer: 'blind', talkS: Number(data[3]) }),
  ATTENDEDTRANSFER: (data) => ({ endedBy: 'transfer', transfer: 'attended', talkS: Number(data.at(-2)) }),
};

/** Where each line says how long the caller had waited. */
const waitOf = (event: string, data: string[]): number =>
  Number((event === 'ABANDON' ? data[2] : event.endsWith('TRANSFER') ? data.at(-3) : data[0]) ?? 0);

type Read = ToldVisit & { joinedS: number; connectedS: number; endedS: number };

function visitsOf(lines: string[][]): Read[] {
  const visits: Read[] = [];
  const numbers = new Map<string, string>();
  for (const [second, leg = '', queue = '', agent = '', event = '', ...data] of lines) {
    const at = Number(second);
    const mine = (visit: Read): boolean => visit.queue === queue && visit.callerLegId === leg;
    if (event === 'ENTERQUEUE') {
      const caller = data[1] === '' || data[1] === undefined ? (numbers.get(leg) ?? '') : data[1];
      if (!numbers.has(leg)) numbers.set(leg, caller);
      const blank = { connectedS: 0, endedS: 0, outcome: 'open' as const };
      visits.push({ callerLegId: leg, queue, caller: numbers.get(leg) ?? '', joinedS: at, ...blank });
    }
    const read = LINES[event];
    if (!read) continue;
    const said = read(data, agent);
    const began = at - (event.startsWith('EXIT') ? 0 : waitOf(event, data)) - (said.talkS ?? 0);
    // A caller sent back into the same queue may enter before his first talk is written down as over. And the end of a
    // transfer may stand under the id of the leg whose place the caller took: it names the agent.
    const visit =
      visits.find((one) => mine(one) && one.endedS === 0 && Math.abs(one.joinedS - began) < NEAR) ??
      visits.findLast(mine) ??
      visits.findLast((one) => one.agent === agent && one.endedS === 0);
    if (!visit) throw new Error(`a line of the log speaks of no visit: ${leg} ${event}`);
    // It also writes one end twice, as the caller's and as a transfer.
    if (visit.endedS > 0) continue;
    Object.assign(visit, said);
    if (event === 'CONNECT') visit.connectedS = at;
    else visit.endedS = at;
  }
  return visits;
}

const ENDS = new Set(['agent-ends', 'transfer-blind', 'transfer-completed']);

function timed(visits: Read[], moves: Move[]): ToldVisit[] {
  const firsts = new Set<string>();
  return visits.map(({ joinedS, connectedS, endedS, ...visit }) => {
    const user = Object.keys(NAMES).find((one) => NAMES[one] === visit.agent);
    const arrived = moves.find((move) => move.what === 'arrived' && move.caller === visit.caller);
    const joined = (arrived?.at ?? 0) + (MENU[arrived?.dnis ?? ''] ?? 0);
    if (!firsts.has(visit.callerLegId) && Math.abs(joined - joinedS) < NEAR) visit.joined = joined;
    firsts.add(visit.callerLegId);
    const gone = (move: Move): boolean => move.what === 'gone' && move.caller === visit.caller;
    if (visit.outcome === 'abandoned') return { ...visit, ...found('ended', moves.find(gone), endedS) };
    if (visit.outcome !== 'answered') return visit;
    const up = moves.filter((move) => move.what === 'picked-up' && move.agent === user);
    const picked = up.filter((move) => Math.abs(move.at - connectedS - 0.5) < NEAR);
    // A colleague's telephone that takes a ringing call is answered half a second late, like every leg Asterisk answers.
    const late = picked[0]?.by === undefined ? 0 : HALF_S;
    const from = picked.length === 1 ? (picked[0]?.at ?? 0) + late : connectedS;
    const ended = moves.find(
      (move) =>
        move.at > from + 0.05 &&
        (gone(move) || (ENDS.has(move.what) && move.agent === user && move.caller === visit.caller)),
    );
    return { ...visit, ...(picked.length === 1 ? { pickedUp: from } : {}), ...found('ended', ended, endedS) };
  });
}

const found = (name: 'ended', move: Move | undefined, second: number): Partial<ToldVisit> =>
  move && Math.abs(move.at - second) < NEAR ? { [name]: move.at } : {};

function holdsOf(moves: Move[]): Record<string, number> {
  const since = new Map<string, number>();
  const sums: Record<string, number> = {};
  for (const { what, agent, caller, at } of moves) {
    const key = `${agent}|${caller}`;
    if (what === 'hold') since.set(key, at);
    const from = since.get(key);
    if (from === undefined || agent === undefined || !HOLD_ENDS.has(what)) continue;
    const name = NAMES[agent] ?? agent;
    sums[name] = (sums[name] ?? 0) + at - from;
    since.delete(key);
  }
  return sums;
}

const HOLD_ENDS = new Set(['unhold', 'agent-gone', 'transfer-completed']);
