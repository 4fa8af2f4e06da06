import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { type ListRow, readAnswer } from '../domain/esl/lists.js';
import { type EslCounts, type EslFrame, EslParser } from '../domain/esl/parser.js';
import { LineLost, LineRefused } from './line-faults.js';
import { type LineConnection, type LineEar } from './line-feed.js';
import { openSocket, type SocketAddress } from './open-socket.js';

export interface EslAddress extends SocketAddress {
  /** `user@domain` of the directory, who then has only the rights given there; empty: the password of the socket itself */
  readonly username: string;
  readonly secret: string;
}

export type EslEar = LineEar<EslFrame, EslCounts>;

/** What the normaliser reads, the beat of the core, and the ends of our own orders; CUSTOM takes the rest of the line. */
const EVENTS = [
  'HEARTBEAT',
  'BACKGROUND_JOB',
  'CHANNEL_CREATE',
  'CHANNEL_ANSWER',
  'CHANNEL_HOLD',
  'CHANNEL_UNHOLD',
  'CHANNEL_HANGUP_COMPLETE',
  'CUSTOM callcenter::info',
].join(' ');
/** Who talks although an answer was lost, and the core's word that events were; a user of the directory may lack the right to them. */
const MORE_EVENTS = 'CHANNEL_BRIDGE TRAP';

const ANSWER_MS = 10_000;
/** A call that cannot be made is refused at once; one that rings would keep us waiting. */
const JOB_MS = 1_000;

