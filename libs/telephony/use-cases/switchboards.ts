import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { ORDER_MS, OrderRows, type SwitchboardOrder } from '../data/order-rows.js';
import type { ActionFields } from '../domain/ami/action.js';
import { type AmiMessage } from '../domain/ami/message.js';
import { type AmiAnswer, LineLost } from '../feeds/ami-connection.js';

/** A connection that this process holds. */
export interface Askable {
  ask(action: string, fields: ActionFields): Promise<AmiAnswer>;
}

const LOOK_MS = 100;

/**
 * The door through which rooms above give orders to a switchboard. A line held by this process is asked directly; for one
 * held elsewhere the order is a sealed row that its holder takes within a quarter of a second. A row and not a message between
 * processes: a NOTIFY is lost on a reconnect and may hold 8,000 bytes, a job would be repeated, and an order that is late must
 * not be carried out at all.
 */
@Injectable()
export class Switchboards {
  private readonly lines = new Map<string, Askable>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: OrderRows,
    private readonly clock: Clock,
  ) {}

  hold(sourceId: string, line: Askable): void {
    this.lines.set(sourceId, line);
  }

  letGo(sourceId: string): void {
    this.lines.delete(sourceId);
  }

  /**
   * @throws Error with the words of the switchboard when it refuses, LineLost when nobody can ask it now
   */
  async ask(sourceId: string, action: string, fields: ActionFields = {}): Promise<AmiAnswer> {
    const line = this.lines.get(sourceId);
    if (line) return line.ask(action, fields);
    const id = await this.work.run(WHOLE_TREE, (tx) => this.orders.put(tx, sourceId, action, fields));
    if (id === null) throw new LineLost('nobody listens to the switchboard');
    return this.answerTo(id);
  }

  /** Carries out what other processes ask of the lines held here. */
  async takeOrders(): Promise<void> {
    const ids = [...this.lines.keys()];
    if (!(await this.work.read(WHOLE_TREE, (tx) => this.orders.waiting(tx, ids)))) return;
    const taken = await this.work.run(WHOLE_TREE, (tx) => this.orders.take(tx, ids));
    for (const order of taken) await this.carryOut(order);
  }

  private async carryOut({ id, sourceId, action, fields }: SwitchboardOrder): Promise<void> {
    const line = this.lines.get(sourceId);
    const made = await (
      line?.ask(action, fields) ?? Promise.reject(new LineLost('the line was let go'))
    ).then(
      (answer) => ({ accepted: true, words: null, answer: written(answer) }),
      (fault: unknown) => ({
        accepted: false,
        words: `${fault instanceof LineLost ? LOST : ''}${fault instanceof Error ? fault.message : 'refused'}`,
        answer: null,
      }),
    );
    await this.work.run(WHOLE_TREE, (tx) => this.orders.answer(tx, id, made));
  }

  private async answerTo(id: string): Promise<AmiAnswer> {
    const until = this.clock.now().getTime() + ORDER_MS;
    for (let wait = 0; this.clock.now().getTime() < until && wait < ORDER_MS; wait += LOOK_MS) {
      await sleep(LOOK_MS);
      const found = await this.work.read(WHOLE_TREE, (tx) => this.orders.answerOf(tx, id));
      if (found?.answer) return read(found.answer);
      if (found) throw refusal(found.words ?? 'refused');
    }
    await this.work.run(WHOLE_TREE, (tx) => this.orders.takeBack(tx, id));
    throw new LineLost('nobody took the order');
  }
}

const LOST = 'lost: ';
const refusal = (words: string): Error =>
  words.startsWith(LOST) ? new LineLost(words.slice(LOST.length)) : new Error(words);

type Line = [kind: AmiMessage['kind'], fields: [string, readonly string[]][]];
const line = ({ kind, fields }: AmiMessage): Line => [kind, [...fields]];
const message = ([kind, fields]: Line): AmiMessage => ({ kind, fields: new Map(fields) });

const written = ({ response, events }: AmiAnswer): string =>
  JSON.stringify({ response: response && line(response), events: events.map(line) });

function read(text: string): AmiAnswer {
  const { response, events } = JSON.parse(text) as { response: Line | null; events: Line[] };
  return { response: response && message(response), events: events.map(message) };
}
