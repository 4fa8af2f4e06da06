import { type CallEvent, type EventDraft } from '../call-event/call-event.js';
import { isKnown, type Knowledge, NO_KNOWLEDGE, together } from '../fold/knowledge.js';
import { type FeedGap } from '../fold/rows.js';
import { isNews, stillNeeded } from './agent-history.js';
import { byFamily, finalOf } from './by-family.js';
import { Families } from './families.js';
import { type Family, type FoldedWith } from './family.js';
import { FEED, isCall, LegFamilies, legsOf, LOOSE, ofNoCall } from './leg-families.js';
import { type InPieces, whole } from './pieces.js';
import { addChanges, noChanges, type RowChanges, type Standing } from './row-changes.js';
import { type Told, toldOfCall, toldOfNoCall } from './told.js';

export interface StoredEvent {
  readonly family: string;
  readonly event: CallEvent;
}

export interface Merge {
  readonly from: string;
  readonly into: string;
}

/** What of a batch is new, before it is folded. */
export interface Entered {
  /** events to be put on record: those of calls and agents are new, device states may be repeats */
  readonly fresh: readonly StoredEvent[];
  readonly merges: readonly Merge[];
}

/** What a batch comes to. */
export interface Outcome extends Entered {
  readonly changes: RowChanges;
  readonly told: readonly Told[];
}

const MINUTE = 60_000_000;
/** Families folded between two looks at what else there is to do: some milliseconds. */
const PIECE = 32;
/** How long after its end a call is kept at hand, in the switchboard's time: so nothing is let go while the line is down. */
export const KEPT_US = 10 * MINUTE;
/** A leg whose end was lost keeps its call open for no longer. */
export const LOST_US = 12 * 60 * MINUTE;

/**
 * The calls of one source that may still change: events gathered by call (all legs that were ever named together), by
 * agent, and the holes of the feed. A call is let go some minutes after its end; a later event of it finds it in the
 * store again (`unknown`, `restore`).
 */
export class WorkingSet {
  private readonly families = new Families();
  private readonly legs = new LegFamilies();
  private learned: Knowledge = NO_KNOWLEDGE;
  private toldUs = 0;
  private swept = 0;
  private touched = new Set<string>();
  /** perhaps not on record yet: who is let go must be found there */
  private justFolded: ReadonlySet<string> = new Set();
  private hasGrown = false;

  get known(): Knowledge {
    return this.learned;
  }
  /** The latest moment the switchboard told of. */
  get latestUs(): number {
    return this.toldUs;
  }
  get size(): number {
    return this.families.size;
  }
  /** Whether the clock alone would change something. */
  get isWaiting(): boolean {
    return this.families.waiting.size > 0;
  }

  /** Begins with what earlier processes learned. */
  resume(known: Knowledge | null, latestUs: number): void {
    if (known) this.learned = together([this.learned, known]);
    this.toldUs = Math.max(this.toldUs, latestUs);
  }

  /** @returns names of calls and agents that are not at hand: legs, and families of no call */
  unknown(drafts: readonly EventDraft[]): string[] {
    const names = new Set<string>();
    for (const event of drafts) {
      const legs = legsOf(event);
      for (const leg of legs) if (this.legs.get(leg) === undefined) names.add(leg);
      const family = legs.length > 0 ? LOOSE : ofNoCall(event);
      if (family !== LOOSE && !this.families.get(family)) names.add(family);
    }
    if (!this.families.get(FEED)) names.add(FEED);
    return [...names];
  }

  /** Puts families back that were let go, or that another process had: as they stand in the tables, so nothing is told. */
  restore(stored: readonly StoredEvent[]): void {
    const families = new Set<Family>([this.families.made(FEED)]);
    for (const { family: key, event } of stored) {
      const family = this.families.made(key);
      family.add(event);
      if (isCall(key)) for (const leg of legsOf(event)) this.legs.enter(leg, key);
      families.add(family);
      if (key !== FEED) this.toldUs = Math.max(this.toldUs, event.occurredUs);
    }
    // By its own last moment: an abandon that stands as provisional must be found so, or it would stay that for ever.
    for (const family of families) this.families.stand(family, family.fold(this.around(family.lastUs)).after);
  }

  /**
   * @param nowUs the switchboard's clock, for what is only provisional
   * @param limitUs a garbled time beyond it does not move that clock
   */
  take(events: readonly CallEvent[], nowUs: number, limitUs?: number): Outcome {
    return whole(this.settling(this.enter(events, limitUs), nowUs));
  }

