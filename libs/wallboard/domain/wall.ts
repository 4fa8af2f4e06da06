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
