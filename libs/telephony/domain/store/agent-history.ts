import { type CallEvent } from '../call-event/call-event.js';
import { type Standing } from './row-changes.js';

const HOUR = 3_600_000_000;
/** How much of an agent's past is kept to fold: breaks and sign-ins before it can no longer change. */
export const AGENT_HISTORY_US = 24 * HOUR;

/**
 * A list of members is asked for every minute. What it says of an agent who is known to be in the queue, or on the same
 * break, is nothing new.
 */
export function isNews(event: CallEvent, { segments }: Standing): boolean {
  if (event.feed !== 'snapshot') return true;
  const open = [...segments.values()].filter((one) => one.toUs === null && one.from.us <= event.occurredUs);
  if (event.type === 'agent_signed_in')
    return !open.some((one) => one.state === 'signed_in' && one.queue === event.queue);
  if (event.type === 'agent_paused')
    return !open.some((one) => one.state === 'paused' && one.reason === (event.rawReason ?? ''));
  if (event.type === 'agent_resumed') return open.some((one) => one.state === 'paused');
  if (event.type === 'agent_signed_out') return open.some((one) => one.state === 'signed_in');
  return true;
}

/**
 * The events of an agent that a later one may still be folded with: all since the horizon or since the beginning of a
 * stretch that lasts, and before that the last word on each queue.
 */
export function stillNeeded(
  events: readonly CallEvent[],
  { segments }: Standing,
  nowUs: number,
): CallEvent[] {
  const lasting = [...segments.values()].filter((one) => one.state === 'paused' && one.toUs === null);
  const horizon = Math.min(nowUs - AGENT_HISTORY_US, ...lasting.map((one) => one.from.us - 5_000_000));
  const words = new Map<string, CallEvent>();
  for (const event of events) {
    if (event.type !== 'agent_signed_in' && event.type !== 'agent_signed_out') continue;
    const key = `${event.queue}|${event.feed === 'queue_log'}`;
    const last = words.get(key);
    if (event.occurredUs < horizon && (!last || last.occurredUs <= event.occurredUs)) words.set(key, event);
  }
  const kept = new Set(words.values());
  return events.filter((event) => event.occurredUs >= horizon || kept.has(event));
}
