import type { WallHalves, WallPicture } from '../../api/contract';

/** How a tile stands: colour never alone, each tone has its mark and its words. */
export type Tone = 'plain' | 'warn' | 'grave';

/** Under this many a rate says nothing and warns of nothing. */
export const RATE_FROM = 10;

export const waitTone = (seconds: number, limit: number): Tone =>
  seconds >= 2 * limit ? 'grave' : seconds >= limit ? 'warn' : 'plain';

export function rateTone({ numerator, denominator }: WallHalves, target: number): Tone {
  if (denominator < RATE_FROM) return 'plain';
  return numerator * 100 < target * denominator ? 'warn' : 'plain';
}

export interface WallAlert {
  key: string;
  tone: Tone;
  /** when it began, where that is known */
  at: string | null;
  text: 'lineDown' | 'urgent' | 'tooMany' | 'tooLong' | 'rateLow' | 'flag';
  values: Record<string, string | number>;
}

const MOST_ALERTS = 3;
const ORDER: readonly Tone[] = ['grave', 'warn', 'plain'];

/** Urgent tickets that no leader on duty has read of; past the quarter of an hour they are grave. */
function urgentAlert({ alarms: { urgent } }: WallPicture): WallAlert[] {
  const { unread, overdue, since } = urgent;
  if (unread === 0) return [];
  const tone = overdue > 0 ? 'grave' : 'warn';
  return [{ key: 'urgent', tone, at: since, text: 'urgent', values: { count: unread, overdue } }];
}

/** Many workers against one employer, told today: the place, and no name. */
function flagAlert({ alarms: { newest } }: WallPicture): WallAlert[] {
  if (!newest) return [];
  const { at, level, people, place } = newest;
  return [{ key: 'flag', tone: 'warn', at, text: 'flag', values: { level, people, place } }];
}

/** What is wrong now, the gravest first, no more than three: a wall is not a list. */
export function alertsOf(wall: WallPicture, waitedSeconds: number): WallAlert[] {
  const { waiting, lines, limits, connection } = wall;
  const down = lines
    .filter(({ light }) => light === 'down')
    .map<WallAlert>(({ id, name, downSince }) => ({
      key: id,
      tone: 'grave',
      at: downSince,
      text: 'lineDown',
      values: { name },
    }));
  const long = waitTone(waitedSeconds, limits.waitSeconds);
  const found: WallAlert[] = [...down, ...urgentAlert(wall)];
  if (waiting.count >= limits.waiting)
    found.push({
      key: 'many',
      tone: 'warn',
      at: null,
      text: 'tooMany',
      values: { count: waiting.count, limit: limits.waiting },
    });
  if (long !== 'plain')
    found.push({
      key: 'long',
      tone: long,
      at: waiting.longestSince,
      text: 'tooLong',
      values: { limit: limits.waitSeconds },
    });
  if (rateTone(connection.recent, limits.connection) !== 'plain')
    found.push({
      key: 'rate',
      tone: 'warn',
      at: null,
      text: 'rateLow',
      values: { limit: limits.connection, ...connection.recent },
    });
  return [...found, ...flagAlert(wall)]
    .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone))
    .slice(0, MOST_ALERTS);
}

/** 96.1, half up from the exact fraction; only 100 and 0 themselves are written so. */
export function percentText({ numerator, denominator }: WallHalves): string {
  if (denominator === 0) return '—';
  if (numerator === denominator) return '100.0';
  const tenths = Math.floor((numerator * 2_000 + denominator) / (2 * denominator));
  if (tenths >= 1_000) return '>99.9';
  if (tenths <= 0 && numerator > 0) return '<0.1';
  return (tenths / 10).toFixed(1);
}
