import { type AmiItem } from '../domain/ami/message.js';
import { type AmiCounts } from '../domain/ami/parser.js';
import { type ActionFields } from '../domain/ami/action.js';
import { type AmiAddress, type AmiAnswer, AmiConnection, AmiLost, AmiRefused } from './ami-connection.js';

export type FeedState = 'off' | 'connecting' | 'resyncing' | 'live' | 'down' | 'refused';

/** Who listens to a feed. `received` is called in the order of the wire; what it returns is how far behind it is. */
export interface FeedListener {
  /** @returns bytes taken and not yet on record */
  received(bytes: Buffer, items: readonly AmiItem[], counts: Readonly<AmiCounts>): number;
  /** Settles when everything received so far is on record. */
  settled(): Promise<void>;
  state(state: FeedState, fault: string | null): void;
}

export interface AmiFeedPace {
  readonly pingMs: number;
  /** Two pings without an answer and the line is dead; TCP alone would not tell for minutes. */
  readonly pingAnswerMs: number;
  readonly driftMs: number;
  readonly firstBackOffMs: number;
  readonly longestBackOffMs: number;
  /** A wrong secret is tried again this seldom, so that no account is locked. */
  readonly refusedMs: number;
}

export const AMI_PACE: AmiFeedPace = {
  pingMs: 12_000,
  pingAnswerMs: 5_000,
  driftMs: 60_000,
  firstBackOffMs: 500,
  longestBackOffMs: 15_000,
  refusedMs: 60_000,
};

/** Bytes waiting for the database above which we stop reading until they are on record. */
const FULL = 8 * 1024 * 1024;

/** The lists that say what is true now: waiting callers, members, channels in talk, bridges. */
const RESYNC: readonly string[] = ['QueueStatus', 'CoreShowChannels', 'BridgeList'];

/**
 * Keeps one manager connection alive for as long as it is wanted: connects, signs in, asks what is true now before it
 * calls itself live, pings, looks for drift every minute, and begins anew with growing pauses when the line is lost.
 */
export class AmiFeed {
  private connection: AmiConnection | undefined;
  private wanted = true;
  private wake: () => void = () => undefined;
  private readonly running: Promise<void>;

  constructor(
    private readonly address: AmiAddress,
    private readonly listener: FeedListener,
    private readonly chance: () => number,
    private readonly pace: AmiFeedPace = AMI_PACE,
  ) {
    this.running = this.run();
  }

  /** @throws AmiLost when there is no connection now */
  ask(action: string, fields: ActionFields = {}): Promise<AmiAnswer> {
    return this.connection?.ask(action, fields) ?? Promise.reject(new AmiLost('the line is down'));
  }

  async stop(): Promise<void> {
    this.wanted = false;
    this.connection?.close();
    this.wake();
    await this.running;
    this.listener.state('off', null);
  }

  private async run(): Promise<void> {
    for (let failures = 0; this.wanted; failures += 1) {
      this.listener.state('connecting', null);
      const fault = await this.attempt(() => (failures = 0));
      if (!this.wanted) return;
      const refused = fault instanceof AmiRefused;
      this.listener.state(refused ? 'refused' : 'down', fault.message);
      await this.rest(refused ? this.pace.refusedMs : this.backOff(failures));
    }
  }

  /** @returns why the connection ended */
  private async attempt(succeeded: () => void): Promise<Error> {
    try {
      const connection = await AmiConnection.open(this.address, (...heard) => this.hear(...heard));
      this.connection = connection;
      if (!this.wanted) connection.close();
      this.listener.state('resyncing', null);
      await this.resync(connection);
      this.listener.state('live', null);
      succeeded();
      return await this.watch(connection);
    } catch (fault) {
      return fault instanceof Error ? fault : new AmiLost(String(fault));
    } finally {
      this.connection?.close();
      this.connection = undefined;
    }
  }

  private hear(bytes: Buffer, items: readonly AmiItem[], counts: Readonly<AmiCounts>): void {
    const behind = this.listener.received(bytes, items, counts);
    const connection = this.connection;
    if (behind < FULL || !connection) return;
    connection.pause();
    void this.listener.settled().then(() => connection.resume());
  }

  /** The answers come down the same wire as the events and are on record like them; here we only wait for their ends. */
  private async resync(connection: AmiConnection): Promise<void> {
    for (const list of RESYNC) await connection.ask(list).catch(onlyLost);
    await this.listener.settled();
  }

  private async watch(connection: AmiConnection): Promise<Error> {
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
    return missed >= 2 ? new AmiLost('the switchboard does not answer') : why;
  }

  private async beat(connection: AmiConnection, drift: boolean): Promise<boolean> {
    try {
      await connection.ask('Ping', {}, this.pace.pingAnswerMs);
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

/** An account without the right to a list is no reason to give up; a lost line is. */
function onlyLost(fault: unknown): void {
  if (fault instanceof AmiLost) throw fault;
}
