import { type CallEvent } from '../call-event/call-event.js';
import { foldCalls, foldStays, gapsOf, type Stays } from '../fold/fold.js';
import { isKnown, type Knowledge, NO_KNOWLEDGE, taughtBy, together } from '../fold/knowledge.js';
import { type CallRow, type FeedGap, type VisitRow } from '../fold/rows.js';
import { inTime, withoutRepeats } from '../fold/visit-facts.js';
import { FEED, legsOf, ofNoCall } from '../store/leg-families.js';
import { KEPT_US, LOST_US } from '../store/working-set.js';
import { LogStays } from './log-stays.js';
import { CallShelf, type Shelved } from './shelf.js';
import { ShiftSums } from './shift-sums.js';

const MINUTE = 60_000_000;

export interface ShiftSettings {
  /** how long after its last event a call that is over is kept; Infinity where nothing can be read a second time */
  keptUs?: number;
  /** what an earlier reading of the same recording taught */
  known?: Knowledge;
}

interface Looked {
  call: Shelved;
  sorted: readonly CallEvent[];
  stays: Stays;
}

/**
 * The calls of a recording, folded one by one as soon as they are over and quiet: what stays of them is sums. Give it
 * events about in the order of their time and say now and then how far all files are read (`sweep`).
 */
export class Shift {
  readonly sums = new ShiftSums();
  readonly #shelf = new CallShelf();
  readonly #logStays = new LogStays();
  readonly #keptUs: number;
  #known: Knowledge;
  #feed: CallEvent[] = [];
  #gaps: readonly FeedGap[] = [];
  #latestUs = 0;
  #clockUs = 0;
  #sweptUs = 0;
  #settledUs = 0;
  #letGo = false;
  #grown = false;
  #late = false;

  constructor({ keptUs = KEPT_US, known = NO_KNOWLEDGE }: ShiftSettings = {}) {
    this.#keptUs = keptUs;
    this.#known = known;
  }

  get gaps(): readonly FeedGap[] {
    return this.#gaps;
  }
  get known(): Knowledge {
    return this.#known;
  }
  /** Calls were let go before a later one taught something: another reading with `known` may come to more. */
  get grown(): boolean {
    return this.#grown;
  }
  /** Something was told of a time whose calls had been let go: times go back, another reading must keep all. */
  get late(): boolean {
    return this.#late;
  }
  /** Calls at hand. */
  get size(): number {
    return this.#shelf.size;
  }

  /** @param readUs the time up to which all files have been read */
  take(event: CallEvent, readUs = 0): void {
    this.#clockUs = Math.max(this.#clockUs, readUs);
    this.#latestUs = Math.max(this.#latestUs, event.occurredUs);
    this.sums.hear(event);
    if (event.type === 'arrived' && event.legId !== null) this.#learn(taughtBy(event));
    if (legsOf(event).length === 0) {
      if (ofNoCall(event) === FEED) this.#hole(event);
      return;
    }
    const isOld = event.occurredUs < this.#settledUs && event.feed !== 'snapshot';
    if (isOld && !this.#shelf.has(event)) this.#late = true;
    const other = this.#logStays.begunBy(event);
    this.#shelf.put(event, this.#clockUs, other === null ? [] : [other]);
  }

  #hole(event: CallEvent): void {
    this.#feed = withoutRepeats(inTime([...this.#feed, event]));
    this.#gaps = gapsOf(this.#feed);
    for (const call of this.#shelf.rest()) call.asleep = false;
  }

  #learn(taught: Knowledge): void {
    if (isKnown(taught, this.#known)) return;
    this.#known = together([this.#known, taught]);
    this.#grown ||= this.#letGo;
  }

  /**
   * @param clockUs everything before it has been read, of all files
   * @returns legs of the calls that were let go
   */
  sweep(clockUs: number): string[] {
    this.#clockUs = Math.max(this.#clockUs, clockUs);
    if (this.#clockUs - this.#sweptUs < MINUTE) return [];
    this.#sweptUs = this.#clockUs;
    const sinceUs = this.#clockUs - this.#keptUs;
    const gone = this.#shelf.quiet(sinceUs, this.#clockUs - LOST_US).map((call) => this.#look(call));
    for (const { stays } of gone) this.#learn(stays.learned);
    this.sums.agents.tidy(sinceUs);
    this.#logStays.forget(this.#clockUs - LOST_US);
    return gone.flatMap((looked) => this.#settle(looked, sinceUs));
  }

  #look(call: Shelved): Looked {
    const sorted = call.family.inTime();
    return { call, sorted, stays: foldStays(sorted, { gaps: this.#gaps, nowUs: this.#latestUs }) };
  }

  #settle(looked: Looked, sinceUs: number): string[] {
    const { calls, visits } = this.#rows(looked);
    const { call, stays } = looked;
    if (call.touchedUs > this.#clockUs - LOST_US && isOpen(calls, visits, stays)) {
      call.asleep = true;
      return [];
    }
    this.sums.add(calls, visits);
    this.#letGo = true;
    this.#settledUs = Math.max(this.#settledUs, sinceUs);
    return this.#shelf.take(call);
  }

  #rows({ sorted, stays }: Looked): { calls: CallRow[]; visits: VisitRow[] } {
    return foldCalls(sorted, stays, this.#gaps, this.#known);
  }

  /** Nothing more is to be read: counts what is left. */
  finish(): void {
    const rest = this.#shelf.rest().map((call) => this.#look(call));
    for (const { stays } of rest) this.#learn(stays.learned);
    for (const looked of rest) {
      const { calls, visits } = this.#rows(looked);
      this.sums.add(calls, visits);
      this.#shelf.take(looked.call);
    }
  }
}

/** Something of it may still come, as far as it has been told. */
function isOpen(calls: readonly CallRow[], visits: readonly VisitRow[], { legs }: Stays): boolean {
  return (
    calls.some((call) => call.outcome === 'open') ||
    visits.some(({ outcome, talkEnded }) => outcome === 'open' || (outcome === 'answered' && !talkEnded)) ||
    [...legs.legs()].some(([, , events]) => !events.some((event) => event.type === 'ended'))
  );
}
