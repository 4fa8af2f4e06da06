import { LineLost, LineRefused } from './line-faults.js';

export type FeedState = 'off' | 'connecting' | 'resyncing' | 'live' | 'down' | 'refused';

/** Everything that was received, in order, as bytes and as messages; called as soon as it comes. */
export type LineEar<Item, Counts> = (bytes: Buffer, items: readonly Item[], counts: Readonly<Counts>) => void;

/** Who listens to a feed. `received` is called in the order of the wire; what it returns is how far behind it is. */
export interface LineListener<Item, Counts> {
  /** @returns bytes taken and not yet on record */
  received(bytes: Buffer, items: readonly Item[], counts: Readonly<Counts>): number;
  /** Settles when everything received so far is on record; with `below`, as soon as less than so many bytes are not. */
  settled(below?: number): Promise<void>;
  state(state: FeedState, fault: string | null): void;
}

/** A connection that has signed in. */
export interface LineConnection {
  /** Settles, never rejects, when the line is gone; the reason is in words fit for the health page. */
  readonly closed: Promise<Error>;
  /** Rejects when no answer comes in time. */
  ping(withinMs: number): Promise<unknown>;
  /** Asks for the lists that say what is true now; the answers come down the same wire as the events. */
  resync(): Promise<void>;
  /** Stops reading while whoever listens is behind; TCP then holds the switchboard back. */
  pause(): void;
  resume(): void;
  close(): void;
}

export interface LinePace {
  readonly pingMs: number;
  /** Two pings without an answer and the line is dead; TCP alone would not tell for minutes. */
  readonly pingAnswerMs: number;
  readonly driftMs: number;
  readonly firstBackOffMs: number;
  readonly longestBackOffMs: number;
  /** A wrong secret is tried again this seldom, so that no account is locked. */
  readonly refusedMs: number;
}

export const LINE_PACE: LinePace = {
  pingMs: 12_000,
  pingAnswerMs: 5_000,
  driftMs: 60_000,
  firstBackOffMs: 500,
  longestBackOffMs: 15_000,
  refusedMs: 60_000,
};

/** Bytes waiting for the database above which we stop reading until they are on record. */
const FULL = 8 * 1024 * 1024;

/**
 * Keeps one connection alive for as long as it is wanted: connects, signs in, asks what is true now before it calls itself
 * live, pings, looks for drift every minute, and begins anew with growing pauses when the line is lost.
 */
export class LineFeed<C extends LineConnection, Item, Counts> {
  private open: C | undefined;
  private wanted = true;
  private wake: () => void = () => undefined;
  private readonly running: Promise<void>;

  constructor(
    private readonly connect: (ear: LineEar<Item, Counts>) => Promise<C>,
    private readonly listener: LineListener<Item, Counts>,
    private readonly chance: () => number,
    private readonly pace: LinePace = LINE_PACE,
  ) {
    this.running = this.run();
  }

  /** @throws LineLost when there is no connection now */
  get connection(): C {
    if (!this.open) throw new LineLost('the line is down');
    return this.open;
  }

  async stop(): Promise<void> {
    this.wanted = false;
    this.open?.close();
    this.wake();
    await this.running;
    this.listener.state('off', null);
  }

  private async run(): Promise<void> {
    for (let failures = 0; this.wanted; failures += 1) {
      this.listener.state('connecting', null);
      const fault = await this.attempt(() => (failures = 0));
      if (!this.wanted) return;
      const refused = fault instanceof LineRefused;
      this.listener.state(refused ? 'refused' : 'down', fault.message);
      await this.rest(refused ? this.pace.refusedMs : this.backOff(failures));
    }
  }

  /** @returns why the connection ended */
  private async attempt(succeeded: () => void): Promise<Error> {
    try {
      const connection = await this.connect((...heard) => this.hear(...heard));
      this.open = connection;
      if (!this.wanted) connection.close();
      this.listener.state('resyncing', null);
      await this.resync(connection);
      this.listener.state('live', null);
      succeeded();
      return await this.watch(connection);
    } catch (fault) {
      return fault instanceof Error ? fault : new LineLost(String(fault));
    } finally {
      this.open?.close();
      this.open = undefined;
    }
  }

  private hear(bytes: Buffer, items: readonly Item[], counts: Readonly<Counts>): void {
    const behind = this.listener.received(bytes, items, counts);
    const connection = this.open;
    if (behind < FULL || !connection) return;
    connection.pause();
    void this.listener.settled(FULL / 2).then(() => connection.resume());
  }

  /** The answers are on record like the events. */
  private async resync(connection: C): Promise<void> {
    await connection.resync();
    await this.listener.settled();
  }

  private async watch(connection: C): Promise<Error> {
    let missed = 0;
    let sinceDrift = 0;
    const beat = setInterval(() => {
      sinceDrift += this.pace.pingMs;
      const drift = sinceDrift >= this.pace.driftMs;
      if (drift) sinceDrift = 0;
      void this.beat(connection, drift).then((alive) => {
        missed = alive ? 0 : missed + 1;
        if (missed >= 2) connection.close();
      });
    }, this.pace.pingMs);
    const why = await connection.closed;
    clearInterval(beat);
    return missed >= 2 ? new LineLost('the switchboard does not answer') : why;
  }

  private async beat(connection: C, drift: boolean): Promise<boolean> {
    try {
      await connection.ping(this.pace.pingAnswerMs);
      if (drift) await this.resync(connection);
      return true;
    } catch {
      return false;
    }
  }

  private backOff(failures: number): number {
    const grown = Math.min(this.pace.firstBackOffMs * 2 ** failures, this.pace.longestBackOffMs);
    // Half fixed, half by chance: a hundred clients do not come back in one second.
    return grown / 2 + (grown / 2) * this.chance();
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
