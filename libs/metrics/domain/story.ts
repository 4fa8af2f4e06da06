import type { Instant } from '@hotline/kernel';
import type { UnitAt } from './fact.js';
import type { Exclusion } from './metrics.js';

/** An event of the story with the append-only rows it refers to. */
export type StoryEvent = TicketEvent | ContactEvent;

export interface TicketEvent {
  readonly about: 'ticket';
  readonly kind: string;
  readonly at: Instant;
  readonly unit: UnitAt;
  readonly ticket: TicketStory;
  readonly answer: CallBackAnswer | null;
}

/** Events that end the work; a withdrawal by the worker ends it like a close. */
const ENDINGS = ['ticket-closed', 'ticket-withdrawn'];
export const endsWork = (kind: string): boolean => ENDINGS.includes(kind);

/** A promise to the worker, and the unit that answers for it. */
export interface Promised {
  readonly dueAt: Instant;
  /** Unit of the newest hop; a change of the tree after the promise fell due moves nothing. */
  readonly accountable: UnitAt;
}

/** What hops, clocks and rulings of the ticket say, whichever event is looked at. */
export interface TicketStory {
  readonly id: string;
  /** As first promised to the worker. */
  readonly promised: Promised;
  /** As extensions and pauses have moved it. */
  readonly extended: Promised;
  /** Granted and not revoked; the request itself tells, so the order of folding does not matter. */
  readonly excluded: Exclusion | null;
  /** Tenths of working days from opening to this event. */
  readonly worked: number;
}

/** What the worker said when called back. */
export interface CallBackAnswer {
  readonly id: string;
  readonly reached: boolean;
  readonly refused: boolean;
  readonly handlingRating: string | null;
  readonly callRating: string | null;
  /** Accountable when the worker was called. */
  readonly accountable: UnitAt;
}

export interface ContactEvent {
  readonly about: 'contact';
  readonly kind: string;
  readonly contactId: string;
  readonly unit: UnitAt;
  readonly channel: string;
  readonly outcome: string;
  readonly rating: string | null;
  readonly startedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
  /** The telephone tells of this call itself: what was logged of it is not counted a second time. */
  readonly byTelephone: boolean;
}
