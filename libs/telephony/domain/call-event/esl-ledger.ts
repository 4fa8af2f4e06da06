import { type EslEvent } from '../esl/parser.js';
import { type ListRow } from '../esl/lists.js';
import { header, SECOND } from './esl-fields.js';

/** Events and answers are written by two hands: what differs for a moment only is under way. */
const STANDS_US = 5 * SECOND;

/**
 * Notices on a living connection that events were lost. Their numbers cannot tell (normalise-esl.ts), nor can the `Session-Since-Startup`
 * of the beat, which counts legs too that failed before they were any. What can: the switchboard's own word that a queue of events
 * ran over (`TRAP`, of whichever client), an event of a leg of which nothing was told before, and a difference between the legs
 * and callers that the events left and those that the lists of each minute show, once it has stood for two looks.
 */
export class EslLedger {
  /** legs by the events since the first list; null: there was none yet on this connection */
  #open: Map<string, number> | null = null;
  #callers = new Set<string>();
  /** whether the callers of a queue were listed once */
  readonly #listed = new Set<string>();
  /** differences and when they were seen first */
  #odd = new Map<string, number>();
  #agreedUs = 0;
  #proved = false;

  /** A new connection: what went before is a hole of its own. */
  begin(): void {
    this.#open = null;
    this.#callers = new Set();
    this.#listed.clear();
    this.#odd = new Map();
    this.#proved = false;
  }

  hear(event: EslEvent, atUs: number): void {
    const open = this.#open;
    if (!open) return;
    const name = header(event, 'Event-Name') ?? '';
    const caller = header(event, 'CC-Member-UUID');
    const action = header(event, 'CC-Action');
    if (action === 'member-queue-start' && caller !== null) this.#callers.add(caller);
    if (action === 'member-queue-end' && caller !== null) this.#callers.delete(caller);
    if (name === 'TRAP') this.#proved ||= /^lost \d+ events?$/.test(header(event, 'info') ?? '');
    const leg = header(event, 'Unique-ID');
    if (leg === null || !/^(?:CHANNEL_|HOTLINE_GONE)/.test(name)) return;
    if (name === 'CHANNEL_CREATE') open.set(leg, atUs);
    else if (name === 'CHANNEL_HANGUP_COMPLETE') this.#ended(leg, open, atUs);
    else if (name === 'HOTLINE_GONE') open.delete(leg);
  }

  /** The first list may not show a leg that was just being taken down. */
  #ended(leg: string, open: Map<string, number>, atUs: number): void {
    if (!open.delete(leg)) this.#proved ||= atUs - this.#agreedUs > STANDS_US;
  }

  /** A whole list of channels. @returns since when events may be missing; null while all agrees or may still come to agree */
  look(legs: readonly string[], atUs: number): number | null {
    const open = this.#open;
    if (!open) {
      this.#settle(legs, atUs);
      return null;
    }
    const shown = new Set(legs);
    const unknown = legs.filter((leg) => !open.has(leg));
    const gone = [...open.keys()].filter((leg) => !shown.has(leg));
    const callers = [...this.#odd.keys()].filter(
      (one) => one.startsWith(CALLER) && !this.#callers.has(one.slice(CALLER.length)),
    );
    this.#differ([...unknown, ...gone], atUs, callers);
    if (!this.#proved && ![...this.#odd.values()].some((sinceUs) => atUs - sinceUs >= STANDS_US)) {
      if (this.#odd.size === 0) this.#agreedUs = atUs;
      return null;
    }
    const fromUs = this.#agreedUs;
    this.#settle(legs, atUs);
    return fromUs;
  }

  /** Callers of one queue: one who is listed and was never told of. The gap is told with the next list of channels. */
  members(rows: readonly ListRow[], atUs: number): void {
    const queue = rows[0]?.get('queue') ?? '';
    const waiting = rows.filter((row) => row.get('state') === 'Waiting').map((row) => row.get('uuid') ?? '');
    const unknown = waiting.filter((caller) => !this.#callers.has(caller));
    if (!this.#listed.has(queue)) for (const caller of unknown) this.#callers.add(caller);
    else for (const caller of unknown) this.#odd.set(CALLER + caller, this.#odd.get(CALLER + caller) ?? atUs);
    this.#listed.add(queue);
  }

  #differ(found: readonly string[], atUs: number, kept: readonly string[]): void {
    const before = this.#odd;
    this.#odd = new Map([...found, ...kept].map((one) => [one, before.get(one) ?? atUs]));
  }

  #settle(legs: readonly string[], atUs: number): void {
    this.#open = new Map(legs.map((leg) => [leg, atUs]));
    for (const key of this.#odd.keys())
      if (key.startsWith(CALLER)) this.#callers.add(key.slice(CALLER.length));
    this.#odd = new Map();
    this.#agreedUs = atUs;
    this.#proved = false;
  }
}

const CALLER = 'caller:';
