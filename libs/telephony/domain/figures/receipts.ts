import { type AmiMessage, field, timestampUs } from '../ami/message.js';
import { type Received } from '../call-event/normalise-ami.js';

export interface Receipted {
  message: AmiMessage;
  at: Received;
}

const SECOND = 1_000_000;
/** So many messages show whether the switchboard sends times. */
const ENOUGH = 2_000;

/**
 * When each message of one recorded connection was received. List answers and FullyBooted carry no time: they get the
 * one before them, at the start of a stream the one that follows. A recording without any times has only its order; the
 * second in which the latest leg was made (its `Uniqueid`, behind a system's name if it has one) then serves as a clock
 * that never runs ahead. Messages wait here only until it is clear which of the two it is.
 */
export class ReceiptClock {
  #waiting: AmiMessage[] = [];
  #timed: boolean | null = null;
  #lastUs = 0;

  /** null while it is not clear */
  get timed(): boolean | null {
    return this.#timed;
  }

  push(message: AmiMessage): Receipted[] {
    if (this.#timed !== null) return [this.#at(message)];
    this.#waiting.push(message);
    return this.#waiting.length < ENOUGH ? [] : this.#decide();
  }

  end(): Receipted[] {
    return this.#timed === null ? this.#decide() : [];
  }

  #decide(): Receipted[] {
    const messages = this.#waiting;
    this.#waiting = [];
    const times = messages.flatMap((message) => timestampUs(message) ?? []);
    const events = messages.filter((message) => message.kind === 'event').length;
    this.#timed = times.length > events / 2;
    // What comes before the first time is not from 1970: a later connection of the same switchboard would seem to be its first.
    this.#lastUs = this.#timed ? (times[0] ?? 0) : (messages.map(madeUs).find((us) => us > 0) ?? 0);
    return messages.map((message) => this.#at(message));
  }

  #at(message: AmiMessage): Receipted {
    if (!this.#timed)
      return { message, at: { atUs: this.#counted(message), precision: 'order', late: true } };
    const us = timestampUs(message);
    this.#lastUs = Math.max(this.#lastUs, us ?? 0);
    return { message, at: { atUs: this.#lastUs, precision: 'received', late: us === null } };
  }

  #counted(message: AmiMessage): number {
    this.#lastUs = Math.max(this.#lastUs + 1, madeUs(message));
    return this.#lastUs;
  }
}

/** @returns the second in which the leg of a message was made, 0 where it does not say */
function madeUs(message: AmiMessage): number {
  const made = /(?:^|-)(\d{9,11})\.\d+$/.exec(field(message, 'Uniqueid') ?? '')?.[1];
  return made ? Number(made) * SECOND : 0;
}
