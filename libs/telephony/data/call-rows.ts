import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { Column } from '../domain/definitions/figure.js';
import type { Formula } from '../domain/definitions/formula.js';
import type { SubjectEnd } from '../domain/definitions/subject.js';
import { dayEnd, type FigureQuestion, subjectsIn } from './call-figures.js';
import { placesOf, type RowPlace } from './row-places.js';
import { bind, partSql, weightSql } from './subject-sql.js';

export const ROW_SIDES = ['numerator', 'missed', 'denominator', 'beside', 'all'] as const;
/** Above the line, below it and not above, below it, or beside the rate. */
export type RowSide = (typeof ROW_SIDES)[number];

/** The formula in force on some days of the question. */
export interface SidedSpan {
  readonly formula: Pick<Formula, 'numerator' | 'denominator' | 'seconds' | 'shortAbandonS'>;
  readonly from: Date;
  readonly until: Date;
}

export interface CallRowsQuestion extends FigureQuestion {
  readonly spans: readonly SidedSpan[];
  readonly side: RowSide;
  readonly column: Column | null;
  readonly shortAbandonS: number;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

export interface SubjectRow {
  [column: string]: unknown;
  readonly id: string;
  readonly callId: string | null;
  readonly unitPath: string;
  readonly at: Instant;
  /** The moment as the cursor needs it, to the microsecond. */
  readonly place: string;
  readonly asked: boolean;
  readonly entered: boolean;
  readonly ended: SubjectEnd;
  readonly short: boolean;
  readonly provisional: boolean;
  readonly waitUs: string | null;
  readonly masked: string | null;
  readonly withheld: boolean | null;
  readonly queue: string | null;
  readonly agent: string | null;
  readonly contactId: string | null;
}

const COLUMN_SQL: Readonly<Record<Column, string>> = {
  answered: `s.ended = 'answered'`,
  abandoned: `s.ended = 'abandoned' and not s.short`,
  short_abandoned: `s.ended = 'abandoned' and s.short`,
  limit: `s.ended = 'limit'`,
  key: `s.ended = 'key'`,
  refused_full: `s.ended = 'full'`,
  refused_empty: `s.ended = 'empty' and not s.entered`,
  left_empty: `s.ended = 'empty' and s.entered`,
  withdrawn: `s.ended = 'withdrawn'`,
  unknown: `s.ended in ('lost', 'open')`,
  left_ivr: `s.ended = 'left_ivr'`,
  closed: `s.ended = 'closed'`,
};

/** The calls behind a rate, newest first. */
@Injectable()
export class CallRows {
  async list(tx: Transaction, asked: CallRowsQuestion): Promise<SubjectRow[]> {
    const found: SubjectRow[] = [];
    for await (const place of placesOf(tx, asked, endOf(asked))) {
      found.push(...(await this.inPlace(tx, { ...asked, limit: asked.limit - found.length }, place)));
      if (found.length === asked.limit) break;
    }
    return found;
  }

  private inPlace(tx: Transaction, asked: CallRowsQuestion, place: RowPlace): Promise<SubjectRow[]> {
    const values: unknown[] = [];
    const table = placeTable(place, values);
    const subjects = subjectsIn('place', asked, values);
    const { shortAbandonS, column, after, limit } = asked;
    const short = partSql('short_abandoned', { seconds: null, shortAbandonS }, values);
    const wanted = [
      sideSql(asked, values),
      column === null ? 'true' : COLUMN_SQL[column],
      `s.at < ${bind(values, place.until)}`,
      after === null
        ? 'true'
        : `(s.at, s.id) < (${bind(values, after.at)}::timestamptz, ${bind(values, after.id)}::uuid)`,
    ];
    return rows<SubjectRow>(
      tx,
      `with ${table} select s.id, s.call_id as "callId", s.unit_path as "unitPath", s.at, s.at::text as place, s.asked, s.entered,
         s.ended, s.short, s.provisional, s.wait_us as "waitUs", k.caller_masked as masked, k.withheld, v.queue,
         a.display_name as agent, k.contact_id as "contactId"
       from (select * from (select s.*, ${short} as short from (${subjects}) s) s
         where ${wanted.join(' and ')} order by s.at desc, s.id desc limit ${bind(values, limit)}) s
       left join call k on k.id = s.call_id left join call_visit v on v.id = s.visit_id left join account a on a.id = v.account_id
       order by s.at desc, s.id desc`,
      values,
    );
  }
}

function placeTable(place: RowPlace, values: unknown[]): string {
  if (place.kind === 'days')
    return `place as materialized (select * from json_to_recordset(${bind(values, JSON.stringify(place.lines))}::json)
      as p(source_id uuid, day date, since timestamptz, until timestamptz))`;
  const [since, until] = [bind(values, place.from), bind(values, place.until)];
  return `place as materialized (select id as source_id, ${since}::timestamptz as since, ${until}::timestamptz as until
    from telephony_source)`;
}

/** Nothing of the next page lies behind the last row's moment, which has microseconds. */
function endOf({ to, after }: CallRowsQuestion): Instant {
  const end = dayEnd(to);
  const seen = after === null ? end : new Date(Date.parse(after.at) + 1_000);
  return seen < end ? seen : end;
}

function sideSql({ side, spans }: CallRowsQuestion, values: unknown[]): string {
  if (side === 'all') return 'true';
  const within = spans.map(({ formula, from, until }) => {
    const above = `(${weightSql(formula.numerator, formula, values)})`;
    const below = `(${weightSql(formula.denominator, formula, values)})`;
    const weighs: Readonly<Record<Exclude<RowSide, 'all'>, string>> = {
      numerator: `${above} = 1`,
      missed: `${below} = 1 and ${above} = 0`,
      denominator: `${below} = 1`,
      beside: `${below} = 0`,
    };
    return `(s.at >= ${bind(values, from)} and s.at < ${bind(values, until)} and ${weighs[side]})`;
  });
  return `(${within.join(' or ')})`;
}
