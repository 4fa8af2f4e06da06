import { Injectable } from '@nestjs/common';
import { type Instant, shanghaiDay, startOfShanghaiDay, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Unit, UnitTree } from '@hotline/organization';
import { AgentCounts } from '@hotline/presence';
import {
  type CountedCalls,
  type Formula,
  formulaInForce,
  FormulaStore,
  letterOf,
  LineGaps,
  LineNow,
  SourceHealth,
  SourceRegistry,
} from '@hotline/telephony';
import { CardCounts } from '@hotline/ticket';
import { AlarmReads } from '../data/alarm-reads.js';
import { WallLimitStore } from '../data/wall-limits.js';
import { QUARTER_MS, trailPoints, trailSpan } from '../domain/trail.js';
import type { CallCounts, Wall, WallAlarms, WallLine, WallRate, WallTrail } from '../domain/wall.js';

export const RECENT_MS = 15 * 60_000;
/** How old a piece may be when a wall is made: who waits is asked each time, a whole day is not counted every second. */
const RECENT_EVERY_MS = 5_000;
const DAY_EVERY_MS = 15_000;
/** Switchboards of the country and its provinces; a wall shows no more. */
const MOST_LINES = 100;

type Recent = Pick<Wall['waiting'], 'busiest'> & { readonly counted: CountedCalls };
interface Slow extends Pick<Wall, 'cards' | 'alarms' | 'trail' | 'limits'> {
  readonly counted: CountedCalls;
  readonly connection: Formula;
  readonly service: Formula;
}

/** Pieces made earlier for the same unit, and when. */
export interface Kept {
  readonly recent: { readonly at: Instant; readonly made: Recent };
  readonly slow: { readonly at: Instant; readonly made: Slow };
}

export interface MadeWall {
  readonly wall: Wall;
  readonly asOf: Instant;
  readonly kept: Kept;
}

