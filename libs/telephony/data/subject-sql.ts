import type { Formula, FormulaPart, Term } from '../domain/definitions/formula.js';
import { DECISIVE } from '../domain/definitions/subject.js';

/**
 * The same words as `domain/definitions/subject.ts`, in SQL; a property test holds the two together. Both selections
 * give: source_id, id, call_id, visit_id, unit_path, at, arrived, asked, entered, ended, wait_us, provisional.
 */
const RANK = `array_position(array[${DECISIVE.map((outcome) => `'${outcome}'`).join(', ')}], v.outcome)`;

/**
 * Whole calls, each spoken for by its decisive visit.
 * @param where about `c`
 * @param from where `c` is taken from
 */
export const callSubjects = (where: string, from = 'call c'): string => `
select c.source_id, c.id, c.id as call_id, v.id as visit_id, c.unit_path, c.arrived_at as at, true as arrived,
  (c.asked or v.id is not null) as asked, coalesce(v.entered, c.asked) as entered,
  coalesce(v.outcome, case c.outcome when 'not_answered' then 'lost' else c.outcome end) as ended,
  v.wait_us + coalesce(extract(epoch from v.joined_at - v.first_joined_at) * 1000000, 0)::bigint as wait_us,
  coalesce(v.provisional, false) as provisional
from ${from} left join lateral (
  select v.id, v.entered, v.outcome, v.wait_us, v.joined_at, v.provisional, min(v.joined_at) over () as first_joined_at
  from call_visit v where v.call_id = c.id
  order by ${RANK}, coalesce(v.joined_at, v.requested_at, v.last_seen_at), v.visit_key limit 1
) v on true
where c.direction = 'in' and ${where}`;

const STAY_BEFORE = `select coalesce(max(shanghai_day(o.counted_at)), '-infinity') from call_visit o where o.call_id = v.call_id
  and (o.counted_at, o.visit_key) < (v.counted_at, v.visit_key)`;

/**
 * Visits, and the calls that came to no queue. Of a visit it says on which day the one before it was of the same call
 * (`after`), and of the same call in the same queue (`after_here`): a call has arrived with the first of its visits that
 * a period holds.
 * @param visits where `v` is taken from @param calls where `c` is
 */
export const visitSubjects = (visits: string, calls: string): string => `
select v.source_id, v.id, v.call_id, v.id as visit_id, v.unit_path, v.queue, v.counted_at as at,
  case when v.call_id is null then 'infinity' else (${STAY_BEFORE}) end as after,
  case when v.call_id is null then 'infinity' else (${STAY_BEFORE} and o.queue = v.queue) end as after_here,
  true as asked, v.entered, v.outcome as ended, v.wait_us, v.provisional
from ${visits}
union all
select c.source_id, c.id, c.id, null, c.unit_path, '', c.arrived_at, '-infinity', '-infinity', false, false, c.outcome, null, false
from ${calls} and c.direction = 'in' and not exists (select 1 from call_visit v where v.call_id = c.id)`;

type Thresholds = Pick<Formula, 'seconds' | 'shortAbandonS'>;

/** Puts a value among the parameters; @returns its place, as `$3`. */
export const bind = (values: unknown[], value: unknown): string => `$${values.push(value)}`;

const SECOND = 1_000_000;

/** A truth about the subject `s`. */
export function partSql(
  part: FormulaPart,
  { seconds, shortAbandonS }: Thresholds,
  values: unknown[],
): string {
  const us = (amount: number): string => `${bind(values, amount * SECOND)}::bigint`;
  switch (part) {
    case 'arrived':
    case 'asked':
    case 'entered':
      return `s.${part}`;
    case 'answered_within':
      return `(s.ended = 'answered' and s.entered and coalesce(s.wait_us <= ${us(seconds ?? 0)}, false))`;
    case 'abandoned_within':
      return `(s.ended = 'abandoned' and s.entered and coalesce(s.wait_us <= ${us(seconds ?? 0)}, false))`;
    case 'short_abandoned':
      return `(s.ended = 'abandoned' and s.entered and coalesce(s.wait_us < ${us(shortAbandonS)}, false))`;
    case 'refused_full':
      return `(s.ended = 'full' and not s.entered)`;
    case 'refused_empty':
      return `(s.ended = 'empty' and not s.entered)`;
    case 'left_empty':
      return `(s.ended = 'empty' and s.entered)`;
    default:
      return `(s.ended = '${part}' and s.entered)`;
  }
}

/** Numerator or denominator of one subject: 0 or 1 (`countsEachOnce`). */
export const weightSql = (terms: readonly Term[], thresholds: Thresholds, values: unknown[]): string =>
  terms
    .map(({ part, sign }) => `${sign < 0 ? '-' : '+'} ${partSql(part, thresholds, values)}::int`)
    .join(' ');
