import { type AmiItem } from '../ami/message.js';
import { type CallEvent, type EventDraft } from '../call-event/call-event.js';
import { keyed } from '../call-event/event-key.js';
import { AmiNormaliser, type NormaliserStanding } from '../call-event/normalise-ami.js';
import { EslNormaliser } from '../call-event/normalise-esl.js';
import { QueueLogNormaliser } from '../call-event/normalise-queue-log.js';
import { type EslFrame } from '../esl/parser.js';
import { type Entrance, type Knowledge } from '../fold/knowledge.js';
import { type QueueLogLine } from '../queue-log/parser.js';
import { type InPieces, whole } from './pieces.js';
import { type Outcome, type StoredEvent, WorkingSet } from './working-set.js';

/** Messages of one feed, in its order. */
export type Heard =
  | { readonly feed: 'ami'; readonly messages: readonly AmiItem[] }
  | { readonly feed: 'esl'; readonly messages: readonly EslFrame[] }
  | { readonly feed: 'queue_log'; readonly messages: readonly QueueLogLine[] }
  /** placed already: their vendors name every stay themselves */
  | { readonly feed: 'webhook'; readonly messages: readonly (readonly CallEvent[])[] };

/** What another process needs to go on, as JSON. Sets are lists. */
export interface MemoryStanding {
  normaliser?: NormaliserStanding;
  /** telephones of FreeSWITCH's agents */
  telephones?: Record<string, string>;
  known?: ListedKnowledge;
  /** the family after which calls on record are to be looked at again, '' before all: what is known has grown */
  recheck?: string;
}
interface ListedKnowledge {
  arrivals: ListedEntrance | null;
  callers: ListedEntrance;
  keys: (string | null)[];
}
type ListedEntrance = { [K in keyof Entrance]: string[] };

const DAY_US = 86_400_000_000;

/**
 * What is at hand of one source between its batches. It can be lost at any moment: everything of it is on record, and a
 * new one finds there what it needs.
 */
export class SourceMemory {
  #ami: AmiNormaliser;
  #esl: EslNormaliser;
  #log: QueueLogNormaliser;
  #set = new WorkingSet();
  #extensions = new Map<string, string>();
  #told = '';
  #toldTelephones = '';
  /** our clock when the switchboard's was last heard */
  #heardUs = 0;
  isNew = true;
  /** grows whenever what is at hand is forgotten */
  life = 0;

  /** where a rebuild stands: it does not go on from where the line is */
  #rebuilt: MemoryStanding = {};
  #isEsl = false;

  /** @param isRebuild begins anew, before everything on record, and knows only what the calls taught */
  constructor(
    readonly sourceId: string,
    private readonly isRebuild = false,
  ) {
    this.#ami = new AmiNormaliser(sourceId);
    this.#esl = new EslNormaliser(sourceId);
    this.#log = new QueueLogNormaliser(sourceId);
  }

  /** After a batch that did not come on record, what is at hand is not what stands. */
  forget(): void {
    this.#ami = new AmiNormaliser(this.sourceId);
    this.#esl = new EslNormaliser(this.sourceId);
    this.#log = new QueueLogNormaliser(this.sourceId);
    this.#set = new WorkingSet();
    this.#told = '';
    this.#toldTelephones = '';
    this.isNew = true;
    this.life += 1;
  }

