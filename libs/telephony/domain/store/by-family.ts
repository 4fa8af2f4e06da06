import { type CallEvent } from '../call-event/call-event.js';
import { type Merge, type StoredEvent } from './working-set.js';

export function byFamily(stored: readonly StoredEvent[]): Map<string, CallEvent[]> {
  const families = new Map<string, CallEvent[]>();
  for (const { family, event } of stored) {
    const events = families.get(family);
    if (events) events.push(event);
    else families.set(family, [event]);
  }
  return families;
}

/** @returns the family that a family has become part of */
export function finalOf(family: string, merges: readonly Merge[]): string {
  let key = family;
  for (const { from, into } of merges) if (from === key) key = into;
  return key;
}
