import { epochUs } from '../ami/message.js';

/** One line of Asterisk's `queue_log`: `epoch|callid|queue|agent|event|data…`. `NONE` is given as null. */
export interface QueueLogLine {
  /** microseconds since the epoch; the file has whole seconds (cut, not rounded), the table may have more */
  atUs: number;
  /** `Uniqueid` of the caller's leg; `MANAGER`, `REALTIME` or NONE (null) where no call is meant */
  callId: string | null;
  queue: string | null;
  agent: string | null;
  event: string;
  data: readonly string[];
  /** place of the line in its file, from 1: with the second it tells a line read twice from a second line */
  lineNo: number;
}

export interface QueueLogCounts {
  lines: number;
  garbageLines: number;
  /** characters of a last line without its end, kept until the rest comes */
  halfLine: number;
}

const LONGEST_LINE = 16_384;
/** The fields an event must have to be known for whole without its line end; the last of them may be cut. */
const WHOLE_WITH: Readonly<Record<string, number>> = {
  ENTERQUEUE: 3,
  CONNECT: 3,
  COMPLETECALLER: 3,
  COMPLETEAGENT: 3,
  ABANDON: 3,
  EXITWITHTIMEOUT: 3,
  EXITEMPTY: 3,
  WITHDRAW: 3,
  EXITWITHKEY: 4,
  BLINDTRANSFER: 5,
  ATTENDEDTRANSFER: 5,
  RINGNOANSWER: 1,
  ADDMEMBER: 1,
  REMOVEMEMBER: 1,
  UNPAUSE: 1,
};

const none = (text: string | undefined): string | null => (!text || text === 'NONE' ? null : text);

/** `@` and digits before a line are its own number: rows of a table come in no file, and not in a row (timed-rows.ts). */
const NUMBERED = /^@(\d{1,16})\|/;

/** @returns null where the text is not a line of a queue log */
export function parseQueueLogLine(text: string, lineNo: number): QueueLogLine | null {
  const own = NUMBERED.exec(text);
  return own ? partsOf(text.slice(own[0].length), Number(own[1])) : partsOf(text, lineNo);
}

function partsOf(text: string, lineNo: number): QueueLogLine | null {
  const [time, callId, queue, agent, event, ...data] = text.split('|');
  const atUs = epochUs(time);
  if (atUs === null || !event || !/^[A-Z0-9_]{2,40}$/.test(event)) return null;
  return { atUs, callId: none(callId), queue: none(queue), agent: none(agent), event, data, lineNo };
}

/**
 * Reads a queue log in chunks of any size. A line without its end stays until the end comes (Asterisk may be writing
 * it). Rotation, inode and offset are the reader's matter: it makes a new parser for a new file.
 */
export class QueueLogParser {
  readonly counts: QueueLogCounts = { lines: 0, garbageLines: 0, halfLine: 0 };
  readonly #decoder = new TextDecoder();
  #pending = '';
  #lineNo: number;

  /** @param linesBefore how many lines of this file were read earlier, when reading goes on from an offset */
  constructor(linesBefore = 0) {
    this.#lineNo = linesBefore;
  }

  push(bytes: Uint8Array): QueueLogLine[] {
    const text = this.#pending + this.#decoder.decode(bytes, { stream: true });
    const lines = text.split('\n');
    this.#pending = lines.pop() ?? '';
    if (this.#pending.length > LONGEST_LINE) {
      this.#pending = '';
      this.counts.garbageLines += 1;
    }
    this.counts.halfLine = this.#pending.length;
    return lines.flatMap((line) => this.#line(line.replace(/\r$/, '')));
  }

  /**
   * The file ended. Tools that copy a log like to lose its last line end: a line that has all its fields is counted, less
   * the last of them, which may be cut; half a line is left out (`halfLine` stays).
   */
  end(): QueueLogLine[] {
    const line = parseQueueLogLine(this.#pending, this.#lineNo + 1);
    const fields = WHOLE_WITH[line?.event ?? ''];
    if (!line || fields === undefined || line.data.length < fields) return [];
    this.#pending = '';
    this.counts.halfLine = 0;
    this.counts.lines += 1;
    return [{ ...line, data: [...line.data.slice(0, -1), ''] }];
  }

  #line(text: string): QueueLogLine[] {
    this.#lineNo += 1;
    if (text === '') return [];
    const line = parseQueueLogLine(text, this.#lineNo);
    if (line) this.counts.lines += 1;
    else this.counts.garbageLines += 1;
    return line ? [line] : [];
  }
}