  resume(standings: readonly MemoryStanding[]): void {
    for (const { known, ...stood } of standings) {
      const { normaliser: from, telephones } = this.isRebuild ? this.#rebuilt : stood;
      if (from) for (const live of [this.#ami, this.#esl]) live.resume(from);
      if (telephones) this.#esl.telephones.resume(telephones);
      this.#set.resume(known ? knowledge(known) : null, from?.lastUs ?? 0);
    }
    this.isNew = false;
  }

  /** @param receivedUs our clock when the block of bytes was complete: the same whenever the block is read again */
  read(heard: Heard, receivedUs: number): EventDraft[] {
    if (heard.feed === 'webhook') return heard.messages.flat();
    if (heard.feed === 'queue_log') return heard.messages.flatMap((line) => this.#log.read(line));
    if (heard.feed === 'esl') {
      this.#isEsl = true;
      return heard.messages.flatMap((frame) => this.#esl.read(frame, receivedUs));
    }
    const received = { atUs: receivedUs, precision: 'received' as const };
    return heard.messages.flatMap((item) => (item.kind === 'banner' ? [] : this.#ami.read(item, received)));
  }

  unknown(drafts: readonly EventDraft[]): string[] {
    return this.#set.unknown(drafts);
  }

  restore(stored: readonly StoredEvent[]): void {
    for (const { event } of stored) {
      if (event.feed === 'queue_log') this.#log.remember(event);
      else this.#ami.remember(event);
      this.#learnExtension(event);
    }
    this.#set.restore(stored);
  }

  take(drafts: readonly EventDraft[], receivedUs: number): Outcome {
    return whole(this.taking(drafts, receivedUs));
  }

  /** Places what was read, and folds it piece by piece; between two pieces it can be left for good. */
  *taking(drafts: readonly EventDraft[], receivedUs: number): InPieces<Outcome> {
    const placed = drafts.map((event) => this.#place(event));
    for (const event of drafts) this.#learnExtension(event);
    const nowUs = this.#nowUs(receivedUs);
    const before = this.#set.latestUs;
    const entered = this.#set.enter(placed, receivedUs + DAY_US);
    if (this.#set.latestUs > before) this.#heardUs = receivedUs;
    const outcome = yield* this.#set.settling(entered, nowUs);
    for (const leg of this.#set.letGo()) {
      this.#ami.forget(leg);
      this.#log.forget(leg);
    }
    return outcome;
  }

  #place(event: EventDraft): CallEvent {
    // Where the vendor names every stay itself, it is placed already.
    if (event.feed === 'webhook' || event.visitId !== null) return keyed(event, event.visitId);
    return (event.feed === 'queue_log' ? this.#log : this.#ami).place(event);
  }

  /** @returns whether the clock alone changes something now */
  get isWaiting(): boolean {
    return this.#set.isWaiting;
  }
  /** The latest moment the switchboard told of, microseconds. */
  get latestUs(): number {
    return this.#set.latestUs;
  }
  get size(): number {
    return this.#set.size;
  }

  /** The log names agents by name alone; the stream has told which telephone that is. */
  extensionOf(agent: string | null): string | null {
    return agent === null ? null : (this.#extensions.get(agent) ?? null);
  }

  /** What was taken last is on record. */
  settle(): void {
    const telephones = this.#esl.telephones.standing();
    this.#rebuilt = { normaliser: (this.#isEsl ? this.#esl : this.#ami).standing(), telephones };
  }

  /** @returns what a later process must know, null where it is as it was told last */
  standing(feed: Heard['feed']): MemoryStanding | null {
    const known = listed(this.#set.known);
    const text = JSON.stringify(known);
    const growth = this.#set.takeGrowth() ? { recheck: '' } : {};
    const news = text === this.#told ? growth : { known, ...growth };
    this.#told = text;
    if (feed === 'ami') return { normaliser: this.#ami.standing(), ...news };
    return feed === 'esl' ? { normaliser: this.#esl.standing(), ...this.#telephones(), ...news } : news;
  }

  #telephones(): MemoryStanding {
    const telephones = this.#esl.telephones.standing();
    const text = JSON.stringify(telephones);
    if (text === this.#toldTelephones) return {};
    this.#toldTelephones = text;
    return { telephones };
  }

  /** The switchboard's clock: what it told last, and what has passed here since. */
  #nowUs(receivedUs: number): number {
    return this.#heardUs === 0 ? 0 : this.#set.latestUs + Math.max(0, receivedUs - this.#heardUs);
  }

  #learnExtension({ agent, agentExt }: EventDraft): void {
    if (agent !== null && agentExt !== null) this.#extensions.set(agent, agentExt);
  }
}

const list = (of: Entrance): ListedEntrance => ({
  contexts: [...of.contexts],
  numbers: [...of.numbers],
  trunks: [...of.trunks],
});
const listed = ({ arrivals, callers, keys }: Knowledge): ListedKnowledge => ({
  arrivals: arrivals && list(arrivals),
  callers: list(callers),
  keys: [...keys],
});
const unlist = (of: ListedEntrance): Entrance => ({
  contexts: new Set(of.contexts),
  numbers: new Set(of.numbers),
  trunks: new Set(of.trunks),
});
export const knowledge = ({ arrivals, callers, keys }: ListedKnowledge): Knowledge => ({
  arrivals: arrivals && unlist(arrivals),
  callers: unlist(callers),
  keys: new Set(keys),
});
