import { type Instant, type JobPayload, MINUTE_MS, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { ClockSweep } from '@hotline/handling';
import { type Actor, type Unit, UnitTree } from '@hotline/organization';
import { indexHandlers, rows } from '@hotline/platform';
import { RunLadder } from '@hotline/supervision';
import { type TicketFacts, TicketStore } from '@hotline/ticket';
import { HANDLERS } from '../../rooms.js';
import type { HandClock } from '../hand-clock.js';
import type { World } from '../world.js';
import { Moments } from './ago.js';
import { Cast, type Who } from './cast.js';

export type Class<T> = abstract new (...parts: never[]) => T;
export type Parts = <T>(type: Class<T>) => T;

const WAITING_SQL = `select id, queue, name, payload from outbox
  where done_at is null and (payload->>'ticketId' = $1 or payload->>'runId' = $1) order by created_at`;
// The next thing a sweep has to look at: a stage the ladder knows or a clock it has to know, a card to give.
const SWEEP_SQL = `select least((select min(next_at) from ladder_run where next_at is not null),
  (select min(yellow_at) from clock where stopped_at is null and laddered_at is null
    and kind in ('dispatch', 'sign', 'handle', 'review'))) as step,
  least((select min(yellow_at) from clock where stopped_at is null and yellow_carded_at is null),
  (select min(due_at) from clock where stopped_at is null and red_carded_at is null)) as card`;
// What comes within minutes is looked at in one round.
const ROUND_MS = 10 * MINUTE_MS;
const MOST_ROUNDS = 400;

interface WaitingJob {
  readonly id: string;
  readonly queue: string;
  readonly name: string;
  readonly payload: JobPayload;
  readonly [column: string]: unknown;
}

/** The product itself, with its clock in the hand of the history: what scenes are played on. */
export class Stage {
  readonly moments: Moments;
  /** Tickets by the key of their scene, for scenes that speak of each other's. */
  readonly tickets = new Map<string, string>();
  private readonly work: UnitOfWork;
  private readonly cast: Cast;
  private readonly handlers: ReturnType<typeof indexHandlers>;

  constructor(
    readonly get: Parts,
    readonly clock: HandClock,
    readonly world: World,
  ) {
    this.moments = new Moments(world);
    this.work = get(UnitOfWork);
    this.cast = new Cast(world.parts.staff, get(UnitTree), this.work);
    this.handlers = indexHandlers(HANDLERS.map((type) => get(type)));
  }

  actor(who: Who): Promise<Actor> {
    return this.cast.actor(who);
  }

  unit(code: string): Unit {
    const unit = this.get(UnitTree).current().withCode(code);
    if (!unit) throw new Error(`no union with code ${code}`);
    return unit;
  }

  facts(ticketId: string): Promise<TicketFacts> {
    return this.work.read(WHOLE_TREE, (tx) => this.get(TicketStore).read(tx, ticketId));
  }

  async version(ticketId: string): Promise<number> {
    const [found] = await this.ask<{ version: number }>('select version from ticket where id = $1', [
      ticketId,
    ]);
    return found?.version ?? 0;
  }

  ask<Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.work.read(WHOLE_TREE, (tx) => rows<Row>(tx, sql, values));
  }

  /** Jobs of one ticket or one dry run, and those they ask for, a second apart. */
  async settle(subject: string): Promise<void> {
    for (;;) {
      const waiting = await this.ask<WaitingJob>(WAITING_SQL, [subject]);
      if (waiting.length === 0) return;
      for (const { id, queue, name, payload } of waiting) {
        this.clock.set(new Date(this.clock.now().getTime() + 1_000));
        await this.handlers.get(`${queue}/${name}`)?.handle(payload, id);
      }
    }
  }

  /** Lets the sweeps give every card and take every step of the ladder they would have by then, in time. */
  async sweep(until: Instant): Promise<void> {
    for (let rounds = 0, last = 0; rounds < MOST_ROUNDS; rounds += 1) {
      const [next] = await this.ask<{ step: Instant | null; card: Instant | null }>(SWEEP_SQL);
      const step = next?.step?.getTime() ?? Infinity;
      const card = next?.card?.getTime() ?? Infinity;
      if (Math.min(step, card) >= until.getTime()) return;
      last = Math.min(Math.max(last, Math.min(step, card) + ROUND_MS), until.getTime() - 1);
      this.clock.set(new Date(last));
      if (card < last) await this.get(ClockSweep).sweep();
      if (step < last) await this.get(RunLadder).run();
      if (last >= until.getTime() - 1) return;
    }
  }
}
