import { type EventDraft } from '../call-event/call-event.js';

const WORDS = [
  'rawReason',
  'callId',
  'callerLegId',
  'legId',
  'queue',
  'agent',
  'agentExt',
  'caller',
  'callee',
  'context',
  'exten',
  'bridgeId',
  'application',
  'peer',
] as const satisfies (keyof EventDraft)[];
const NOBODY: readonly string[] = [];

/** Words of so many calls: ids of legs are new with each. */
const MOST = 50_000;

/**
 * Every word of a stretch of a recording once. A part of a string keeps the whole string in memory (V8 slices): with one
 * name of each megabyte kept, a recording of half a gigabyte would stay there as a whole. Words that are heard no more are
 * forgotten.
 */
export class WordBook {
  #words = new Map<string, string>();
  #before = new Map<string, string>();

  own(event: EventDraft): EventDraft {
    for (const key of WORDS) {
      const word = event[key];
      if (word !== null) event[key] = this.#own(word);
    }
    event.otherLegIds =
      event.otherLegIds.length === 0 ? NOBODY : event.otherLegIds.map((id) => this.#own(id));
    return event;
  }

  #own(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    // Joining and cutting makes a string of its own.
    const own = this.#before.get(word) ?? word.split('').join('');
    if (this.#words.size >= MOST) {
      this.#before = this.#words;
      this.#words = new Map();
    }
    this.#words.set(own, own);
    return own;
  }
}
