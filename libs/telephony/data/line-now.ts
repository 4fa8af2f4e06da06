import { Injectable } from '@nestjs/common';
import { type Instant, pathRange, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { Formula } from '../domain/definitions/formula.js';
import { bind, callSubjects, partSql, weightSql } from './subject-sql.js';

export interface WaitingNow {
  readonly waiting: number;
  /** When the one who waits longest joined. */
  readonly since: Instant | null;
}

export interface CountedCalls {
  readonly arrived: number;
  readonly asked: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly shortAbandoned: number;
  /** Above and below the line, in the order of the formulas. */
  readonly rates: readonly (readonly [number, number])[];
}

/** A quarter of an hour and its calls, by the formulas asked for. */
export interface CountedQuarter {
  readonly at: Instant;
  readonly rates: CountedCalls['rates'];
}

type Counting = Pick<Formula, 'numerator' | 'denominator' | 'seconds' | 'shortAbandonS'>;

/** A visit whose caller still waits; the words of the index of open visits. */
const WAITING = `v.outcome = 'open' and v.joined_at is not null and v.answered_at is null and v.left_at is null`;
const SOURCES = `telephony_source s`;
const below = (alias: string): string => `${alias}.unit_path >= $1 and ${alias}.unit_path < $2`;
/** Nobody is kept in a queue for longer; visits that began before are not looked at for the busiest moment. */
const LONGEST_WAIT = `interval '2 hours'`;

/** How the telephone stands at this moment, for a wallboard; read through the sources, which are few. */
@Injectable()
export class LineNow {
  async waiting(tx: Transaction, path: string): Promise<WaitingNow> {
    const { low, high } = pathRange(path);
    const found = await row<{ waiting: number; since: Date | null }>(
      tx,
      `select count(*)::integer as waiting, min(v.joined_at) as since
       from ${SOURCES} join call_visit v on v.source_id = s.id and ${WAITING} where ${below('s')}`,
      [low, high],
    );
    return found ?? { waiting: 0, since: null };
  }

  /** The same in some queues of one switchboard. */
  async waitingAt(tx: Transaction, sourceId: string, queues: readonly string[]): Promise<WaitingNow> {
    const found = await row<{ waiting: number; since: Date | null }>(
      tx,
      `select count(*)::integer as waiting, min(v.joined_at) as since from call_visit v
       where v.source_id = $1 and v.queue = any ($2) and ${WAITING}`,
      [sourceId, queues],
    );
    return found ?? { waiting: 0, since: null };
  }

  /** The most callers who waited at one moment since then, counted from when they joined to when they stopped waiting. */
  async busiest(tx: Transaction, path: string, since: Instant): Promise<number> {
    const { low, high } = pathRange(path);
    const found = await row<{ most: number | null }>(
      tx,
      `with waits as (
         select v.joined_at as came, coalesce(v.answered_at, v.left_at, v.last_seen_at) as went, v.outcome = 'open' as open
         from ${SOURCES} join call_visit v on v.unit_path = s.unit_path and v.source_id = s.id
         where ${below('s')} and v.counted_at >= $3::timestamptz - ${LONGEST_WAIT} and v.joined_at is not null),
       steps as (
         select greatest(came, $3) as at, 1 as step from waits where open or went > $3
         union all select went, -1 from waits where not open and went > $3)
       select max(waiting)::integer as most from (select sum(step) over (order by at, step) as waiting from steps) w`,
      [low, high, since],
    );
    return found?.most ?? 0;
  }

  /** Calls that arrived in [from, until), each counted once, as the board counts them: not before it is known how they end. */
  async counted(
    tx: Transaction,
    asked: { readonly path: string; readonly from: Instant; readonly until: Instant },
    formulas: readonly Counting[],
    shortAbandonS: number,
  ): Promise<CountedCalls> {
    const { low, high } = pathRange(asked.path);
    const values: unknown[] = [low, high, asked.from, asked.until];
    const short = partSql('short_abandoned', { seconds: null, shortAbandonS }, values);
    const sums = sumsOf(formulas, values);
    const answered = bind(values, 'answered');
    const abandoned = bind(values, 'abandoned');
    const found = await row<Record<string, number>>(
      tx,
      `select count(*)::integer as arrived, count(*) filter (where asked)::integer as asked,
         count(*) filter (where ended = ${answered})::integer as answered,
         count(*) filter (where ended = ${abandoned})::integer as abandoned,
         count(*) filter (where ${short})::integer as short${sums} from (${ARRIVED}) s where s.ended <> 'open'`,
      values,
    );
    const number = (name: string): number => found?.[name] ?? 0;
    return {
      arrived: number('arrived'),
      asked: number('asked'),
      answered: number('answered'),
      abandoned: number('abandoned'),
      shortAbandoned: number('short'),
      rates: formulas.map((_, n) => [number(`n${n}`), number(`d${n}`)] as const),
    };
  }

  /** The same calls by the quarter of an hour in which they arrived, `from` being the first; a quarter without any is left out. */
  async quarters(
    tx: Transaction,
    asked: { readonly path: string; readonly from: Instant; readonly until: Instant },
    formulas: readonly Counting[],
  ): Promise<CountedQuarter[]> {
    const { low, high } = pathRange(asked.path);
    const values: unknown[] = [low, high, asked.from, asked.until];
    const sums = sumsOf(formulas, values);
    const found = await rows<{ at: Date } & Record<string, number | Date>>(
      tx,
      `select date_bin('15 minutes', s.at, $3) as at${sums} from (${ARRIVED}) s where s.ended <> 'open' group by 1 order by 1`,
      values,
    );
    return found.map((quarter) => ({
      at: quarter.at,
      rates: formulas.map((_, n) => [Number(quarter[`n${n}`]), Number(quarter[`d${n}`])] as const),
    }));
  }
}

// One way into the index for each unit that has a line: a range of paths would read all calls there ever were.
const LINES = `array(select distinct s.unit_path from ${SOURCES} where ${below('s')})`;
/** Calls below a path ($1, $2) that arrived in [$3, $4). */
const ARRIVED = callSubjects(`c.unit_path = any (${LINES}) and c.arrived_at >= $3 and c.arrived_at < $4`);

/** Above (`n0`) and below the line (`d0`) of each formula, as columns of a sum. */
function sumsOf(formulas: readonly Counting[], values: unknown[]): string {
  return formulas
    .map((formula, n) => {
      const above = weightSql(formula.numerator, formula, values);
      const under = weightSql(formula.denominator, formula, values);
      return `, coalesce(sum(${above}), 0)::integer as n${n}, coalesce(sum(${under}), 0)::integer as d${n}`;
    })
    .join('');
}
