import { type CallEvent } from '../call-event/call-event.js';
import { nameKey } from '../call-event/queue-name.js';

const NEAR_US = 1_500_000;
const OVER = new Set<CallEvent['type']>(['queue_left', 'talk_ended']);

/**
 * Waits that the log has begun and not ended. A call that was transferred before anybody answered ends under another
 * leg than it began under, and the log names the two nowhere together: the length of the wait tells.
 */
export class LogStays {
  readonly #queues = new Map<string, Map<string, number>>();

  /** @returns the leg under which the wait began that this line goes on with, where that is another */
  begunBy({ feed, type, queue, callerLegId, occurredUs, waitS, talkS }: CallEvent): string | null {
    if (feed !== 'queue_log' || queue === null || callerLegId === null) return null;
    const begun = this.#queues.get(nameKey(queue)) ?? new Map<string, number>();
    this.#queues.set(nameKey(queue), begun);
    if (type === 'queue_joined') begun.set(callerLegId, occurredUs);
    if (begun.has(callerLegId)) {
      if (OVER.has(type)) begun.delete(callerLegId);
      return null;
    }
    if (waitS === null) return null;
    const fromUs = occurredUs - (waitS + (type === 'talk_ended' ? (talkS ?? 0) : 0)) * 1_000_000;
    for (const [leg, atUs] of begun) if (Math.abs(atUs - fromUs) <= NEAR_US) return leg;
    return null;
  }

  forget(beforeUs: number): void {
    for (const begun of this.#queues.values())
      for (const [leg, atUs] of begun) if (atUs < beforeUs) begun.delete(leg);
  }
}
