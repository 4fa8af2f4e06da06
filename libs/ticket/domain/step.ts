import type { Instant } from '@hotline/kernel';
import { REQUEST_EVENTS, REQUEST_NOTICES } from './request-events.js';
import {
  type ClockKind,
  type ExpectedStep,
  type Explanation,
  hasEnded,
  type OpenClock,
  type QueueReason,
  type TicketFacts,
  type TicketState,
  type UnitRef,
} from './facts.js';
import type { PauseEnding } from './request-facts.js';
import type { NewPart, PartChange } from './support.js';

export interface NewHop {
  readonly id: string;
  readonly from: UnitRef | null;
  readonly to: UnitRef;
  readonly sentBy: string | null;
  readonly explanation: Explanation;
}

export interface NewClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly unitId: string;
  readonly hopId: string | null;
  readonly startedAt: Instant;
  readonly yellowAt: Instant;
  readonly dueAt: Instant;
  /** Whose version `calendarVersion` is; left out: the unit's own. */
  readonly calendarId?: string;
  readonly calendarVersion: number;
  readonly provisional: boolean;
  readonly limitId: string;
  readonly limitAmount: number;
  readonly limitUnit: string;
  /** The record a side clock times; left out for a stage clock. */
  readonly subjectId?: string;
  /** Times a right, not a duty: never carded, never late, lapses by itself. */
  readonly isRight?: boolean;
}

/** A part asked of another unit; custody stays where it is. */
export interface NewSupportHop extends NewHop {
  /** The lead hop it supports. */
  readonly parentHopId: string;
}

export const RESTATEMENTS = ['extended', 'paused', 'resumed', 'calendar-published', 'corrected'] as const;
export type Restatement = (typeof RESTATEMENTS)[number];

/** A running deadline moves. The old one stays readable: every change leaves a row that says why. */
export interface ClockChange {
  readonly clockId: string;
  readonly dueAt: Instant;
  readonly yellowAt: Instant;
  readonly calendarVersion: number;
  readonly provisional: boolean;
  readonly reason: Restatement;
  /** The request or pause that moved it. */
  readonly subjectId?: string;
}

export const HOP_STAMPS = ['signed', 'firstContact', 'passed', 'reported', 'returned', 'recalled'] as const;
export type HopStamp = (typeof HOP_STAMPS)[number];

