import type { Instant } from '@hotline/kernel';
import type { Device, Intent, Shown } from './states.js';

/** Somewhere to go or to come back to. */
export interface Aim {
  readonly intent: Intent;
  /** Code of the list of breaks; null for ready, outbound and signed out. */
  readonly reason: string | null;
}

/** What lies under a wrap-up or a dialled call and comes back after it: the same break, not a second one. */
export interface Under extends Aim {
  readonly stretchAt: Instant;
}

export interface WrapUp {
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  readonly prolongedTimes: number;
  /** The call it belongs to, so that a form stays with its call. */
  readonly callId: string | null;
  readonly visitId: string | null;
}

export type Direction = 'in' | 'out' | 'internal';

export interface CallNow {
  readonly callId: string;
  readonly visitId: string | null;
  readonly direction: Direction;
  /** `dialling`: his telephone was taken, and the number he dials is rung */
  readonly state: 'offered' | 'dialling' | 'talking' | 'held';
  readonly since: Instant;
}

/** Who or what made a change. */
export const MAKERS = ['person', 'system', 'switchboard'] as const;
export type Maker = (typeof MAKERS)[number];

export const CAUSES = [
  'signed-in',
  'signed-out',
  'chosen',
  'dialled',
  'call',
  'device',
  'wrap-up-began',
  'wrap-up-ended',
  'screen-lost',
  'screen-back',
  'screen-gone',
  'call-not-placed',
  'call-mended',
  'telephone-pause',
] as const;
export type Cause = (typeof CAUSES)[number];

/** A stretch of one person's time, closed by the next; the sums over a shift are the signed-in time. */
export interface Segment {
  readonly seq: number;
  /** When the person signed in: the name of the shift. */
  readonly shiftAt: Instant;
  readonly shown: Shown;
  readonly intent: Intent;
  readonly reason: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
  /** Since when this break or wrap-up runs: pieces with the same moment are one, cut by a call. */
  readonly stretchAt: Instant;
  readonly callId: string | null;
  readonly visitId: string | null;
  readonly madeBy: Maker;
  readonly cause: Cause;
}

/** One person at the line. Two axes: what he means to do, what his telephone does. */
export interface Presence {
  readonly accountId: string;
  readonly unitId: string;
  readonly unitPath: string;
  /** One up at every change a screen would show. */
  readonly version: number;
  /** The version that changed the intent last: what a person decided against older than this is stale. */
  readonly intentVersion: number;
  /** `switchboard`: he signed on by the telephone or a vendor's bar, whose pauses are followed; no console is watched. */
  readonly ledBy: 'console' | 'switchboard';
  /** null: he logs by hand and has no line. */
  readonly telephoneId: string | null;
  readonly signedInAt: Instant | null;
  readonly intent: Intent;
  readonly reason: string | null;
  readonly since: Instant;
  readonly stretchAt: Instant;
  readonly under: Under | null;
  readonly next: Aim | null;
  readonly wrapUp: WrapUp | null;
  /** Of the running break, in closed segments; ms. */
  readonly breakUsedMs: number;
  /** The break has been noticed as too long. */
  readonly flagged: boolean;
  readonly device: Device;
  readonly deviceAt: Instant | null;
  readonly call: CallNow | null;
  /** The newest call event heard, so that an older one told late is passed over. */
  readonly callHeardAt: Instant | null;
  readonly seenAt: Instant;
  readonly lost: boolean;
  readonly segment: Segment | null;
  /** Number of the newest segment there has ever been. */
  readonly lastSeq: number;
}

export const READY: Aim = { intent: 'ready', reason: null };
const LONG_AGO = new Date(0);

/** Since when the intent is what it is; null for whoever has never signed in. */
export const sinceOf = ({ since }: Presence): Instant | null => (since.getTime() === 0 ? null : since);

/** Nobody has ever signed in: what the first sign-in starts from. */
export const blank = (accountId: string, unitId: string, unitPath: string): Presence => ({
  accountId,
  unitId,
  unitPath,
  version: 1,
  intentVersion: 1,
  ledBy: 'console',
  telephoneId: null,
  signedInAt: null,
  intent: 'signed-out',
  reason: null,
  since: LONG_AGO,
  stretchAt: LONG_AGO,
  under: null,
  next: null,
  wrapUp: null,
  breakUsedMs: 0,
  flagged: false,
  device: 'unknown',
  deviceAt: null,
  call: null,
  callHeardAt: null,
  seenAt: LONG_AGO,
  lost: false,
  segment: null,
  lastSeq: 0,
});

export const isSignedIn = ({ intent }: Presence): boolean => intent !== 'signed-out';