interface Waiting {
  readonly resolve: (frame: EslFrame) => void;
  readonly reject: (fault: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** One connection to the event socket, from the greeting to its end. It answers in the order in which it was asked. */
export class EslConnection implements LineConnection {
  private readonly parser = new EslParser();
  /** also questions nobody waits for any more: their late answers must not be taken for those of later ones */
  private readonly waiting: Waiting[] = [];
  private readonly jobs = new Map<string, (result: string) => void>();
  private over: Error | undefined;
  private ended: (why: Error) => void = () => undefined;
  readonly closed = new Promise<Error>((resolve) => (this.ended = resolve));

  private constructor(
    private readonly socket: Socket,
    private readonly ear: EslEar,
  ) {
    socket.on('data', (bytes: Buffer) => this.take(bytes));
    socket.on('error', (fault: Error) => this.end(new LineLost(fault.message)));
    socket.on('close', () => this.end(new LineLost('the switchboard closed the line')));
  }

  /**
   * Connects, signs in and asks for the events.
   * @throws LineRefused for a wrong password, LineLost when nobody answers or our address is not let in
   */
  static async open(address: EslAddress, ear: EslEar): Promise<EslConnection> {
    const connection = await EslConnection.signedIn(address, ear);
    try {
      await connection.command(`event plain ${EVENTS}`);
      await connection.command(`event plain ${MORE_EVENTS}`).catch(passing);
      return connection;
    } catch (fault) {
      connection.close();
      throw fault;
    }
  }

  /** For a look only: hears nothing. */
  static async signedIn(address: EslAddress, ear: EslEar): Promise<EslConnection> {
    const socket = await openSocket(address).catch((fault: Error) => {
      throw new LineLost(fault.message);
    });
    const connection = new EslConnection(socket, ear);
    try {
      await connection.answer();
      await connection.signIn(address);
      return connection;
    } catch (fault) {
      connection.close();
      throw fault;
    }
  }

  /**
   * @returns the body of the answer
   * @throws Error with the words of the switchboard when it refuses, LineLost when it does not answer
   */
  async api(command: string, withinMs = ANSWER_MS): Promise<string> {
    const { body } = await this.ask(`api ${command}`, withinMs);
    return accepted(body);
  }

  /** The rows of a list of mod_callcenter; an empty one is a bare `+OK`. */
  async rows(command: string): Promise<readonly ListRow[]> {
    const answer = readAnswer(await this.api(command));
    return 'rows' in answer ? answer.rows : [];
  }

  async queues(): Promise<string[]> {
    const rows = await this.rows('callcenter_config queue list');
    return rows.map((row) => plain(row.get('name'))).filter((name) => name !== '');
  }

  /** @returns its clock, microseconds since the epoch; null when it does not say */
  async clock(): Promise<number | null> {
    const said = (await this.api('strmicroepoch')).trim();
    return /^\d{16}$/.test(said) ? Number(said) : null;
  }

  /** An order whose end may be long in coming: fails where it fails at once. */
  async job(command: string): Promise<void> {
    const id = randomUUID();
    const result = new Promise<string>((resolve) => this.jobs.set(id, resolve));
    const waited = new Promise<string>((resolve) => setTimeout(() => resolve('+OK'), JOB_MS).unref());
    try {
      await this.command(`bgapi ${command}\nJob-UUID: ${id}`);
      accepted(await Promise.race([result, waited]));
    } finally {
      this.jobs.delete(id);
    }
  }

  ping(withinMs: number): Promise<string> {
    return this.api('status', withinMs);
  }

  /** First how long it has been up, then whose the telephones are, which calls there are, and who waits. */
  async resync(): Promise<void> {
    await this.api('status');
    await this.api('callcenter_config agent list');
    await this.api('callcenter_config tier list');
    await this.api('show channels as json');
    for (const queue of await this.queues()) await this.api(`callcenter_config queue list members ${queue}`);
  }

  /** Whether a frame of our own may be put on record now, without standing inside one of the switchboard's. */
  get isBetween(): boolean {
    return this.parser.isBetween;
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.end(new LineLost('closed by us'));
    this.socket.destroy();
  }

  private async signIn({ username, secret }: EslAddress): Promise<void> {
    const words = username === '' ? `auth ${plain(secret)}` : `userauth ${plain(username)}:${plain(secret)}`;
    const reply = replyOf(await this.ask(words));
    if (!reply.startsWith('+OK')) throw new LineRefused(reply);
  }

  private async command(words: string): Promise<void> {
    accepted(replyOf(await this.ask(words)));
  }

  private ask(words: string, withinMs = ANSWER_MS): Promise<EslFrame> {
    if (this.over) return Promise.reject(this.over);
    this.socket.write(`${words}\n\n`);
    return this.answer(withinMs, words);
  }

  /** The next answer; before the first question it is the greeting. */
  private answer(withinMs = ANSWER_MS, words = 'greeting'): Promise<EslFrame> {
    if (this.over) return Promise.reject(this.over);
    return new Promise((resolve, reject) => {
      // The first word alone: behind it stand a password or a number.
      const about = words.split(' ')[0] ?? '';
      const timer = setTimeout(
        () => reject(new LineLost(`no answer to ${about} within ${withinMs / 1000} s`)),
        withinMs,
      );
      this.waiting.push({ resolve, reject, timer });
    });
  }

  private take(bytes: Buffer): void {
    const frames = this.parser.push(bytes);
    this.ear(bytes, frames, this.parser.counts);
    for (const frame of frames) this.hear(frame);
  }

  private hear(frame: EslFrame): void {
    switch (frame.contentType) {
      case 'auth/request':
      case 'command/reply':
      case 'api/response':
        return this.answered(frame);
      case 'text/rude-rejection':
        return this.end(new LineLost('Access Denied: our address is not on its list'));
      case 'text/disconnect-notice':
        return this.end(new LineLost('the switchboard closed the line'));
      default:
        this.jobDone(frame);
    }
  }

  private answered(frame: EslFrame): void {
    const first = this.waiting.shift();
    if (!first) return;
    clearTimeout(first.timer);
    first.resolve(frame);
  }

  private jobDone({ event }: EslFrame): void {
    if (event?.headers.get('Event-Name') !== 'BACKGROUND_JOB') return;
    this.jobs.get(event.headers.get('Job-UUID') ?? '')?.(event.body);
  }

  private end(why: Error): void {
    if (this.over) return;
    this.over = why;
    for (const { timer, reject } of this.waiting.splice(0)) {
      clearTimeout(timer);
      reject(why);
    }
    this.ended(why);
  }
}

const passing = (fault: unknown): void => {
  if (fault instanceof LineLost) throw fault;
};

const replyOf = ({ headers }: EslFrame): string => headers.get('Reply-Text') ?? '';

/** A line break would be another command. */
const plain = (text = ''): string => text.replace(/[\r\n]/g, '');

/** @throws Error with the words of a refusal; they name nobody but extensions */
function accepted(text: string): string {
  const refused = /^-(?:ERR|USAGE):?\s*(.*)/.exec(text);
  if (!refused) return text;
  throw new Error((refused[1] ?? '').replace(/\d{7,}/g, '***') || 'refused');
}
