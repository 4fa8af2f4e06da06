import { type CallEvent, type EventDraft } from '../call-event/call-event.js';
import { isKnown, type Knowledge, NO_KNOWLEDGE, together } from '../fold/knowledge.js';
import { type FeedGap } from '../fold/rows.js';
import { isNews, stillNeeded } from './agent-history.js';
import { byFamily, finalOf } from './by-family.js';
import { Family, type FoldedWith } from './family.js';
import { FEED, isCall, LegFamilies, legsOf, LOOSE, ofNoCall } from './leg-families.js';
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
  private readonly families = new Map<string, Family>();
  private readonly legs = new LegFamilies();
  private learned: Knowledge = NO_KNOWLEDGE;
  private toldUs = 0;
  private swept = 0;
  private touched = new Set<string>();
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
    return [...this.families.values()].some((family) => family.isWaiting);
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
      if (family !== LOOSE && !this.families.has(family)) names.add(family);
    }
    if (!this.families.has(FEED)) names.add(FEED);
    return [...names];
  }

  /** Puts families back that were let go, or that another process had: as they stand in the tables, so nothing is told. */
  restore(stored: readonly StoredEvent[]): void {
    const families = new Set<Family>([this.family(FEED)]);
    for (const { family: key, event } of stored) {
      const family = this.family(key);
      family.add(event);
      if (isCall(key)) for (const leg of legsOf(event)) this.legs.enter(leg, key);
      families.add(family);
      if (key !== FEED) this.toldUs = Math.max(this.toldUs, event.occurredUs);
    }
    // By its own last moment: an abandon that stands as provisional must be found so, or it would stay that for ever.
    for (const family of families) family.written = family.fold(this.around(family.lastUs)).after;
  }

  /**
   * @param nowUs the switchboard's clock, for what is only provisional
   * @param limitUs a garbled time beyond it does not move that clock
   */
  take(events: readonly CallEvent[], nowUs: number, limitUs?: number): Outcome {
    return this.settle(this.enter(events, limitUs), nowUs);
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

  /** Folds what the events that were entered have touched. @param nowUs as in `take` */
  settle({ fresh, merges }: Entered, nowUs: number): Outcome {
    for (const [key, family] of this.families) if (family.isWaiting) this.touched.add(key);
    const { changes, told } = this.foldNow(Math.max(nowUs, this.toldUs), fresh);
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
    for (const [key, family] of this.families) {
      if (key.startsWith('agent:')) this.shorten(family);
      if (!isCall(key)) continue;
      const age = this.toldUs - family.lastUs;
      if (age < KEPT_US || (age < LOST_US && family.isOpen)) continue;
      gone.push(...this.legs.legs(key));
      this.legs.forget(key);
      this.families.delete(key);
    }
    return gone;
  }

  private shorten(family: Family): void {
    const events = [...family.events.values()];
    const kept = stillNeeded(events, family.written, this.toldUs);
    if (kept.length === events.length) return;
    family.events.clear();
    for (const event of kept) family.add(event);
    family.written = family.fold(this.around(this.toldUs)).after;
  }

  private add(event: CallEvent, merges: Merge[]): string | null {
    const legs = legsOf(event);
    const { family: key, merged } =
      legs.length > 0 ? this.legs.join(legs) : { family: ofNoCall(event), merged: [] };
    if (key === LOOSE) return LOOSE;
    const family = this.family(key);
    for (const other of merged) {
      const absorbed = this.families.get(other);
      if (absorbed) family.absorb(absorbed);
      this.families.delete(other);
      this.touched.delete(other);
      merges.push({ from: other, into: key });
    }
    const news = isCall(key) || isNews(event, family.written);
    const added = news && family.add(event);
    if (added || merged.length > 0) this.touched.add(key);
    if (added && key === FEED) this.touchCalls();
    return added ? key : null;
  }

  private family(key: string): Family {
    const known = this.families.get(key);
    if (known) return known;
    const family = new Family(key);
    this.families.set(key, family);
    return family;
  }

  private touchCalls(): void {
    for (const key of this.families.keys()) if (isCall(key)) this.touched.add(key);
  }

  private around(nowUs: number): FoldedWith {
    return { nowUs, gaps: this.gaps(), known: this.learned };
  }

  private gaps(): readonly FeedGap[] {
    const feed = this.families.get(FEED);
    return feed ? [...feed.fold({ nowUs: 0, gaps: [], known: NO_KNOWLEDGE }).after.gaps.values()] : [];
  }

  private foldNow(nowUs: number, fresh: readonly StoredEvent[]): { changes: RowChanges; told: Told[] } {
    const folded = this.foldTouched(nowUs);
    const changes = noChanges();
    const told = fresh.flatMap(({ family, event }) => (isCall(family) ? [] : toldOfNoCall(event)));
    const ofFamily = byFamily(fresh);
    for (const [family, after] of folded) {
      addChanges(changes, family.written, after);
      const events = ofFamily.get(family.key) ?? [];
      if (isCall(family.key)) told.push(...toldOfCall(family.written, after, events));
      family.written = after;
    }
    this.touched = new Set();
    return { changes, told };
  }

  /** What one call teaches may change what others come to: then all at hand are folded again. */
  private foldTouched(nowUs: number): Map<Family, Standing> {
    const folded = new Map<Family, Standing>();
    for (let settled = false; !settled;) {
      settled = true;
      const around = this.around(nowUs);
      for (const key of this.touched) {
        const family = this.families.get(key);
        if (!family) continue;
        const { after, learned } = family.fold(around);
        folded.set(family, after);
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
