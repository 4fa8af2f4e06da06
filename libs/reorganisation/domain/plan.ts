import type { Instant } from '@hotline/kernel';
import type { AddedPart } from './parts.js';

export const CHANGE_KINDS = ['rename', 'move', 'merge', 'split', 'close'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_STATES = ['draft', 'scheduled', 'running', 'done', 'failed', 'cancelled'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** Nothing has been touched yet, and the plan may still be changed. */
export const isPlanned = (state: ChangeState): boolean => state === 'draft' || state === 'scheduled';

/** What becomes of the posts in a unit that ends: they stay where they are, or the heir gets the same ones too. */
export const MEMBERSHIP_RULES = ['keep', 'grant'] as const;
export type MembershipRule = (typeof MEMBERSHIP_RULES)[number];

/** What is to be done, as the administrator said it; every kind reads its own fields. */
export interface ChangePlan {
  readonly kind: ChangeKind;
  readonly unitIds: readonly string[];
  /** rename */
  readonly name?: string | undefined;
  readonly shortName?: string | undefined;
  readonly code?: string | undefined;
  /** move */
  readonly parentId?: string | undefined;
  /** merge */
  readonly intoId?: string | undefined;
  /** split */
  readonly parts?: readonly AddedPart[] | undefined;
  /** split: number of the part that takes what no place names; null when the unit goes on with the rest */
  readonly heir?: number | null | undefined;
  /** merge, split, close */
  readonly memberships?: MembershipRule | undefined;
}

/** One step of the tree as it is stored. */
export interface UnitChange {
  readonly id: string;
  readonly plan: ChangePlan;
  readonly state: ChangeState;
  readonly reason: string;
  readonly documentNo: string | null;
  readonly plannedBy: string;
  readonly plannedAt: Instant;
  /** When it starts by itself; kept after it has. */
  readonly scheduledFor: Instant | null;
  readonly scheduledBy: string | null;
  readonly startedBy: string | null;
  readonly startedAt: Instant | null;
  readonly effectiveAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly preview: object;
  readonly progress: Progress;
  readonly failure: string | null;
  readonly version: number;
}

export const PHASES = ['waiting', 'handing-over', 'rewriting', 'settled'] as const;
export type Phase = (typeof PHASES)[number];

/** Rows done by table, and how many tickets there were to do when the tree changed. */
export interface Progress {
  readonly phase?: Phase;
  readonly tickets?: number;
  readonly handedOver?: number;
  readonly rows?: Readonly<Record<string, number>>;
}
