import { type CallEvent } from '../call-event/call-event.js';
import { foldDistinct } from '../fold/fold.js';
import { type Knowledge, NO_KNOWLEDGE } from '../fold/knowledge.js';
import { type FeedGap } from '../fold/rows.js';
import { inTime } from '../fold/visit-facts.js';
import { NOTHING_STANDS, ROW_KINDS, type Standing, standing } from './row-changes.js';

export interface FoldedWith {
  nowUs: number;
  gaps: readonly FeedGap[];
  known: Knowledge;
}

export const factOf = (event: CallEvent): string => `${event.feed} ${event.eventKey}`;

/** Events that are folded together, and the rows that stand of them in the tables. */
export class Family {
  readonly events = new Map<string, CallEvent>();
  learned: Knowledge = NO_KNOWLEDGE;
  written: Standing = NOTHING_STANDS;
  lastUs = 0;
  private sorted: CallEvent[] = [];

  constructor(readonly key: string) {}

  /** @returns false where it has been told before */
  add(event: CallEvent): boolean {
    const fact = factOf(event);
    if (this.events.has(fact)) return false;
    // Most come in their time: only what comes late is sorted in.
    const last = this.sorted.at(-1);
    const inOrder = this.sorted.length === this.events.size && (!last || last.occurredUs < event.occurredUs);
    if (inOrder) this.sorted.push(event);
    this.events.set(fact, event);
    this.lastUs = Math.max(this.lastUs, event.occurredUs);
    return true;
  }

  absorb(other: Family): void {
    for (const event of other.events.values()) this.add(event);
    this.written = Object.fromEntries(
      ROW_KINDS.map((kind) => [
        kind,
        new Map<string, unknown>([...this.written[kind], ...other.written[kind]]),
      ]),
    ) as unknown as Standing;
  }

  /** Sorted anew only when something came since. */
  inTime(): readonly CallEvent[] {
    if (this.sorted.length !== this.events.size) this.sorted = inTime([...this.events.values()]);
    return this.sorted;
  }

  fold({ nowUs, gaps, known }: FoldedWith): { after: Standing; learned: Knowledge } {
    const rows = foldDistinct(this.inTime(), { nowUs, gaps, known });
    return { after: standing(rows, this.key), learned: rows.learned };
  }

  /** The clock alone may change what stands: an abandon that may be a limit, a request that nothing followed. */
  get isWaiting(): boolean {
    return [...this.written.visits.values()].some(
      (visit) => visit.provisional || (visit.outcome === 'open' && !visit.entered),
    );
  }

  /** Something of it may still come, as far as the switchboard has told. */
  get isOpen(): boolean {
    const { calls, dialled, visits, legs } = this.written;
    return (
      [...calls.values()].some(
        (call) => call.outcome === 'open' || (call.ended === null && call.outcome !== 'lost'),
      ) ||
      [...dialled.values()].some((call) => call.ended === null) ||
      [...visits.values()].some((visit) => visit.outcome === 'open') ||
      [...legs.values()].some((leg) => leg.ended === null)
    );
  }
}
