import { AmiParser } from '../ami/parser.js';
import { type QueueLogLine, QueueLogParser } from '../queue-log/parser.js';
import { ReceiptClock, type Receipted } from './receipts.js';

/** What was wrong with one file, in plain words. */
export type Complaints = string[];

/** The messages of one manager stream, in its order, as they come out of its bytes. */
export class AmiLane {
  readonly #parser = new AmiParser();
  readonly #clock = new ReceiptClock();

  constructor(readonly name: string) {}

  push(bytes: Uint8Array): Receipted[] {
    return this.#stamped(this.#parser.push(bytes));
  }

  end(): Receipted[] {
    return [...this.#stamped(this.#parser.end()), ...this.#clock.end()];
  }

  /** Whether its messages have times, so that it can be read side by side with another; null while that is not clear. */
  get timed(): boolean | null {
    return this.#clock.timed;
  }

  #stamped(items: ReturnType<AmiParser['push']>): Receipted[] {
    return items.flatMap((item) => (item.kind === 'banner' ? [] : this.#clock.push(item)));
  }

  complaints(): Complaints {
    const { counts } = this.#parser;
    const said: [number, string][] = [
      [counts.garbageLines, 'lines are not AMI'],
      [counts.garbledBlocks, 'blocks are neither event nor response'],
      [counts.overlong, 'lines or blocks were too long and cut'],
      [counts.cutBlocks, 'blocks have no end'],
    ];
    const words = said
      .filter(([count]) => count > 0)
      .map(([count, text]) => `${this.name}: ${count} ${text}`);
    return counts.messages === 0 ? [...words, `${this.name}: no manager message in it`] : words;
  }
}

/** The lines of one log file. */
export class LogLane {
  readonly #parser = new QueueLogParser();

  constructor(readonly name: string) {}

  push(bytes: Uint8Array): QueueLogLine[] {
    return this.#parser.push(bytes);
  }

  end(): QueueLogLine[] {
    return this.#parser.end();
  }

  complaints(): Complaints {
    const { garbageLines, halfLine, lines } = this.#parser.counts;
    const said: [boolean, string][] = [
      [garbageLines > 0, `${garbageLines} lines are not lines of a queue log`],
      [halfLine > 0, 'the last line has no end and was left out'],
      [lines === 0, 'no line of a queue log in it'],
    ];
    return said.filter(([is]) => is).map(([, text]) => `${this.name}: ${text}`);
  }
}
