import { type AmiMessage, eventName, numberField, timestampUs } from '../ami/message.js';
import { callerOf, text } from './ami-fields.js';
import { CHANNEL_EVENTS, SNAPSHOT_EVENTS } from './ami-channel-events.js';
import { DIALPLAN_EVENTS, QUEUE_EVENTS } from './ami-queue-events.js';
import {
  type CallEvent,
  draft,
  type EventDraft,
  isOfVisit,
  type Precision,
  type Receipt,
  type Said,
} from './call-event.js';
import { keyed, visitIdOf } from './event-key.js';
import { VisitBook } from './visit-book.js';

const LIVE = { ...QUEUE_EVENTS, ...DIALPLAN_EVENTS, ...CHANNEL_EVENTS };
const SECOND = 1_000_000;
/** How long a hotline is taken to be without any event at most. */
const LATE = 30 * SECOND;
/** Moments kept of what was heard last: more than a switchboard says between its start and its `FullyBooted`. */
const RECENT = 512;

/** When a message was received: our clock, or in a recording without times only the order. */
export interface Received {
  atUs: number;
  precision: Extract<Precision, 'received' | 'order'>;
  /** in a recording: the time of the next event, which may have been long in coming */
  late?: boolean;
  /** in recordings read side by side: another connection was alive at that moment, so that nothing was missed */
  covered?: boolean;
}

export interface NormaliserCounts {
  /** events that the model has no use for (Cdr, PeerStatus, …) */
  unused: number;
  /** events without `Timestamp` that should have one: `timestampevents` is off */
  withoutTime: number;
  restarts: number;
}

/** `order`: messages read so far; `lastUs`: when the feed was last alive; `bootUs`: when the PBX was started. */
export interface NormaliserStanding {
  order: number;
  lastUs: number | null;
  bootUs: number | null;
}

/**
 * Raw AMI messages of one source → call events. One for the life of the source, over reconnects: it knows when the
 * feed was last alive, so that the first `FullyBooted` after a hole gives `feed_gap` and `feed_resynced`, and whether
 * the PBX was started anew meanwhile.
 */
export class AmiNormaliser {
  readonly counts: NormaliserCounts = { unused: 0, withoutTime: 0, restarts: 0 };
  private readonly visits = new VisitBook();
  private order = 0;
  private lastUs: number | null = null;
  private bootUs: number | null = null;
  /** when the last events came, to find the last one of the life before */
  private recentUs: number[] = [];
  /** has anything of a call or an agent been heard? */
  private spoken = false;

  constructor(readonly source: string) {}

  /**
   * @param received used where the message has no Timestamp
   * @returns the call events of this message, none for one that says nothing about calls or agents
   */
  accept(message: AmiMessage, received: Received): CallEvent[] {
    return this.read(message, received).map((event) => this.place(event));
  }

  /** The first half of `accept`: what the message says, not yet placed. Read messages in the order of the wire. */
  read(message: AmiMessage, received: Received): EventDraft[] {
    this.order += 1;
    const name = eventName(message);
    if (name === '') return [];
    if (name === 'FullyBooted') return this.booted(message, received);
    if (name === 'QueueEntry') return this.entry(message, received);
    const snapshot = SNAPSHOT_EVENTS[name];
    if (snapshot) return this.drafts(snapshot(message), this.listed(received));
    const said = LIVE[name]?.(message) ?? [];
    const receipt = this.receipt(message, received, said);
    if (said.length === 0) this.counts.unused += 1;
    return this.drafts(said, receipt);
  }

  /** The second half: which stay in a queue it belongs to, and its key. */
  place(said: EventDraft): CallEvent {
    const event = this.withQueue(said);
    const visitId = isOfVisit(event)
      ? visitIdOf(event.callerLegId, event.queue, this.visits.place(event))
      : null;
    return keyed(event, visitId);
  }

  /** A dialplan that names no queue when a key was pressed (`${QUEUENAME}` is empty there) speaks of the last one. */
  private withQueue(event: EventDraft): EventDraft {
    if (event.type !== 'callback_requested' || event.queue !== null || event.callerLegId === null)
      return event;
    return { ...event, queue: this.visits.lastQueue(event.source, event.callerLegId) };
  }

