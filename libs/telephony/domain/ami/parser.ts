import { type AmiItem, type AmiMessage } from './message.js';

/** Longest line kept, in characters. Asterisk cuts its own at about 1,000; a longer one is noise or an attack. */
export const LONGEST_LINE = 65_536;
/** Most lines kept of one block. */
export const MOST_LINES = 4_096;

const BANNER = /Asterisk Call Manager\/\S*/;
const KEY = /^[A-Za-z][A-Za-z0-9_.()#/ -]{0,127}$/;

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
  private fields = new Map<string, string[]>();
  private lines = 0;

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
      this.keep(text.slice(from, end));
      const line = this.pending;
      this.pending = '';
      this.skipping = false;
      this.line(line.endsWith('\r') ? line.slice(0, -1) : line, items);
      from = end + 1;
    }
    this.keep(text.slice(from));
    return items;
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
    const banner = BANNER.exec(line);
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
    const key = line.slice(0, Math.max(colon, 0));
    if (!KEY.test(key)) {
      this.counts.garbageLines += 1;
      return;
    }
    if (key === 'Event' && this.fields.has('Event')) {
      this.counts.cutBlocks += 1;
      this.startBlock();
    }
    this.lines += 1;
    if (this.lines > MOST_LINES) {
      if (this.lines === MOST_LINES + 1) this.counts.overlong += 1;
      return;
    }
    const value = line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    const values = this.fields.get(key);
    if (values) values.push(value);
    else this.fields.set(key, [value]);
  }

  /** A stray blank line (some list answers end in two) closes an empty block: nothing comes of it. */
  private endBlock(items: AmiItem[]): void {
    if (this.lines === 0) return;
    const kind = kindOf(this.fields);
    if (kind === 'other') this.counts.garbledBlocks += 1;
    else this.counts.messages += 1;
    items.push({ kind, fields: this.fields });
    this.startBlock();
  }

  private startBlock(): void {
    this.fields = new Map();
    this.lines = 0;
  }
}

/** `OriginateResponse` is an event that also has a `Response` field: the event decides. */
function kindOf(fields: ReadonlyMap<string, unknown>): AmiMessage['kind'] {
  if (fields.has('Event')) return 'event';
  return fields.has('Response') ? 'response' : 'other';
}
