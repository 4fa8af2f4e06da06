import type { Socket } from 'node:net';
import { type ActionFields, encodeAction } from '../domain/ami/action.js';
import { belongsTo, collect, type OpenAction, openAction } from '../domain/ami/collect.js';
import { type AmiItem, type AmiMessage, field } from '../domain/ami/message.js';
import { type AmiCounts, AmiParser } from '../domain/ami/parser.js';
import { LineLost, LineRefused } from './line-faults.js';
import { type LineConnection, type LineEar } from './line-feed.js';
import { openSocket, type SocketAddress } from './open-socket.js';

export interface AmiAddress extends SocketAddress {
  readonly username: string;
  readonly secret: string;
}

export { LineLost, LineRefused };

export interface AmiAnswer {
  readonly response: AmiMessage | null;
  readonly events: readonly AmiMessage[];
}

export type AmiEar = LineEar<AmiItem, AmiCounts>;

interface Waiting {
  open: OpenAction;
  readonly resolve: (answer: AmiAnswer) => void;
  readonly reject: (fault: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The lists that say what is true now: waiting callers, members, channels in talk, bridges. */
const RESYNC: readonly string[] = ['QueueStatus', 'CoreShowChannels', 'BridgeList'];
const ANSWER_MS = 10_000;

/** One manager connection, from the banner to its end. Actions are promises; lists are collected until they are complete. */
export class AmiConnection implements LineConnection {
  private readonly parser = new AmiParser();
  private readonly waiting = new Map<string, Waiting>();
  private number = 0;
  private over: Error | undefined;
  private ended: (why: Error) => void = () => undefined;
  readonly closed = new Promise<Error>((resolve) => (this.ended = resolve));

  private constructor(
    private readonly socket: Socket,
    private readonly ear: AmiEar,
  ) {
    socket.on('data', (bytes: Buffer) => this.take(bytes));
    socket.on('error', (fault: Error) => this.end(new LineLost(fault.message)));
    socket.on('close', () => this.end(new LineLost('the switchboard closed the line')));
  }

  /**
   * Connects and signs in.
   * @throws LineRefused for wrong credentials, LineLost when nobody answers
   */
  static async open(address: AmiAddress, ear: AmiEar): Promise<AmiConnection> {
    const socket = await openSocket(address).catch((fault: Error) => {
      throw new LineLost(fault.message);
    });
    const connection = new AmiConnection(socket, ear);
    try {
      await connection.ask('Login', { Username: address.username, Secret: address.secret, Events: 'on' });
      return connection;
    } catch (fault) {
      connection.close();
      if (fault instanceof LineLost) throw fault;
      throw new LineRefused(fault instanceof Error ? fault.message : String(fault));
    }
  }

  /**
   * @throws Error with the words of the switchboard when it refuses, LineLost when it does not answer
   */
  ask(action: string, fields: ActionFields = {}, withinMs = ANSWER_MS): Promise<AmiAnswer> {
    if (this.over) return Promise.reject(this.over);
    this.number += 1;
    const actionId = `hotline-${this.number}`;
    const text = encodeAction(action, actionId, fields);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(actionId);
        reject(new LineLost(`no answer to ${action} within ${withinMs / 1000} s`));
      }, withinMs);
      this.waiting.set(actionId, { open: openAction(actionId), resolve, reject, timer });
      this.socket.write(text);
    });
  }

  ping(withinMs: number): Promise<AmiAnswer> {
    return this.ask('Ping', {}, withinMs);
  }

  async resync(): Promise<void> {
    for (const list of RESYNC) await this.ask(list).catch(onlyLost);
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

  private take(bytes: Buffer): void {
    const items = this.parser.push(bytes);
    this.ear(bytes, items, this.parser.counts);
    for (const item of items) if (item.kind !== 'banner') this.answer(item);
  }

  private answer(message: AmiMessage): void {
    const actionId = field(message, 'ActionID');
    const waiting = actionId === undefined ? undefined : this.waiting.get(actionId);
    if (!waiting || !belongsTo(waiting.open, message)) return;
    const progress = collect(waiting.open, message);
    if (progress.state === 'waiting') {
      waiting.open = progress.open;
      return;
    }
    this.waiting.delete(waiting.open.actionId);
    clearTimeout(waiting.timer);
    if (progress.state === 'failed') waiting.reject(new Error(progress.message));
    else waiting.resolve({ response: progress.response, events: progress.events });
  }

  private end(why: Error): void {
    if (this.over) return;
    this.over = why;
    this.parser.end();
    for (const { timer, reject } of this.waiting.values()) {
      clearTimeout(timer);
      reject(why);
    }
    this.waiting.clear();
    this.ended(why);
  }
}

/** An account without the right to a list is no reason to give up; a lost line is. */
function onlyLost(fault: unknown): void {
  if (fault instanceof LineLost) throw fault;
}