  /** An event on record, from before this normaliser was made: later ones of its leg are placed after it. */
  remember(event: CallEvent): void {
    if (isOfVisit(event)) this.visits.place(event);
  }

  forget(legId: string): void {
    this.visits.forget(this.source, legId);
  }

  /** Where it stands, to go on from in another process. */
  standing(): NormaliserStanding {
    return { order: this.order, lastUs: this.lastUs, bootUs: this.bootUs };
  }

  resume({ order, lastUs, bootUs }: NormaliserStanding): void {
    this.order = order;
    this.lastUs = lastUs;
    this.bootUs = bootUs;
    this.recentUs = lastUs === null ? [] : [lastUs];
  }

  private receipt(message: AmiMessage, received: Received, said: readonly Said[]): Receipt {
    const at = timestampUs(message);
    if (at === null && said.length > 0) this.counts.withoutTime += 1;
    const occurredUs = at ?? received.atUs;
    this.lastUs = Math.max(this.lastUs ?? 0, occurredUs);
    this.spoken ||= said.some(({ type }) => type !== 'device_changed');
    this.recentUs.push(this.lastUs);
    if (this.recentUs.length > 2 * RECENT) this.recentUs = this.recentUs.slice(-RECENT);
    return {
      source: this.source,
      feed: 'ami',
      occurredUs,
      precision: at === null ? received.precision : 'exact',
      order: this.order,
    };
  }

  private listed(received: Received): Receipt {
    const { atUs: occurredUs } = received;
    return { source: this.source, feed: 'snapshot', occurredUs, precision: 'second', order: this.order };
  }

  private drafts(said: readonly Said[], receipt: Receipt): EventDraft[] {
    return said.map((one) => draft(receipt, one));
  }

  /** A caller who waits: he joined `Wait` seconds ago, and is here now. */
  private entry(message: AmiMessage, received: Received): EventDraft[] {
    const legId = text(message, 'Uniqueid');
    const subject = { legId, callerLegId: legId, legKind: 'caller' as const, queue: text(message, 'Queue') };
    const receipt = this.listed(received);
    const wait = numberField(message, 'Wait') ?? 0;
    const joined: Receipt = { ...receipt, occurredUs: receipt.occurredUs - wait * SECOND };
    return [
      draft(joined, { ...subject, type: 'queue_joined', caller: callerOf(message) }),
      draft(receipt, { ...subject, type: 'observed', sign: 'waiting' }),
    ];
  }

  private booted(message: AmiMessage, received: Received): EventDraft[] {
    const uptime = numberField(message, 'Uptime');
    const boot = uptime === null ? this.bootUs : received.atUs - uptime * SECOND;
    const last = timestampUs(message) === null ? this.lastUs : this.lastBefore(boot);
    const first = this.bootUs === null && !this.spoken;
    if (first || last === null || received.atUs <= last || received.covered === true) {
      this.bootUs ??= boot;
      return [];
    }
    const restarted = uptime !== null && this.restarted(uptime * SECOND, received, last);
    if (restarted) this.counts.restarts += 1;
    if (restarted || this.bootUs === null) this.bootUs = boot;
    const receipt: Receipt = { ...this.listed(received), feed: 'ami' };
    const reason = restarted ? ('restarted' as const) : null;
    return [
      draft({ ...receipt, occurredUs: last }, { type: 'feed_gap', reason }),
      draft(receipt, { type: 'feed_resynced', reason, rawReason: String(last) }),
    ];
  }

  /**
   * A `FullyBooted` with a time of its own is told to all: we signed in while the switchboard still started, and what it
   * said since then is of its new life. @param boot from `Uptime`, which is whole seconds cut off
   */
  private lastBefore(boot: number | null): number | null {
    if (boot === null) return this.lastUs;
    return this.recentUs.findLast((us) => us <= boot - SECOND) ?? null;
  }

  /**
   * Had the PBX gone on, it would have been up for `uptime` at another moment than now: then it was started anew. With
   * no boot known, an uptime shorter than our silence says so.
   */
  private restarted(uptimeUs: number, received: Received, last: number): boolean {
    if (this.bootUs === null) return uptimeUs < received.atUs - last;
    const earliest = received.late ? Math.max(last, received.atUs - LATE) : received.atUs;
    return this.bootUs + uptimeUs < earliest - 5 * SECOND;
  }
}
