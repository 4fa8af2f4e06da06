import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { type QueueKey, queueKey, type QueueLoad } from '../domain/roll-up.js';
import { nothingOf, plus, QUEUE_SUMS, type QueueSum } from '../domain/sums.js';
import { LONGEST_STEP, waitsOf } from '../domain/waits.js';

type SumRow = { source_id: string; queue: string; at: Date; unit_path: string } & Record<QueueSum, string>;
type WaitRow = { source_id: string; queue: string; at: Date; ended: string; step: number; calls: number };

export type CountedLoad = QueueLoad & { readonly path: string };

const KEYS = `k as materialized (select * from jsonb_to_recordset($1::jsonb) as k(source_id uuid, queue text, at timestamptz))`;
// "offset 0" has every interval looked up by its index: joined freely, many intervals of one queue are each held against
// all its visits.
const ITS_VISITS = `cross join lateral (select * from call_visit v where v.source_id = k.source_id and v.queue = k.queue
  and v.counted_at >= k.at and v.counted_at < k.at + interval '15 minutes' offset 0) v`;

const when = (condition: string, value = '1'): string =>
  `coalesce(sum(${value}) filter (where ${condition}), 0)`;
const TALKED = `v.outcome = 'answered' and v.end_known and v.talk_us is not null`;
const WAITED = `v.outcome = 'answered' and v.wait_us is not null`;

/** Of visits `v` with their rings `r` and wrap-up `w`. */
const OF_VISITS: Partial<Record<QueueSum, string>> = {
  arrived: when('v.call_id is not null and f.first'),
  asked: 'count(*)',
  entered: when('v.entered'),
  answered: when(`v.outcome = 'answered'`),
  abandoned: when(`v.outcome = 'abandoned' and v.entered`),
  limits: when(`v.outcome = 'limit' and v.entered`),
  keys: when(`v.outcome = 'key' and v.entered`),
  refused_full: when(`v.outcome = 'full' and not v.entered`),
  refused_empty: when(`v.outcome = 'empty' and not v.entered`),
  left_empty: when(`v.outcome = 'empty' and v.entered`),
  withdrawn: when(`v.outcome = 'withdrawn'`),
  unknown: when(`v.outcome in ('lost', 'open')`),
  unassigned: when(`v.outcome = 'answered' and v.account_id is null`),
  waited: when(WAITED),
  wait_us: when(WAITED, 'v.wait_us'),
  talked: when(TALKED),
  talk_us: when(TALKED, 'v.talk_us'),
  held: when(`${TALKED} and v.holds > 0`),
  hold_us: when(TALKED, 'v.hold_us'),
  wrapped: when('w.us is not null'),
  wrap_us: 'coalesce(sum(w.us), 0)',
  rung_out: 'coalesce(sum(r.rung_out), 0)',
  rejected: 'coalesce(sum(r.rejected), 0)',
  ring_cancelled: 'coalesce(sum(r.cancelled), 0)',
  transferred: when('v.transfer is not null'),
};

/** Of calls `c` that came to no queue. */
const OF_CALLS: Partial<Record<QueueSum, string>> = {
  arrived: 'count(*)',
  left_ivr: when(`c.outcome = 'left_ivr'`),
  closed: when(`c.outcome = 'closed'`),
  unknown: when(`c.outcome in ('lost', 'open')`),
};

const columns = (of: Partial<Record<QueueSum, string>>): string =>
  QUEUE_SUMS.map((name) => `${of[name] ?? '0'} as ${name}`).join(', ');

/** Counts intervals of queues anew from the rows of calls: what a sum must equal. */
@Injectable()
export class QueueRecount {
  /** Intervals in which there is nothing are not among the answers. */
  async count(tx: Transaction, keys: readonly QueueKey[]): Promise<Map<string, CountedLoad>> {
    const given = JSON.stringify(keys.map(({ sourceId, queue, at }) => ({ source_id: sourceId, queue, at })));
    const loads = new Map<string, CountedLoad>();
    for (const row of await sums(tx, given)) {
      const key = { sourceId: row.source_id, queue: row.queue, at: row.at };
      const own = nothingOf(QUEUE_SUMS);
      for (const name of QUEUE_SUMS) own[name] = Number(row[name]);
      const known = loads.get(queueKey(key));
      loads.set(queueKey(key), {
        ...key,
        path: row.unit_path,
        sums: known ? plus(QUEUE_SUMS, known.sums, own) : own,
        answeredWaits: [],
        abandonedWaits: [],
      });
    }
    const counts = new Map<string, Map<number, number>>();
    for (const { source_id: sourceId, queue, at, ended, step, calls } of await waits(tx, given)) {
      const key = `${ended}|${queueKey({ sourceId, queue, at })}`;
      counts.set(key, (counts.get(key) ?? new Map<number, number>()).set(step, calls));
    }
    const of = (ended: string, key: string): number[] => waitsOf(counts.get(`${ended}|${key}`) ?? new Map());
    return new Map(
      [...loads].map(([key, load]) => [
        key,
        { ...load, answeredWaits: of('answered', key), abandonedWaits: of('abandoned', key) },
      ]),
    );
  }
}

const sums = (tx: Transaction, given: string): Promise<SumRow[]> =>
  rows<SumRow>(
    tx,
    `with ${KEYS}
     select k.source_id, k.queue, k.at, max(v.unit_path) as unit_path, ${columns(OF_VISITS)}
     from k ${ITS_VISITS}
     cross join lateral (select not exists (select 1 from call_visit o where o.call_id = v.call_id
       and (o.counted_at, o.visit_key) < (v.counted_at, v.visit_key)) as first) f
     cross join lateral (select count(*) filter (where reason = 'ring_out') as rung_out,
       count(*) filter (where reason = 'rejected') as rejected,
       count(*) filter (where reason = 'ring_cancelled') as cancelled from call_ring where visit_id = v.id) r
     cross join lateral (select wrap_up_of_visit(v.id) as us) w
     group by 1, 2, 3
     union all
     select k.source_id, k.queue, k.at, max(c.unit_path), ${columns(OF_CALLS)}
     from k cross join lateral (select * from call c where k.queue = '' and c.source_id = k.source_id and c.arrived_at >= k.at
       and c.arrived_at < k.at + interval '15 minutes' and c.direction = 'in' offset 0) c
     where not exists (select 1 from call_visit v where v.call_id = c.id)
     group by 1, 2, 3`,
    [given],
  );

const waits = (tx: Transaction, given: string): Promise<WaitRow[]> =>
  rows<WaitRow>(
    tx,
    `with ${KEYS}
     select k.source_id, k.queue, k.at, v.outcome as ended,
       least(2 * (v.wait_us / 1000000) + (v.wait_us % 1000000 > 0)::integer, ${LONGEST_STEP})::integer as step,
       count(*)::integer as calls
     from k ${ITS_VISITS}
     where v.outcome in ('answered', 'abandoned') and v.entered and v.wait_us is not null
     group by 1, 2, 3, 4, 5`,
    [given],
  );
