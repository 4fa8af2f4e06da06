import type { Instant } from '@hotline/kernel';
import type { OrderFacts } from './order-facts.js';
import type { RecusalFacts } from './recusal.js';
import type { SupportFacts } from './support.js';
import { NO_REQUESTS, type RequestRecords, type ReturnFacts } from './request-facts.js';

export const TICKET_STATES = [
  'queued',
  'unclear',
  'dispatched',
  'handling',
  'reported',
  'call-back',
  'grouped',
  'closed',
  'archived',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const EXPECTED_STEPS = [
  'dispatch',
  'sign',
  'contact-worker',
  'report',
  'rule-return',
  'review',
  'call-back',
  'close',
  'follow-master',
] as const;
export type ExpectedStep = (typeof EXPECTED_STEPS)[number];

export const QUEUE_REASONS = [
  'place-unknown',
  'rules-conflict',
  'no-rule',
  'returned',
  'recalled',
  'employer-conflict',
  'overridden',
  'receiver-failed',
] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/** States in which nothing is owed any more: no turn, no running clock. */
export const ENDED_STATES = ['closed', 'archived'] as const satisfies readonly TicketState[];
export const hasEnded = (state: TicketState): boolean => (ENDED_STATES as readonly string[]).includes(state);

/** Clocks of the custody itself: at most one of a kind runs at a time. */
export const STAGE_CLOCKS = [
  'promise',
  'dispatch',
  'sign',
  'contact',
  'handle',
  'review',
  'call-back',
  'ruling',
] as const;

/** Clocks of one record beside the custody (a request, an order, a part of a supporting unit): each names its record. */
export const SIDE_CLOCKS = [
  'extension-ruling',
  'exclusion-ruling',
  'support',
  'order',
  'receipt',
  'referral',
  'petition',
] as const;
export type SideClock = (typeof SIDE_CLOCKS)[number];

export const CLOCK_KINDS = [...STAGE_CLOCKS, ...SIDE_CLOCKS] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export type Confidentiality = 'open' | 'employer-blind' | 'anonymous';
export type Urgency = 'general' | 'urgent';
export type Difficulty = 'general' | 'difficult' | 'complex';

/** A unit as the ticket refers to it. */
export interface UnitRef {
  readonly id: string;
  readonly path: string;
}

export interface HopFacts {
  readonly id: string;
  readonly seq: number;
  readonly fromUnitId: string | null;
  readonly toUnitId: string;
  readonly toPath: string;
  readonly sentAt: Instant;
  readonly sentBy: string | null;
  readonly signedAt: Instant | null;
  readonly firstContactAt: Instant | null;
  readonly passedAt: Instant | null;
  readonly reportedAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly recalledAt: Instant | null;
  readonly explanation: Explanation;
}

/** Why a unit was chosen, in one sentence, with the catalogue rule that says so. */
export interface Explanation {
  readonly text: string;
  readonly catalogueVersion: number | null;
  readonly rule: number | null;
}

export interface OpenClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly unitId: string;
  readonly yellowAt: Instant;
  readonly dueAt: Instant;
  /** The record a side clock times; null for a stage clock. */
  readonly subjectId: string | null;
  readonly hopId: string | null;
  readonly startedAt: Instant;
  /** As first promised; extensions and pauses move `dueAt` only. */
  readonly originalDueAt: Instant;
  /** The calendar it was promised by, whichever its unit has now; null, on old rows, stands for the unit's own. */
  readonly calendarId: string | null;
  readonly calendarVersion: number;
  readonly limitAmount: number;
  readonly limitUnit: string;
  /** Times a right, not a duty: it lapses at `dueAt` by itself, and nobody is late. */
  readonly isRight: boolean;
}

