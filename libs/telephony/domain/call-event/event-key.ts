import { type CallEvent, type EventDraft } from './call-event.js';

/** Facts that can be true more than once of a visit, a leg or an agent: their moment tells them apart. */
const REPEATABLE = new Set<CallEvent['type']>([
  'agent_offered',
  'agent_missed',
  'held',
  'resumed',
  'transferred',
  'agent_signed_in',
  'agent_signed_out',
  'agent_paused',
  'agent_resumed',
  'device_changed',
  'feed_gap',
  'feed_resynced',
  'observed',
]);

/** Log lines of one second are told apart by their line; AMI has microseconds, or nothing better than the order. */
const momentOf = (event: EventDraft): string => {
  if (event.feed === 'queue_log') return `${event.occurredUs}#${event.order}`;
  return event.precision === 'order' ? `#${event.order}` : String(event.occurredUs);
};

/**
 * The key of a fact, from (source, visit or leg, type, ordinal) and not from the time: the visit id holds the ordinal,
 * and joining, being answered, ending the talk are facts a visit has once. So the log's ENTERQUEUE and AMI's
 * QueueCallerJoin have the same key, and reading the log a second time costs nothing.
 *
 * A reason is part of the key of leaving, because leaving (bare), leaving by hang-up (provisional) and leaving by the
 * limit are three statements, and the later must not be lost to the earlier.
 *
 * Ring attempts, holds, breaks and moments repeat, and counting them would give another ordinal after a lost event.
 * They keep their own moment; the fold matches the two feeds by agent and time. The unique index is therefore
 * (eventKey, feed): both feeds' versions stay, since one has the microseconds and the other the truth.
 */
export function eventKey(event: EventDraft): string {
  const subject = event.visitId ?? event.legId ?? event.agent ?? event.agentExt ?? '';
  const parts = [event.source, subject, event.type];
  if (event.type === 'queue_left' || event.type === 'queue_refused')
    parts.push(event.reason ?? '', event.provisional ? '?' : '');
  if (REPEATABLE.has(event.type))
    parts.push(event.sign ?? '', event.queue ?? '', event.agent ?? '', momentOf(event));
  return parts.join('|');
}

/** Completes a draft in place (a day has some 40 events a call: no copies) with its visit and its key. */
export function keyed(event: EventDraft, visitId: string | null): CallEvent {
  event.visitId = visitId;
  return Object.assign(event, { eventKey: eventKey(event) });
}

export const visitIdOf = (legId: string, queue: string, ordinal: number): string =>
  `${legId}:${queue}:${ordinal}`;