  /** @param limitUs a garbled time beyond it does not move the switchboard's clock */
  enter(events: readonly CallEvent[], limitUs = Number.MAX_SAFE_INTEGER): Entered {
    const fresh: { family: string; event: CallEvent }[] = [];
    const merges: Merge[] = [];
    for (const event of events) {
      const family = this.add(event, merges);
      if (family !== null) fresh.push({ family, event });
      if (event.feed !== 'snapshot' && event.occurredUs <= limitUs)
        this.toldUs = Math.max(this.toldUs, event.occurredUs);
    }
    for (const one of fresh) one.family = finalOf(one.family, merges);
    return { fresh, merges };
  }

  /** Folds what the events that were entered have touched, some families at a time. @param nowUs as in `take` */
  *settling({ fresh, merges }: Entered, nowUs: number): InPieces<Outcome> {
    for (const key of this.families.waiting) this.touched.add(key);
    const { changes, told } = yield* this.foldNow(Math.max(nowUs, this.toldUs), fresh);
    return { fresh, merges, changes, told: told.sort((a, b) => a.atUs - b.atUs) };
  }

  /** Whether a call taught something since this was asked last: calls that were let go do not know it yet. */
  takeGrowth(): boolean {
    const grown = this.hasGrown;
    this.hasGrown = false;
    return grown;
  }

  /** @returns legs of the calls that were let go */
  letGo(): string[] {
    if (this.toldUs - this.swept < MINUTE) return [];
    this.swept = this.toldUs;
    const gone: string[] = [];
    for (const [key, family] of this.families.all) {
      if (key.startsWith('agent:')) this.shorten(family);
      if (!isCall(key) || this.justFolded.has(key)) continue;
      const age = this.toldUs - family.lastUs;
      if (age < KEPT_US || (age < LOST_US && family.isOpen)) continue;
      gone.push(...this.legs.legs(key));
      this.legs.forget(key);
      this.families.forget(key);
    }
    return gone;
  }

  private shorten(family: Family): void {
    const events = [...family.events.values()];
    const kept = stillNeeded(events, family.written, this.toldUs);
    if (kept.length === events.length) return;
    family.events.clear();
    for (const event of kept) family.add(event);
    this.families.stand(family, family.fold(this.around(this.toldUs)).after);
  }

  private add(event: CallEvent, merges: Merge[]): string | null {
    const legs = legsOf(event);
    const { family: key, merged } =
      legs.length > 0 ? this.legs.join(legs) : { family: ofNoCall(event), merged: [] };
    if (key === LOOSE) return LOOSE;
    const family = this.families.made(key);
    for (const other of merged) {
      const absorbed = this.families.get(other);
      if (absorbed) family.absorb(absorbed);
      this.families.forget(other);
      this.touched.delete(other);
      merges.push({ from: other, into: key });
    }
    const news = isCall(key) || isNews(event, family.written);
    const added = news && family.add(event);
    if (added || merged.length > 0) this.touched.add(key);
    if (added && key === FEED) this.touchCalls();
    return added ? key : null;
  }

  private touchCalls(): void {
    for (const key of this.families.all.keys()) if (isCall(key)) this.touched.add(key);
  }

  private around(nowUs: number): FoldedWith {
    return { nowUs, gaps: this.gaps(), known: this.learned };
  }

  private gaps(): readonly FeedGap[] {
    const feed = this.families.get(FEED);
    return feed ? [...feed.fold({ nowUs: 0, gaps: [], known: NO_KNOWLEDGE }).after.gaps.values()] : [];
  }

  private *foldNow(
    nowUs: number,
    fresh: readonly StoredEvent[],
  ): InPieces<{ changes: RowChanges; told: Told[] }> {
    const folded = yield* this.foldTouched(nowUs);
    const changes = noChanges();
    const told = fresh.flatMap(({ family, event }) => (isCall(family) ? [] : toldOfNoCall(event)));
    const ofFamily = byFamily(fresh);
    for (const [family, after] of folded) {
      addChanges(changes, family.written, after);
      const events = ofFamily.get(family.key) ?? [];
      if (isCall(family.key)) told.push(...toldOfCall(family.written, after, events));
      this.families.stand(family, after);
    }
    this.justFolded = this.touched;
    this.touched = new Set();
    return { changes, told };
  }

  /** What one call teaches may change what others come to: then all at hand are folded again. */
  private *foldTouched(nowUs: number): InPieces<Map<Family, Standing>> {
    const folded = new Map<Family, Standing>();
    for (let settled = false; !settled;) {
      settled = true;
      const around = this.around(nowUs);
      for (const key of this.touched) {
        const family = this.families.get(key);
        if (!family) continue;
        const { after, learned } = family.fold(around);
        folded.set(family, after);
        if (folded.size % PIECE === 0) yield;
        family.learned = learned;
        if (isKnown(learned, this.learned)) continue;
        this.learned = together([this.learned, learned]);
        this.hasGrown = true;
        settled = false;
      }
      if (!settled) this.touchCalls();
    }
    return folded;
  }
}