/** Everything a rule may ask about one ticket, read under its row lock. */
export interface TicketFacts extends RequestRecords {
  readonly id: string;
  readonly no: string;
  readonly version: number;
  readonly state: TicketState;
  readonly kind: string;
  readonly field: string;
  readonly item: string | null;
  readonly tags: readonly string[];
  readonly industry: string | null;
  readonly difficulty: Difficulty;
  readonly urgency: Urgency;
  readonly confidentiality: Confidentiality;
  readonly employer: string | null;
  readonly places: TicketPlaces;
  readonly identityId: string | null;
  readonly intake: UnitRef;
  readonly targetUnitId: string | null;
  readonly accountable: UnitRef;
  readonly turn: { readonly unit: UnitRef; readonly expected: ExpectedStep } | null;
  readonly queueReason: QueueReason | null;
  readonly dueAt: Instant | null;
  readonly redoCount: number;
  readonly openedAt: Instant;
  readonly archivedAt: Instant | null;
  readonly recallUntil: Instant | null;
  readonly recallHopId: string | null;
  /** The highest number of any hop, supporting ones included. */
  readonly lastSeq: number;
  /** The lead custody in order of sending; the last one neither passed, returned nor recalled holds custody. */
  readonly hops: readonly HopFacts[];
  readonly openClocks: readonly OpenClock[];
  readonly openReturn: { readonly id: string; readonly unitId: string; readonly rulerUnitId: string } | null;
  /** Null unless registered as a petition (信访件). */
  readonly petition: 'open' | 'ended' | null;
  readonly returns: readonly ReturnFacts[];
  readonly workerContacts: { readonly total: number; readonly reached: number };
  readonly lastReport: { readonly id: string; readonly at: Instant } | null;
  readonly callBacks: CallBackFacts;
  /** The open link to tickets of the same cause; `following`: a master case is handled in its place. */
  readonly group: { readonly id: string; readonly following: boolean } | null;
  /** Parts asked of other units, open and ended. */
  readonly supports: readonly SupportFacts[];
  /** The worker's newest word about being known to the employer's own union; null while nobody has asked. */
  readonly identityConsent: { readonly agreed: boolean } | null;
  /** People and units withdrawn for an interest in the case (回避). */
  readonly recusals: readonly RecusalFacts[];
  readonly orders: readonly OrderFacts[];
  /** Stages whose automatic ladder a person has taken over. */
  readonly laddersStopped: readonly { readonly hopId: string; readonly unitId: string }[];
}

export interface TicketPlace {
  readonly code: string | null;
  readonly guessed: boolean;
}

export interface TicketPlaces {
  readonly caller: TicketPlace;
  readonly workplace: TicketPlace;
  readonly employerSeat: TicketPlace;
  readonly insurance: TicketPlace;
}

/** Counted since the ticket last came to its call-back: every report, declining or master case starts a round of its own. */
export interface CallBackFacts {
  readonly attempts: number;
  readonly reached: boolean;
}

/** Records beside the custody, before there is any; a new kind of record adds its "none" here. */
export const NO_RECORDS = {
  ...NO_REQUESTS,
  archivedAt: null,
  openReturn: null,
  petition: null,
  returns: [],
  workerContacts: { total: 0, reached: 0 },
  lastReport: null,
  callBacks: { attempts: 0, reached: false },
  group: null,
  supports: [],
  identityConsent: null,
  recusals: [],
  orders: [],
  laddersStopped: [],
} as const satisfies Partial<TicketFacts>;

/** The hop that holds custody now. */
export function custody(facts: Pick<TicketFacts, 'hops'>): HopFacts {
  const holding = facts.hops.filter((hop) => !hop.passedAt && !hop.returnedAt && !hop.recalledAt).at(-1);
  if (!holding) throw new Error('a ticket always has one unit in custody');
  return holding;
}

/**
 * Units that passed the ticket on to the present one, nearest first: the way a report travels back up. A unit's first
 * hop counts, because later ones may be recalls or rulings that came from below.
 */
export function reviewChain(
  facts: Pick<TicketFacts, 'hops' | 'intake'> & Partial<Pick<TicketFacts, 'recusals'>>,
): string[] {
  const chain: string[] = [];
  const firstHop = (unitId: string) => facts.hops.find((one) => one.toUnitId === unitId);
  const holder = custody(facts).toUnitId;
  if (holder === facts.intake.id) return chain;
  let hop = firstHop(holder);
  while (hop?.fromUnitId) {
    const from: string = hop.fromUnitId;
    if (chain.includes(from)) break;
    chain.push(from);
    if (from === facts.intake.id) break;
    hop = firstHop(from);
  }
  // A unit withdrawn for an interest in the case reviews nothing either.
  return chain.filter((unitId) => !facts.recusals?.some((one) => one.unitId === unitId));
}
