/** One event of FreeSWITCH's event socket (`event plain`): decoded headers, and the body where it has one. */
export interface EslEvent {
  headers: ReadonlyMap<string, string>;
  body: string;
}

/** One frame of the socket: an event, a reply to a command, or a notice. */
export interface EslFrame {
  contentType: string;
  headers: ReadonlyMap<string, string>;
  event: EslEvent | null;
  /** of an answer or a notice; an event has its own */
  body: string;
}

export interface EslCounts {
  frames: number;
  garbageLines: number;
  /** frames whose length is not a number or is beyond the bound */
  badLengths: number;
  halfFrame: number;
}

/** Longest body, in bytes; an event with all channel variables has some 10,000. */
export const LONGEST_BODY = 4_194_304;
const LONGEST_HEAD = 262_144;
const LF = 10;
/** What every connection begins with. */
export const GREETING = 'Content-Type: auth/request\n\n';
const GREETING_BYTES = new TextEncoder().encode(GREETING);

/**
 * Reads the event socket in chunks of any size. `Content-Length` counts bytes, so the buffer holds bytes. Values are
 * percent-encoded; one that cannot be decoded is kept as it came. Never throws on input.
 */
export class EslParser {
  readonly counts: EslCounts = { frames: 0, garbageLines: 0, badLengths: 0, halfFrame: 0 };
  #buffer = new Uint8Array(65_536);
  #length = 0;
  #scanned = 0;
  #head: Map<string, string> | null = null;
  #wanted = 0;

  /**
   * @param isRecord the bytes of connection after connection: one may have broken off in the middle of a frame, and the
   *   next begins with its greeting, which can stand in no frame (values are percent-encoded)
   */
  constructor(private readonly isRecord = false) {}

  /** Whether the last frame is whole, so that one of our own may be put behind it. */
  get isBetween(): boolean {
    return this.#head === null && this.#length === 0;
  }

  push(bytes: Uint8Array): EslFrame[] {
    this.#append(bytes);
    const frames: EslFrame[] = [];
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) if (frame) frames.push(frame);
    this.counts.halfFrame = this.#length;
    return frames;
  }

  #append(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#buffer.length) {
      const larger = new Uint8Array((this.#length + bytes.length) * 2);
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** @returns a frame, null for something skipped, undefined when more bytes are needed */
  #next(): EslFrame | null | undefined {
    if (!this.#head) {
      const end = this.#headEnd();
      if (this.#dropBroken(end < 0 ? this.#length : end)) return null;
      if (end < 0) return undefined;
      this.#head = this.#lines(this.#take(end));
      this.#wanted = this.#bodyLength(this.#head);
    }
    if (this.#dropBroken(this.#wanted)) return null;
    if (this.#length < this.#wanted) return undefined;
    const headers = this.#head;
    const text = this.#take(this.#wanted);
    this.#head = null;
    if (headers.size === 0) return null;
    this.counts.frames += 1;
    const contentType = headers.get('Content-Type') ?? '';
    const event = contentType === 'text/event-plain' ? this.#event(text) : null;
    return { contentType, headers, event, body: event ? '' : text };
  }

  /** A record of several connections: what stands before a greeting inside a frame is half a frame that never came to its end. */
  #dropBroken(end: number): boolean {
    if (!this.isRecord) return false;
    const at = greetingIn(this.#buffer, this.#head ? 0 : 1, Math.min(end, this.#length));
    if (at < 0) return false;
    this.#take(at);
    this.#head = null;
    return true;
  }

  /** Where the head ends, one past its blank line; leading blank lines make an empty head. */
  #headEnd(): number {
    if (this.#length > 0 && this.#buffer[0] === LF) return 1;
    for (let at = Math.max(this.#scanned, 1); at < this.#length; at += 1)
      if (this.#buffer[at] === LF && this.#buffer[at - 1] === LF) return at + 1;
    this.#scanned = this.#length;
    if (this.#length <= LONGEST_HEAD) return -1;
    this.counts.badLengths += 1;
    this.#take(this.#length);
    return -1;
  }

  #take(count: number): string {
    const text = new TextDecoder().decode(this.#buffer.subarray(0, count));
    this.#buffer.copyWithin(0, count, this.#length);
    this.#length -= count;
    this.#scanned = 0;
    return text;
  }

  #bodyLength(headers: ReadonlyMap<string, string>): number {
    const text = headers.get('Content-Length');
    if (text === undefined) return 0;
    const length = /^\d{1,9}$/.test(text) ? Number(text) : LONGEST_BODY + 1;
    if (length <= LONGEST_BODY) return length;
    this.counts.badLengths += 1;
    return 0;
  }

  #lines(text: string): Map<string, string> {
    const headers = new Map<string, string>();
    for (const line of text.split('\n')) {
      const found = /^([^:\s][^:]*):\s?(.*?)\r?$/.exec(line);
      if (found) headers.set(found[1] ?? '', found[2] ?? '');
      else if (line.trim() !== '') this.counts.garbageLines += 1;
    }
    return headers;
  }

  #event(text: string): EslEvent {
    const end = text.indexOf('\n\n');
    const head = end < 0 ? text : text.slice(0, end);
    const headers = new Map([...this.#lines(head)].map(([key, value]) => [key, decoded(value)]));
    return { headers, body: end < 0 ? '' : text.slice(end + 2) };
  }
}

/** @returns where a greeting begins in [from, end), -1 where there is none */
function greetingIn(bytes: Uint8Array, from: number, end: number): number {
  const first = GREETING_BYTES[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0 && at < end; at = bytes.indexOf(first, at + 1))
    if (GREETING_BYTES.every((byte, place) => bytes[at + place] === byte)) return at;
  return -1;
}

function decoded(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