/** Reads a wall, all of it in one snapshot of the database; what was made a moment ago may be used again. */
@Injectable()
export class MakeWall {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitTree,
    private readonly line: LineNow,
    private readonly formulas: FormulaStore,
    private readonly sources: SourceRegistry,
    private readonly health: SourceHealth,
    private readonly agents: AgentCounts,
    private readonly cards: CardCounts,
    private readonly limits: WallLimitStore,
    private readonly alarms: AlarmReads,
    private readonly gaps: LineGaps,
  ) {}

  run(unit: Unit, before?: Kept): Promise<MadeWall> {
    return this.work.read({ accountId: null, prefixes: [unit.path] }, async (tx) => {
      const slow = fresh(before?.slow, tx.now, DAY_EVERY_MS) ?? (await this.slow(tx, unit));
      const recent =
        fresh(before?.recent, tx.now, RECENT_EVERY_MS) ?? (await this.recent(tx, unit, slow.made));
      const { waiting, since } = await this.line.waiting(tx, unit.path);
      const states = await this.agents.below(tx, unit.path);
      const [day, quarter] = [slow.made.counted, recent.made.counted];
      const wall: Wall = {
        waiting: {
          count: waiting,
          longestSince: since && since.toISOString(),
          busiest: Math.max(waiting, recent.made.busiest),
        },
        agents: { present: Object.values(states).reduce((sum, one) => sum + one, 0), states },
        connection: rateOf(slow.made.connection, 0, day, quarter),
        service: rateOf(slow.made.service, 1, day, quarter),
        calls: { today: countsOf(day), recent: countsOf(quarter) },
        cards: slow.made.cards,
        alarms: slow.made.alarms,
        trail: slow.made.trail,
        lines: await this.lines(tx),
        limits: slow.made.limits,
      };
      return { wall, asOf: tx.now, kept: { recent, slow } };
    });
  }

  private async slow(tx: Transaction, unit: Unit): Promise<Kept['slow']> {
    const day = shanghaiDay(tx.now);
    const chain = this.units
      .current()
      .upwards(unit.id)
      .map(({ id }) => id);
    const stored = await this.formulas.all(tx);
    const connection = formulaInForce(stored, chain, 'connection_rate', day);
    const service = formulaInForce(stored, chain, 'service_level', day);
    const span = { path: unit.path, from: startOfShanghaiDay(day), until: tx.now };
    const { limits } = await this.limits.of(tx, chain);
    const counted = await this.line.counted(tx, span, [connection, service], connection.shortAbandonS);
    const cards = await this.cards.below(tx, unit.path);
    const alarms = await this.alarmsOf(tx, unit);
    const trail = await this.trail(tx, unit, [connection, service]);
    return { at: tx.now, made: { counted, connection, service, cards, alarms, trail, limits } };
  }

  private async alarmsOf(tx: Transaction, { path }: Unit): Promise<WallAlarms> {
    const newest = await this.alarms.newestFlag(tx, path);
    const { since, ...urgent } = await this.alarms.urgentUnread(tx, path);
    const place = newest && this.units.current().find(newest.unitId)?.shortName;
    return {
      flags: await this.alarms.flags(tx, path),
      newest: newest && {
        level: newest.level,
        people: newest.people,
        place: place ?? '',
        at: newest.at.toISOString(),
      },
      urgent: { ...urgent, since: since && since.toISOString() },
    };
  }

  private async trail(tx: Transaction, { path }: Unit, formulas: readonly Formula[]): Promise<WallTrail> {
    const span = trailSpan(tx.now);
    const points = trailPoints(span, await this.line.quarters(tx, { path, ...span }, formulas));
    const from = points[0]?.at ?? span.from.toISOString();
    const gaps = await this.gaps.below(tx, path, new Date(from), tx.now);
    return {
      from,
      // The same until the next quarter: a piece that says nothing new is not sent.
      until: new Date(span.until.getTime() + QUARTER_MS).toISOString(),
      points,
      gaps: gaps.map(({ source, from: began, to, mended }) => ({
        source,
        from: began.toISOString(),
        to: to && to.toISOString(),
        mended,
      })),
    };
  }

  private async recent(tx: Transaction, unit: Unit, slow: Slow): Promise<Kept['recent']> {
    const from = new Date(tx.now.getTime() - RECENT_MS);
    const { connection, service } = slow;
    const counted = await this.line.counted(
      tx,
      { path: unit.path, from, until: tx.now },
      [connection, service],
      connection.shortAbandonS,
    );
    return { at: tx.now, made: { counted, busiest: await this.line.busiest(tx, unit.path, from) } };
  }

  private async lines(tx: Transaction): Promise<WallLine[]> {
    const sources = (await this.sources.list(tx, '', MOST_LINES)).filter(({ enabled }) => enabled);
    return (await this.health.of(tx, sources)).map(({ source, health, feeds }) => {
      const heard = feeds.find(({ feed }) => feed !== 'queue_log')?.lastReceivedAt ?? null;
      return {
        id: source.id,
        name: source.name,
        unitName: this.units.brief(source.unitId)?.name ?? '',
        light: health.light,
        downSince: health.light === 'down' && heard ? heard.toISOString() : null,
      };
    });
  }
}

function fresh<T extends { readonly at: Instant }>(kept: T | undefined, now: Instant, ms: number): T | null {
  return kept && now.getTime() - kept.at.getTime() < ms ? kept : null;
}

function rateOf(formula: Formula, place: 0 | 1, day: CountedCalls, quarter: CountedCalls): WallRate {
  const halves = ({ rates }: CountedCalls) => {
    const [numerator, denominator] = rates[place] ?? [0, 0];
    return { numerator, denominator };
  };
  const { version, seconds } = formula;
  return { letter: letterOf(formula), version, seconds, today: halves(day), recent: halves(quarter) };
}

const countsOf = ({ arrived, asked, answered, abandoned }: CountedCalls): CallCounts => ({
  arrived,
  asked,
  answered,
  abandoned,
});
