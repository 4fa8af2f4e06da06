import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { LOG } from '@hotline/platform';
import { type Listened, LineStates } from '../data/line-states.js';
import { OpenLegs } from '../data/open-legs.js';
import { type SourceLock, SourceLocks } from '../data/source-locks.js';
import { HeldLine, type LineEar } from '../feeds/held-line.js';
import type { FeedState } from '../feeds/line-feed.js';
import { SourceIntake } from '../feeds/source-intake.js';
import { LogWatch } from './log-watch.js';
import { IngestBatch } from '../use-cases/ingest-batch.js';
import { Switchboards } from '../use-cases/switchboards.js';
import { TellListeners } from '../use-cases/tell-listeners.js';

const ROUND_MS = 5_000;
const ORDERS_MS = 250;
/** Between two tries to put a batch on record while there is no database. */
const AGAIN_MS = 1_000;

interface Held {
  readonly line: HeldLine;
  readonly lock: SourceLock;
}

/** Listens to every enabled source; of several processes one does, which holds the source's advisory lock. */
@Injectable()
export class LineRunner {
  private readonly held = new Map<string, Held>();
  private timers: NodeJS.Timeout[] = [];
  private turn: Promise<void> = Promise.resolve();
  private orders: Promise<void> | null = null;

  constructor(
    private readonly locks: SourceLocks,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly states: LineStates,
    private readonly ingest: IngestBatch,
    private readonly listeners: TellListeners,
    private readonly switchboards: Switchboards,
    private readonly watch: LogWatch,
    private readonly legs: OpenLegs,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  start(): void {
    this.timers = [
      setInterval(() => void this.round(), ROUND_MS),
      setInterval(() => this.takeOrders(), ORDERS_MS),
    ];
    void this.round();
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
    await this.turn;
    await this.orders;
    await Promise.all([...this.held.values()].map((held) => this.hangUp(held)));
  }

  /** Takes up new sources, drops those that were changed or disabled, reads on in the logs. */
  round(): Promise<void> {
    const once = this.turn.then(() => this.once());
    // A round that fails, for example without a database, is repeated; the next one finds everything as it stands.
    this.turn = once.catch((error: unknown) =>
      this.log.warn({ error: String(error) }, 'telephone lines not looked after, will be repeated'),
    );
    return this.turn;
  }

  private async once(): Promise<void> {
    const wanted = await this.work.read(WHOLE_TREE, (tx) => this.states.enabled(tx));
    const versions = new Map(wanted.map(({ id, version }) => [id, version]));
    for (const held of this.held.values()) {
      const { id, version } = held.line.source;
      if (versions.get(id) !== version || !(await held.lock.held())) await this.hangUp(held);
    }
    for (const source of wanted) if (!this.held.has(source.id)) await this.takeUp(source);
    for (const { line } of this.held.values()) await this.lookAfter(line);
  }

  private async lookAfter(line: HeldLine): Promise<void> {
    await line.round();
    if (await this.watch.look(line.source.id, line.book)) line.readAfresh();
  }

  private async takeUp(source: Listened): Promise<void> {
    const lock = await this.locks.take(source.id);
    if (!lock) return;
    const doors = { ingest: this.ingest, now: () => this.clock.now(), rest: () => sleep(AGAIN_MS) };
    const intake = new SourceIntake(source.id, doors, source.kind);
    const line = new HeldLine(source, intake, this.earOf(source));
    this.held.set(source.id, { line, lock });
    this.switchboards.hold(source.id, line);
  }

  private earOf(source: Listened): LineEar {
    const put = (work: (tx: Transaction) => Promise<void>) => this.work.run(WHOLE_TREE, work);
    return {
      now: () => this.clock.now(),
      chance: () => Math.random(),
      stated: (feed, state, fault) =>
        put(async (tx) => {
          await this.states.stated(tx, source.id, feed === 'line' ? source.kind : feed, state, fault);
          if (feed === 'line') await this.tell(tx, source, state);
        }),
      measured: (skew, uptime) => put((tx) => this.states.measured(tx, source.id, skew, uptime)),
      seen: (members) => put((tx) => this.states.seen(tx, source.id, members)),
      openLegs: () => this.work.read(WHOLE_TREE, (tx) => this.legs.of(tx, source.id)),
      bookmark: () => this.work.read(WHOLE_TREE, (tx) => this.states.bookmark(tx, source.id)),
      logRead: (readFrom) => put((tx) => this.states.mended(tx, source.id, readFrom)),
    };
  }

  /** Rooms above learn at once that nothing is known any more, or that it is again. */
  private async tell(tx: Transaction, { id, unitPath }: Listened, state: FeedState): Promise<void> {
    if (state === 'connecting' || state === 'resyncing') return;
    const word = state === 'live' ? 'live' : 'down';
    await this.listeners.tell(tx, { sourceId: id, unitPath }, [{ kind: 'feed', state: word, at: tx.now }]);
  }

  private takeOrders(): void {
    if (this.held.size === 0) return;
    this.orders ??= this.switchboards
      .takeOrders()
      .catch((error: unknown) =>
        this.log.warn({ error: String(error) }, 'orders not taken, will be repeated'),
      )
      .finally(() => (this.orders = null));
  }

  private async hangUp({ line, lock }: Held): Promise<void> {
    this.held.delete(line.source.id);
    this.switchboards.letGo(line.source.id);
    await line.hangUp();
    await lock.release();
  }
}
