import { type EventDraft } from './call-event.js';

/** One stay of one leg in one queue, as far as it is known while events are being placed. */
export interface Stay {
  ordinal: number;
  /** AMI's QueueCallerJoin, or the arrival computed from a snapshot's `Wait` */
  joinedUs: number | null;
  joinedTo: 'exact' | 'second' | null;
  requestedUs: number | null;
  /** place in the feed of the live event that opened it */
  openedAs: number | null;
  /** the log's ENTERQUEUE, whole second */
  logUs: number | null;
  /** every line of the log about it, in their order: a log is read again now and then */
  lines: string[];
  firstUs: number;
  /** when the waiting was over: connected or left */
  overUs: number | null;
  answeredUs: number | null;
  /** told live that the waiting is over */
  gone: boolean;
  /** told live that the talk is over */
  talked: boolean;
  refused: boolean;
  /** the log told how it ended: what it tells of this leg next is of another stay */
  closed: boolean;
}

export const openedLive = (stay: Stay): boolean => stay.joinedUs !== null || stay.requestedUs !== null;

/**
 * Of a feed without times only the order is known, and neighbours may have changed places. A leg that is still in the queue,
 * or was refused, can only have asked for that stay.
 */
export function orderOpening(stays: readonly Stay[], event: EventDraft): Stay | undefined {
  if (event.type === 'queue_joined') {
    const free = stays.filter((stay) => stay.joinedUs === null && !stay.refused);
    return free.filter(openedLive).at(-1) ?? free.at(0);
  }
  const unasked = stays.filter((stay) => stay.requestedUs === null);
  return (
    unasked.find((stay) => !openedLive(stay) && !stay.refused) ??
    unasked.findLast((stay) => stay.refused || !stay.gone)
  );
}

/** The end of a talk belongs to one that was connected, also where the caller has joined again meanwhile. */
export const orderFollowing = (stays: readonly Stay[], { type }: EventDraft): Stay | undefined =>
  (type === 'talk_ended' ? stays.find((stay) => stay.answeredUs !== null && !stay.talked) : undefined) ??
  stays.filter(openedLive).at(-1) ??
  stays.at(0);
