import { type EventDraft } from './call-event.js';
import { nameKey } from './queue-name.js';
import { openedLive, orderFollowing, orderOpening, type Stay } from './stay.js';

const SECOND = 1_000_000;
/** The longest a dialplan may take from our `HotlineToQueue` to `Queue()`; measured: 0.05 to 1.3 ms. */
const REQUEST_TO_JOIN = 10 * SECOND;
const NEAR = 1.6 * SECOND;

/**
 * Gives every event of a visit the ordinal of its stay: the same leg can join the same queue again (a transfer and
 * back, a dialplan that queues again after the limit), and both feeds must count alike. Nothing is counted up by an
 * event's arrival alone: an opening is matched by its time, so duplicates, disorder and a lost join change nothing.
 * Feed it the log in file order first where there is one; live events may come in any order.
 */
export class VisitBook {
  private readonly legs = new Map<string, Map<string, Stay[]>>();

  /** @returns ordinal of the stay, from 1 */
  place(event: EventDraft & { callerLegId: string; queue: string }): number {
    const stays = this.stays(event);
    const stay = this.find(stays, event) ?? this.open(stays, event);
    note(stay, event);
    return stay.ordinal;
  }

  /** The queue this leg stayed in last. */
  lastQueue(source: string, callerLegId: string): string | null {
    const stays = [...(this.legs.get(`${source}|${callerLegId}`) ?? [])].flatMap(([queue, list]) =>
      list.map((stay) => ({ queue, at: startOf(stay) })),
    );
    return stays.sort((a, b) => b.at - a.at)[0]?.queue ?? null;
  }

  /** The leg is gone for good: a book that is kept for years must not grow. */
  forget(source: string, legId: string): void {
    this.legs.delete(`${source}|${legId}`);
  }

  private stays({ source, callerLegId, queue }: EventDraft & { callerLegId: string; queue: string }): Stay[] {
    const key = `${source}|${callerLegId}`;
    const queues = this.legs.get(key) ?? new Map<string, Stay[]>();
    this.legs.set(key, queues);
    const name = nameKey(queue);
    const stays = queues.get(name) ?? [];
    queues.set(name, stays);
    return stays;
  }

  private find(stays: Stay[], event: EventDraft): Stay | undefined {
    const opening = event.type === 'queue_joined' || event.type === 'queue_requested';
    if (event.feed === 'queue_log') {
      const again = stays.find((stay) => stay.lines.includes(lineOf(event)));
      return again ?? (opening ? logOpening(stays, event) : logFollowing(stays, event));
    }
    if (event.precision === 'order')
      return opening ? orderOpening(stays, event) : orderFollowing(stays, event);
    return opening ? liveOpening(stays, event) : liveFollowing(stays, event);
  }

  private open(stays: Stay[], event: EventDraft): Stay {
    const stay: Stay = {
      ordinal: stays.length + 1,
      joinedUs: null,
      joinedTo: null,
      requestedUs: null,
      openedAs: null,
      logUs: null,
      lines: [],
      firstUs: event.occurredUs,
      overUs: null,
      answeredUs: null,
      gone: false,
      talked: false,
      refused: false,
      closed: false,
    };
    stays.push(stay);
    return stay;
  }
}

const startOf = (stay: Stay): number => stay.joinedUs ?? stay.requestedUs ?? stay.logUs ?? stay.firstUs;

function note(stay: Stay, event: EventDraft): void {
  const at = event.occurredUs;
  // The line of an end names the wait before it: so long before the stay began at the latest, if nothing else says when.
  const before = event.feed === 'queue_log' ? (event.waitS ?? 0) + (event.talkS ?? 0) : 0;
  stay.firstUs = Math.min(stay.firstUs, at - before * SECOND);
  if (event.feed === 'queue_log' && !stay.lines.includes(lineOf(event))) stay.lines.push(lineOf(event));
  if (event.feed !== 'queue_log' && (event.type === 'queue_joined' || event.type === 'queue_requested'))
    stay.openedAs = Math.min(stay.openedAs ?? event.order, event.order);
  if (event.type === 'queue_joined' && event.feed === 'queue_log') {
    stay.logUs ??= at;
  } else if (event.type === 'queue_joined') {
    if (stay.joinedUs === null || (stay.joinedTo === 'second' && event.precision !== 'second')) {
      stay.joinedUs = at;
      stay.joinedTo = event.precision === 'second' ? 'second' : 'exact';
    }
  } else if (event.type === 'queue_requested') stay.requestedUs ??= at;
  else if (event.type === 'queue_refused') stay.refused = true;
  else if (event.type === 'queue_left' || event.type === 'answered')
    stay.overUs ??= event.feed === 'queue_log' ? at + SECOND : at;
  // The log has the second: by its end at the latest.
  const latest = event.feed === 'queue_log' ? at + SECOND : at;
  if (event.type === 'answered') stay.answeredUs = Math.min(stay.answeredUs ?? latest, latest);
  if (event.feed !== 'queue_log') {
    if (event.type === 'talk_ended') stay.talked = true;
    if (event.type === 'queue_left' || event.type === 'answered') stay.gone = true;
  }
  if (event.feed === 'queue_log' && (event.type === 'queue_left' || event.type === 'talk_ended'))
    stay.closed = true;
}

/** The nearest of the stays that fit. */
function nearest(stays: readonly Stay[], away: (stay: Stay) => number | null): Stay | undefined {
  let best: { stay: Stay; away: number } | undefined;
  for (const stay of stays) {
    const distance = away(stay);
    if (distance !== null && (!best || distance < best.away)) best = { stay, away: distance };
  }
  return best?.stay;
}

