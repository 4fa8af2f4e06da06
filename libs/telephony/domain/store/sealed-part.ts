import { type CallEvent } from '../call-event/call-event.js';

/** What of an event may name a person: it is sealed, and the rest is stored in clear. */
export type SealedPart = Partial<Pick<CallEvent, 'caller' | 'callee' | 'exten' | 'peer'>>;

const FIELDS = ['caller', 'callee', 'exten', 'peer'] as const;
// An extension or the hotline's own short number has fewer digits than any person's number.
const LONG = /\d{7}/;

/** @returns the event without numbers of people, and those numbers (null where there is none) */
export function split(event: CallEvent): { body: CallEvent; personal: SealedPart | null } {
  const kept = FIELDS.filter((name) => LONG.test(event[name] ?? ''));
  if (kept.length === 0) return { body: event, personal: null };
  const blank = Object.fromEntries(kept.map((name) => [name, null]));
  const personal = Object.fromEntries(kept.map((name) => [name, event[name]])) as SealedPart;
  return { body: { ...event, ...blank }, personal };
}

/** A device that is named after a number, such as `Local/13800001111@trunk`. */
export const clearDevice = (peer: string | null): string | null => (peer && LONG.test(peer) ? '***' : peer);
