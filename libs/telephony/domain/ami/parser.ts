import { AmiBlock, type AmiItem } from './message.js';
import { OwnTexts } from './own-texts.js';

/** Longest line kept, in characters. Asterisk cuts its own at about 1,000; a longer one is noise or an attack. */
export const LONGEST_LINE = 65_536;
/** Most lines kept of one block. */
export const MOST_LINES = 4_096;

const GREETING = 'Asterisk Call Manager/';
const BANNER = /Asterisk Call Manager\/\S*/;
const KEY = /^[A-Za-z][A-Za-z0-9_.()#/ -]{0,127}$/;

/** Names of fields are few; those of a noisy line are not remembered without end. */
const MOST_NAMES = 2_000;
/** What is kept with a call and named by many messages: its legs, and where they are. */
const KEPT = /((Unique|Linked)id|Context)$|^(Queue|MemberName|Name|Exten|CallerIDNum)$/;

interface Name {
  readonly name: string;
  readonly isKept: boolean;
}

/** What the stream held besides whole messages; shown on the health page of the source. */
export interface AmiCounts {
  messages: number;
  /** lines that are not `Key: value` */
  garbageLines: number;
  /** blocks with neither `Event` nor `Response` as a key */
  garbledBlocks: number;
  /** lines or blocks longer than the bounds, cut */
  overlong: number;
  /** blocks without their end: the connection broke inside */
  cutBlocks: number;
}

/**
 * Turns the bytes of a manager connection into messages, in chunks of any size. Never throws on input: what is not
 * AMI is counted and left out. One parser a connection; `reset` at each connect, so that no half block of the last
 * connection is glued to the first of the next.
 */
export class AmiParser {
  readonly counts: AmiCounts = { messages: 0, garbageLines: 0, garbledBlocks: 0, overlong: 0, cutBlocks: 0 };
  private decoder = new TextDecoder();
  private pending = '';
  private skipping = false;
  private pairs: string[] = [];
  private hasEvent = false;
  private hasResponse = false;
  private lines = 0;
  private readonly names = new Map<string, Name>();
  private readonly own = new OwnTexts();

  /** @returns the messages that this chunk completed */
  push(bytes: Uint8Array): AmiItem[] {
    return this.text(this.decoder.decode(bytes, { stream: true }));
  }

  /** The connection or the file ended: a block without its blank line is not emitted, but counted. */
  end(): AmiItem[] {
    const items = this.text(this.decoder.decode());
    if (this.pending !== '' || this.lines > 0) this.counts.cutBlocks += 1;
    this.reset();
    return items;
  }

  reset(): void {
    this.decoder = new TextDecoder();
    this.pending = '';
    this.skipping = false;
    this.startBlock();
  }

  private text(text: string): AmiItem[] {
    const items: AmiItem[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      const line = this.whole(text, from, end);
      this.line(line.endsWith('\r') ? line.slice(0, -1) : line, items);
      from = end + 1;
    }
    this.keep(text.slice(from));
    return items;
  }

  private whole(text: string, from: number, end: number): string {
    if (this.pending === '' && !this.skipping && end - from <= LONGEST_LINE) return text.slice(from, end);
    this.keep(text.slice(from, end));
    const line = this.pending;
    this.pending = '';
    this.skipping = false;
    return line;
  }

  /** Adds to the unfinished line, up to the bound; the rest of such a line is thrown away. */
  private keep(text: string): void {
    if (this.skipping || text === '') return;
    this.pending += text;
    if (this.pending.length <= LONGEST_LINE) return;
    this.pending = this.pending.slice(0, LONGEST_LINE);
    this.skipping = true;
    this.counts.overlong += 1;
  }

  private line(line: string, items: AmiItem[]): void {
    if (line === '') return this.endBlock(items);
    const banner = line.includes(GREETING) ? BANNER.exec(line) : null;
    if (banner && !/^(Output|Message|AppData|Value|Data): /.test(line)) {
      if (this.lines > 0 || banner.index > 0) this.counts.cutBlocks += 1;
      this.startBlock();
      items.push({ kind: 'banner', text: banner[0] });
      return;
    }
    this.field(line);
  }

  private field(line: string): void {
    const colon = line.indexOf(':');
    const key = this.nameOf(line.slice(0, Math.max(colon, 0)));
    if (key === null) {
      this.counts.garbageLines += 1;
      return;
    }
    const { name } = key;
    if (name === 'Event' && this.hasEvent) {
      this.counts.cutBlocks += 1;
      this.startBlock();
    }
    this.lines += 1;
    if (this.lines > MOST_LINES) {
      if (this.lines === MOST_LINES + 1) this.counts.overlong += 1;
      return;
    }
    if (name === 'Event') this.hasEvent = true;
    else if (name === 'Response') this.hasResponse = true;
    const value = line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    this.pairs.push(name, key.isKept ? this.own.of(value) : value);
  }

  private nameOf(text: string): Name | null {
    const known = this.names.get(text);
    if (known) return known;
    if (!KEY.test(text)) return null;
    if (this.names.size >= MOST_NAMES) this.names.clear();
    const name = { name: text, isKept: KEPT.test(text) };
    this.names.set(text, name);
    return name;
  }

  /** A stray blank line (some list answers end in two) closes an empty block: nothing comes of it. */
  private endBlock(items: AmiItem[]): void {
    if (this.lines === 0) return;
    const kind = this.kind();
    if (kind === 'other') this.counts.garbledBlocks += 1;
    else this.counts.messages += 1;
    items.push(new AmiBlock(kind, this.pairs));
    this.startBlock();
  }

  /** `OriginateResponse` is an event that also has a `Response` field: the event decides. */
  private kind(): AmiBlock['kind'] {
    if (this.hasEvent) return 'event';
    return this.hasResponse ? 'response' : 'other';
  }

  private startBlock(): void {
    this.pairs = [];
    this.hasEvent = false;
    this.hasResponse = false;
    this.lines = 0;
  }
}
