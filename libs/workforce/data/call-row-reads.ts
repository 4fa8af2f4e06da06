import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { type CallResult, rowKindOf } from '../domain/row-results.js';
import type { Stretch } from '../domain/row-stretches.js';
import { bind, inSubtree } from './report-sql.js';

export interface CallRowsQuestion {
  readonly paths: readonly string[];
  readonly sourceId: string | null;
  readonly queue: string | null;
  readonly accountId: string | null;
  readonly since: Instant;
  readonly until: Instant;
  readonly result: CallResult;
  readonly shortAbandonS: number;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

export interface ReportedCall {
  readonly id: string;
  readonly callId: string | null;
  readonly at: Instant;
  /** the moment to the microsecond, for the next page */
  readonly place: string;
  readonly sourceId: string;
  readonly queue: string;
  readonly masked: string | null;
  readonly outcome: string;
  readonly agentName: string | null;
  readonly waitMs: number | null;
  readonly talkMs: number | null;
  readonly holdMs: number | null;
  readonly transfer: string | null;
  readonly contactId: string | null;
}

const VISIT: Readonly<Partial<Record<CallResult, string>>> = {
  entered: 'v.entered',
  answered: `v.outcome = 'answered'`,
  abandoned: `v.outcome = 'abandoned' and v.entered`,
  limit: `v.outcome = 'limit' and v.entered`,
  key: `v.outcome = 'key' and v.entered`,
  'refused-full': `v.outcome = 'full' and not v.entered`,
  'refused-empty': `v.outcome = 'empty' and not v.entered`,
  'left-empty': `v.outcome = 'empty' and v.entered`,
  withdrawn: `v.outcome = 'withdrawn'`,
  unknown: `v.outcome in ('lost', 'open')`,
  unassigned: `v.outcome = 'answered' and v.account_id is null`,
  transferred: 'v.transfer is not null',
  held: `v.outcome = 'answered' and v.holds > 0`,
};

const RINGS: Readonly<Partial<Record<CallResult, string>>> = {
  'rung-out': 'ring_out',
  rejected: 'rejected',
  'ring-cancelled': 'ring_cancelled',
};

const CALL: Readonly<Partial<Record<CallResult, string>>> = {
  dialled: `c.direction = 'out'`,
  'left-ivr': `c.direction = 'in' and c.outcome = 'left_ivr' and not exists (select 1 from call_visit o where o.call_id = c.id)`,
  closed: `c.direction = 'in' and c.outcome = 'closed' and not exists (select 1 from call_visit o where o.call_id = c.id)`,
};

const OF_VISIT = 'v.source_id, v.queue, v.unit_path, v.wait_us, v.talk_us, v.hold_us, v.transfer, v.call_id';
const OF_CALL = `c.source_id, '' as queue, c.unit_path, null::bigint as wait_us, c.talk_us,
  case when c.direction = 'in' then null else c.hold_us end as hold_us, null::text as transfer, c.id as call_id`;

/** Rows of one kind as one shape, `q`; the time is said inside so that each kind uses its own index. */
function base({ result, shortAbandonS }: CallRowsQuestion, values: unknown[], time: Time): string {
  const between = (column: string): string => `${column} >= ${time.since} and ${column} < ${time.until}`;
  const kind = rowKindOf(result);
  if (kind === 'ring')
    return `select v.id, r.at, r.account_id, r.reason as outcome, ${OF_VISIT} from call_ring r
      join call_visit v on v.id = r.visit_id where ${between('r.at')} and r.reason = ${bind(values, RINGS[result])}`;
  if (kind === 'call')
    return `select c.id, c.arrived_at as at, c.account_id, c.outcome, ${OF_CALL} from call c
      where ${between('c.arrived_at')} and ${CALL[result] ?? 'false'}`;
  const short = (): string =>
    `v.outcome = 'abandoned' and v.entered and v.wait_us < ${bind(values, shortAbandonS * 1_000_000)}::bigint`;
  const condition = result === 'short-abandoned' ? short() : (VISIT[result] ?? 'true');
  return `select v.id, v.counted_at as at, v.account_id, v.outcome, ${OF_VISIT} from call_visit v
    where ${between('v.counted_at')} and ${condition}`;
}

interface Time {
  readonly since: string;
  readonly until: string;
}

/** One stretch is read in the order of its rows; of many each by itself, and then they are sorted. */
function inStretches(question: CallRowsQuestion, values: unknown[], stretches: readonly Stretch[]): string {
  const [only] = stretches;
  if (stretches.length === 1 && only)
    return base(question, values, { since: bind(values, only.since), until: bind(values, only.until) });
  const since = bind(
    values,
    stretches.map((one) => one.since),
  );
  const until = bind(
    values,
    stretches.map((one) => one.until),
  );
  const each = base(question, values, { since: 's.since', until: 's.until' });
  return `select t.* from unnest(${since}::timestamptz[], ${until}::timestamptz[]) as s(since, until)
    cross join lateral (${each} offset 0) t`;
}

/** The calls behind the numbers of a report, newest first; numbers of people are masks. */
@Injectable()
export class CallRowReads {
  /** @param stretches the time in which such rows are, if that is known; else all that was asked for */
  list(
    tx: Transaction,
    question: CallRowsQuestion,
    stretches: readonly Stretch[] = [question],
  ): Promise<ReportedCall[]> {
    const values: unknown[] = [];
    const from = inStretches(question, values, stretches);
    const where = [inSubtree(values, question.paths)];
    if (question.sourceId !== null) where.push(`q.source_id = ${bind(values, question.sourceId)}`);
    if (question.queue !== null) where.push(`q.queue = ${bind(values, question.queue)}`);
    if (question.accountId !== null) where.push(`q.account_id = ${bind(values, question.accountId)}`);
    if (question.after)
      where.push(
        `(q.at, q.id) < (${bind(values, question.after.at)}::timestamptz, ${bind(values, question.after.id)}::uuid)`,
      );
    return rows<ReportedCall & Record<string, unknown>>(
      tx,
      `select q.id, q.call_id as "callId", q.at, q.at::text as place, q.source_id as "sourceId", q.queue,
         k.caller_masked as masked, q.outcome, a.display_name as "agentName", (q.wait_us / 1000)::float8 as "waitMs",
         (q.talk_us / 1000)::float8 as "talkMs", (q.hold_us / 1000)::float8 as "holdMs", q.transfer,
         k.contact_id as "contactId"
       from (select * from (${from}) q where ${where.join(' and ')}
         order by q.at desc, q.id desc limit ${bind(values, question.limit)}) q
       left join call k on k.id = q.call_id left join account a on a.id = q.account_id
       order by q.at desc, q.id desc`,
      values,
    );
  }
}
