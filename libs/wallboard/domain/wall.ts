import type { Light } from '@hotline/telephony';

/** What stands on a wall, piece by piece: a piece that has not changed is not sent again. Instants are ISO texts. */
export interface Wall {
  /** `longestSince`: when the caller who waits longest joined; the screen counts on from there */
  readonly waiting: {
    readonly count: number;
    readonly longestSince: string | null;
    readonly busiest: number;
  };
  readonly agents: AgentsNow;
  readonly connection: WallRate;
  readonly service: WallRate;
  readonly calls: { readonly today: CallCounts; readonly recent: CallCounts };
  readonly cards: { readonly red: Counted; readonly yellow: Counted };
  readonly alarms: WallAlarms;
  /** the rates of the last hours, an hour at a time, and when nobody heard the lines */
  readonly trail: WallTrail;
  readonly lines: readonly WallLine[];
  readonly limits: WallLimits;
}

export interface AgentsNow {
  /** signed in, whatever they do */
  readonly present: number;
  /** by the shown state of presence; a state nobody is in is left out */
  readonly states: Readonly<Record<string, number>>;
}

export interface Halves {
  readonly numerator: number;
  readonly denominator: number;
}

/** A rate of today and of the last fifteen minutes by the definition in force today. */
export interface WallRate {
  readonly letter: string;
  readonly version: number;
  readonly seconds: number | null;
  readonly today: Halves;
  readonly recent: Halves;
}

export interface CallCounts {
  readonly arrived: number;
  readonly asked: number;
  readonly answered: number;
  readonly abandoned: number;
}

export interface Counted {
  readonly count: number;
  readonly atLeast: boolean;
}

/** Counts and places; no name of a person or an employer stands on a wall. */
export interface WallAlarms {
  /** 群体性: employers of 30 days by the highest level they reached, of 3, 5 and 10 people */
  readonly flags: readonly { readonly level: number; readonly count: number }[];
  /** the newest of a day */
  readonly newest: {
    readonly level: number;
    readonly people: number;
    readonly place: string;
    readonly at: string;
  } | null;
  /** urgent tickets no leader on duty has read of */
  readonly urgent: { readonly unread: number; readonly overdue: number; readonly since: string | null };
}

export interface WallTrail {
  readonly from: string;
  readonly until: string;
  /** at the end of each quarter of an hour: the calls of the hour before it */
  readonly points: readonly {
    readonly at: string;
    readonly connection: Halves;
    readonly service: Halves;
  }[];
  readonly gaps: readonly {
    readonly source: string;
    readonly from: string;
    readonly to: string | null;
    readonly mended: boolean;
  }[];
}

/** One switchboard of the subtree. A line that is down is not in the numbers of this moment. */
export interface WallLine {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly light: Light;
  /** when it was heard last, while it is down */
  readonly downSince: string | null;
}

/** From where on a tile warns. Twice the limit of the wait is grave. */
export interface WallLimits {
  readonly waiting: number;
  readonly waitSeconds: number;
  /** percent */
  readonly connection: number;
  readonly service: number;
}

/** GB/T 33358-2016 asks for an answer within 15 s and a connection rate of 95 %. */
export const SHIPPED_LIMITS: WallLimits = { waiting: 20, waitSeconds: 30, connection: 95, service: 80 };

export const PIECES = [
  'waiting',
  'agents',
  'connection',
  'service',
  'calls',
  'cards',
  'alarms',
  'trail',
  'lines',
  'limits',
] as const satisfies readonly (keyof Wall)[];

/** The pieces that say something else now; none when nothing has changed. */
export function changesOf(before: Wall, after: Wall): Partial<Wall> {
  const changed = PIECES.filter((piece) => JSON.stringify(before[piece]) !== JSON.stringify(after[piece]));
  return Object.fromEntries(changed.map((piece) => [piece, after[piece]]));
}

/** @returns the first limit that is out of its range */
export function limitProblem(limits: WallLimits): keyof WallLimits | null {
  const whole = (value: number, least: number, most: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!whole(limits.waiting, 1, 9_999)) return 'waiting';
  if (!whole(limits.waitSeconds, 5, 3_600)) return 'waitSeconds';
  if (!whole(limits.connection, 1, 100)) return 'connection';
  return whole(limits.service, 1, 100) ? null : 'service';
}