const middleOf = (second: number): number => second + SECOND / 2;

function logOpening(stays: readonly Stay[], event: EventDraft): Stay | undefined {
  const free = stays.filter((stay) => stay.logUs === null && !stay.refused);
  return (
    nearest(free, (stay) => {
      if (!openedLive(stay)) return null;
      const away = Math.abs(startOf(stay) - middleOf(event.occurredUs));
      return away <= NEAR ? away : null;
    }) ?? free.find((stay) => !openedLive(stay) && stay.firstUs >= event.occurredUs - SECOND)
  );
}

/**
 * Lines of a log are in order: what follows an ENTERQUEUE belongs to it, until the line of its end. What comes then
 * without another ENTERQUEUE is a wait that began on another leg (a transfer before anybody answered), or the same end
 * told again: `app_queue` writes ABANDON twice of a caller who hangs up while the agent hears an announcement. A line that
 * says how long it waited belongs where that began: a caller sent back into the same queue may enter before his first talk
 * is written down as over.
 */
function logFollowing(stays: readonly Stay[], event: EventDraft): Stay | undefined {
  const began = event.waitS === null ? null : event.occurredUs - (event.waitS + (event.talkS ?? 0)) * SECOND;
  const fitting = nearest(stays, ({ logUs, closed }) => {
    if (began === null || logUs === null || closed) return null;
    return Math.abs(logUs - began) <= NEAR ? Math.abs(logUs - began) : null;
  });
  if (fitting) return fitting;
  const latest = stays.reduce<Stay | undefined>(
    (last, stay) => (stay.lines.length > 0 && (!last || isBefore(last, stay)) ? stay : last),
    undefined,
  );
  const last = latest ?? stays.at(-1);
  return last?.closed && !isToldAgain(last, event) ? undefined : last;
}

function isToldAgain(stay: Stay, { type, occurredUs, waitS }: EventDraft): boolean {
  if (type !== 'queue_left' || waitS === null) return false;
  return Math.abs(occurredUs - waitS * SECOND - (stay.logUs ?? stay.firstUs)) <= 1.5 * SECOND;
}

const lineOf = (event: EventDraft): string => `${event.occurredUs}#${String(event.order).padStart(9, '0')}`;
const isBefore = (a: Stay, b: Stay): boolean => (a.lines.at(-1) ?? '') < (b.lines.at(-1) ?? '');

function liveOpening(stays: readonly Stay[], event: EventDraft): Stay | undefined {
  const at = event.occurredUs;
  const joining = event.type === 'queue_joined';
  const own = (stay: Stay): number | null => (joining ? stay.joinedUs : stay.requestedUs);
  const blurred = (stay: Stay): boolean =>
    joining && (event.precision === 'second' || stay.joinedTo === 'second');
  return (
    stays.find((stay) => own(stay) === at) ??
    nearest(stays, (stay) => {
      const known = own(stay);
      if (known === null || !blurred(stay)) return null;
      return Math.abs(known - at) <= 2 * SECOND ? Math.abs(known - at) : null;
    }) ??
    nearest(stays, (stay) => {
      const other = joining ? stay.requestedUs : stay.joinedUs;
      if (own(stay) !== null || other === null || stay.refused) return null;
      const lag = joining ? at - other : other - at;
      return lag >= 0 && lag <= REQUEST_TO_JOIN ? lag : null;
    }) ??
    nearest(stays, (stay) => {
      if (openedLive(stay) || stay.logUs === null) return null;
      const away = Math.abs(at - middleOf(stay.logUs));
      return away <= NEAR ? away : null;
    }) ??
    nearest(stays, (stay) =>
      openedLive(stay) || stay.logUs !== null || stay.firstUs < at ? null : stay.firstUs - at,
    )
  );
}

const WAITING = new Set<EventDraft['type']>(['agent_offered', 'agent_missed', 'answered', 'queue_left']);

function liveFollowing(stays: readonly Stay[], event: EventDraft): Stay | undefined {
  const at = event.occurredUs;
  const talked = (stay: Stay): number | null =>
    stay.answeredUs !== null && stay.answeredUs <= at ? at - stay.answeredUs : null;
  // Transferred back into the same queue, the caller may have joined again in the second in which his talk ended.
  const spoken = event.type === 'talk_ended' ? nearest(stays, talked) : undefined;
  if (spoken) return spoken;
  const begun = nearest(stays, (stay) => (startOf(stay) <= at ? at - startOf(stay) : null));
  if (!begun) return nearest(stays, (stay) => beginsSoon(stay, event));
  // Who was let in was not refused: another request, which was lost, was.
  if (event.type === 'queue_refused' && (begun.joinedUs !== null || begun.logUs !== null)) return undefined;
  const tooLate = begun.overUs !== null && at > begun.overUs + SECOND && WAITING.has(event.type);
  // A ring after the waiting was over belongs to a stay whose opening was lost.
  return tooLate && begun.overUs !== at ? undefined : begun;
}

/** Told before it began: by disorder; or, though told later, by a clock that was set back meanwhile. */
function beginsSoon(stay: Stay, { occurredUs, order }: EventDraft): number | null {
  const away = startOf(stay) - occurredUs;
  const setBack = stay.openedAs !== null && stay.openedAs < order;
  return away <= REQUEST_TO_JOIN || setBack ? away : null;
}
