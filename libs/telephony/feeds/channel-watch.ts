import { type AmiItem, eventName, field } from '../domain/ami/message.js';

/** A call that stands open on record, by the switchboard's id of its caller's leg. */
export interface OpenLeg {
  readonly legId: string;
  readonly sinceMs: number;
}

interface List {
  readonly atMs: number;
  readonly legs: ReadonlySet<string>;
}

/** A leg made while a list was written may be missing from it. */
const YOUNG_MS = 2_000;

/**
 * Knows from the lists of channels which legs a switchboard still has. A leg that two whole lists in a row do not show is gone,
 * whatever became of the event that should have said so.
 */
export class ChannelWatch {
  private open = new Set<string>();
  private lists: readonly List[] = [];

  hear(items: readonly AmiItem[], nowMs: number): void {
    for (const item of items) {
      if (item.kind !== 'event') continue;
      const event = eventName(item);
      const legId = field(item, 'Uniqueid');
      if (event === 'CoreShowChannel' && legId) this.open.add(legId);
      if (event !== 'CoreShowChannelsComplete') continue;
      this.listed(this.open, nowMs);
      this.open = new Set();
    }
  }

  /** A whole list. */
  listed(legs: ReadonlySet<string>, nowMs: number): void {
    this.lists = [...this.lists.slice(-1), { atMs: nowMs, legs }];
  }

  /** After a hole the fold itself knows what was lost in it; the lists of before say nothing any more. */
  begin(): void {
    this.open = new Set();
    this.lists = [];
  }

  /** @returns the legs that are gone; each pair of lists is asked about once */
  gone(candidates: readonly OpenLeg[]): string[] {
    const [first, second] = this.lists;
    if (!first || !second) return [];
    this.lists = [second];
    return candidates
      .filter(({ sinceMs }) => sinceMs < first.atMs - YOUNG_MS)
      .map(({ legId }) => legId)
      .filter((legId) => !first.legs.has(legId) && !second.legs.has(legId));
  }

  get hasTwo(): boolean {
    return this.lists.length === 2;
  }
}

/** Our own word in the record of the stream, so that a rebuild from it comes to the same. */
export const goneFrame = (legId: string): string =>
  `Event: HotlineGone\r\nUniqueid: ${legId}\r\nLinkedid: ${legId}\r\n\r\n`;

/** The same in the words of the event socket. */
export function goneEvent(legId: string, atUs: number): string {
  const event = `Event-Name: HOTLINE_GONE\nUnique-ID: ${legId}\nEvent-Date-Timestamp: ${atUs}\n\n`;
  return `Content-Length: ${event.length}\nContent-Type: text/event-plain\n\n${event}`;
}