export const NOTICE_KINDS = [
  'hop-arrived',
  'return-requested',
  'return-ruled',
  'report-arrived',
  'petition-asked',
  'redo',
  'yellow',
  'red',
  'call-back-due',
  'failed-job',
  'group-linked',
  'group-unlinked',
  'group-flag',
  'support-asked',
  'support-insisted',
  'support-reported',
  'support-declined',
  'support-ended',
  'recused',
  'urged',
  'supervised',
  'raised',
  'order-answered',
  'order-ended',
  'below-late',
  'leader-told',
  'receipt-confirmed',
  'mentioned',
  'unit-change-stopped',
  'work-followed',
  ...REQUEST_NOTICES,
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * What one verb changes, decided by a pure rule and written by the store in one transaction: the ticket moves to
 * the next version, its hops, clocks, event and notices move with it.
 */
export interface Step {
  readonly event: {
    readonly kind: TicketEventKind;
    readonly unitId: string | null;
    readonly facts?: Readonly<Record<string, unknown>>;
  };
  readonly state: TicketState;
  readonly turn: { readonly unit: UnitRef; readonly expected: ExpectedStep } | null;
  /** Custody moves to this hop's unit; the hop in custody before must be stamped by `stamps`. */
  readonly hop?: NewHop;
  /** Parts asked of other units beside the lead. */
  readonly supportHops?: readonly NewSupportHop[];
  /** The records of those parts. */
  readonly asks?: readonly NewPart[];
  readonly partChanges?: readonly PartChange[];
  readonly stamps?: readonly { readonly hopId: string; readonly stamp: HopStamp }[];
  /** Ids of open clocks to stop. */
  readonly stopClocks?: readonly string[];
  /** Clocks of a right whose time is over: they ended at that time, however late a sweep comes. */
  readonly lapseClocks?: readonly string[];
  readonly startClocks?: readonly NewClock[];
  /** Stopped clocks that run again with the deadline they had. */
  readonly resumeClocks?: readonly OpenClock[];
  /** Open clocks whose deadline moves. */
  readonly changeClocks?: readonly ClockChange[];
  /** The pause under way ends, because custody leaves the unit that waits. */
  readonly endPause?: { readonly how: PauseEnding; readonly note: string };
  readonly queueReason?: QueueReason | null;
  readonly targetUnitId?: string | null;
  readonly addTags?: readonly string[];
  readonly redo?: boolean;
  readonly recallUntil?: Instant | null;
  readonly notices?: readonly { readonly unit: UnitRef; readonly kind: NoticeKind }[];
}

export const TICKET_EVENTS = [
  'ticket-opened',
  'hop-sent',
  'ticket-unclear',
  'dispatch-recalled',
  'hop-signed',
  'worker-contacted',
  'passed-down',
  'return-requested',
  'return-ruled',
  'hop-reported',
  'report-reviewed',
  'call-back-recorded',
  'redo-ordered',
  'ticket-closed',
  'group-linked',
  'group-unlinked',
  'group-followed',
  'ticket-archived',
  'quality-checked',
  'clocks-restated',
  'identity-revealed',
  'legal-facts-saved',
  'petition-marked',
  'petition-act-recorded',
  'right-lapsed',
  'unit-reorganised',
  'support-asked',
  'support-signed',
  'support-passed',
  'support-contacted',
  'support-reported',
  'support-declined',
  'support-insisted',
  'support-withdrawn',
  'support-waived',
  'identity-consent-recorded',
  'recused',
  'ticket-urged',
  'ticket-supervised',
  'ticket-raised',
  'order-answered',
  'order-ended',
  'ladder-stepped',
  'ladder-taken-over',
  'receipt-confirmed',
  'receipt-passed-on',
  'specialist-transferred',
  ...REQUEST_EVENTS,
] as const;
export type TicketEventKind = (typeof TICKET_EVENTS)[number];

/** A clock just started, as facts tell it. */
export const openClockOf = (clock: NewClock): OpenClock => ({
  id: clock.id,
  kind: clock.kind,
  unitId: clock.unitId,
  yellowAt: clock.yellowAt,
  dueAt: clock.dueAt,
  subjectId: clock.subjectId ?? null,
  hopId: clock.hopId,
  startedAt: clock.startedAt,
  originalDueAt: clock.dueAt,
  calendarId: clock.calendarId ?? null,
  calendarVersion: clock.calendarVersion,
  limitAmount: clock.limitAmount,
  limitUnit: clock.limitUnit,
  isRight: clock.isRight ?? false,
});

/** Ids of the open side clocks of one record. */
export function clocksAbout(facts: Pick<TicketFacts, 'openClocks'>, subjectId: string): string[] {
  return facts.openClocks.filter((clock) => clock.subjectId === subjectId).map((clock) => clock.id);
}

/** Ids of the open clocks of these kinds. */
export function clocksOf(facts: Pick<TicketFacts, 'openClocks'>, ...kinds: ClockKind[]): string[] {
  return facts.openClocks.filter((clock) => kinds.includes(clock.kind)).map((clock) => clock.id);
}

/** The earliest deadline still running after the step: what lists sort by and cards colour by. A right is no deadline. */
export function nextDeadline(
  facts: Pick<TicketFacts, 'openClocks'>,
  step: Step,
): { dueAt: Instant; yellowAt: Instant } | null {
  // A petition may outlive its ticket; nothing is due on the ticket any more.
  if (hasEnded(step.state)) return null;
  const stopped = new Set([...(step.stopClocks ?? []), ...(step.lapseClocks ?? [])]);
  const moved = new Map((step.changeClocks ?? []).map((change) => [change.clockId, change]));
  const running = [
    ...facts.openClocks
      .filter((clock) => !stopped.has(clock.id) && !clock.isRight)
      .map((clock) => moved.get(clock.id) ?? clock),
    ...(step.startClocks ?? []).filter((clock) => !clock.isRight),
    ...(step.resumeClocks ?? []),
  ];
  return running.reduce<{ dueAt: Instant; yellowAt: Instant } | null>(
    (first, clock) =>
      !first || clock.dueAt < first.dueAt ? { dueAt: clock.dueAt, yellowAt: clock.yellowAt } : first,
    null,
  );
}
