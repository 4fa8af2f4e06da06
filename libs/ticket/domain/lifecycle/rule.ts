import type { Instant, RefusalCode } from '@hotline/kernel';
import type { Permission } from '@hotline/organization';
import type { ClockKind, TicketFacts, TicketState } from '../facts.js';
import type { Who } from './who.js';

/** What a verb may do to the clocks of its ticket; anything it does beyond this is a fault the tests look for. */
export interface ClockEffects {
  readonly starts?: readonly ClockKind[];
  /** `stage`: whatever belongs to the unit that had the ticket; `all`: nothing runs any more. */
  readonly stops?: readonly ClockKind[] | 'stage' | 'all';
  /** Deadlines that move, each with a restatement. */
  readonly moves?: readonly ClockKind[];
}

/** One row of the lifecycle table: who may do the verb, when, and what follows for the ticket's state and its clocks. */
export interface Rule {
  readonly zh: string;
  readonly en: string;
  readonly from: readonly TicketState[];
  /** States it can lead to; empty for a verb that leaves the ticket as it is. */
  readonly to: readonly TicketState[];
  readonly permission: Permission;
  readonly who: Who;
  readonly clocks: ClockEffects;
  /** What stands in the way although right and state are fine. */
  readonly guard?: (facts: TicketFacts, now: Instant) => RefusalCode | null;
}

/** What the system does by itself: by a job or a sweep, never by a person. */
export interface SystemMove {
  readonly zh: string;
  readonly en: string;
  readonly from: readonly TicketState[];
  readonly to: readonly TicketState[];
  readonly clocks: ClockEffects;
}

/** States in which a unit owes the worker something. */
export const OPEN_STATES = [
  'queued',
  'unclear',
  'dispatched',
  'handling',
  'reported',
  'call-back',
  'grouped',
] as const satisfies readonly TicketState[];
