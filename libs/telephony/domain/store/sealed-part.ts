import { bodyOf, type CallEvent, type EventBody } from '../call-event/call-event.js';

/** What of an event may name a person: it is sealed, and the rest is stored in clear. */
export type SealedPart = Partial<Pick<CallEvent, 'caller' | 'callee' | 'exten' | 'peer'>>;

const FIELDS = ['caller', 'callee', 'exten', 'peer'] as const;
// An extension or the hotline's own short number has fewer digits than any person's number.
const LONG = /\d{7}/;

/** @returns what is kept of the event without numbers of people, and those numbers (null where there is none) */
export function split(event: CallEvent): { body: EventBody; personal: SealedPart | null } {
  const body = bodyOf(event);
  let personal: SealedPart | null = null;
  for (const name of FIELDS) {
    const value = event[name];
    if (value === null || !LONG.test(value)) continue;
    personal ??= {};
    personal[name] = value;
    delete body[name];
  }
  return { body, personal };
}

/** A device that is named after a number, such as `Local/13800001111@trunk`. */
export const clearDevice = (peer: string | null): string | null => (peer && LONG.test(peer) ? '***' : peer);
