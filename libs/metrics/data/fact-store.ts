import { Injectable } from '@nestjs/common';
import { type Instant, shanghaiDay, type Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import { type CallPace, type Fact, factKey } from '../domain/fact.js';
import type { Exclusion, MetricName } from '../domain/metrics.js';

interface FactRow {
  metric: MetricName;
  subject_id: string;
  unit_id: string;
  unit_path: string;
  at: Instant;
  counted: boolean;
  hit: boolean;
  excluded: Exclusion | null;
  ticket_id: string | null;
  contact_id: string | null;
  closed_at: Instant | null;
  amount: number | null;
  call_pace: CallPace | null;
}

const toFact = (row: FactRow): Fact => ({
  metric: row.metric,
  subjectId: row.subject_id,
  unit: { id: row.unit_id, path: row.unit_path },
  at: row.at,
  counted: row.counted,
  hit: row.hit,
  excluded: row.excluded,
  ticketId: row.ticket_id,
  contactId: row.contact_id,
  closedAt: row.closed_at,
  amount: row.amount,
  callPace: row.call_pace,
});

const toRow = (fact: Fact): FactRow & { day: string } => ({
  metric: fact.metric,
  subject_id: fact.subjectId,
  unit_id: fact.unit.id,
  unit_path: fact.unit.path,
  day: shanghaiDay(fact.at),
  at: fact.at,
  counted: fact.counted,
  hit: fact.hit,
  excluded: fact.excluded,
  ticket_id: fact.ticketId,
  contact_id: fact.contactId,
  closed_at: fact.closedAt,
  amount: fact.amount,
  call_pace: fact.callPace,
});

/** Writes and re-reads the facts of the numbers; they never leave the fold but by the reads. */
@Injectable()
export class FactStore {
  /** One fold at a time, whoever asks for it. */
  async hold(tx: Transaction): Promise<void> {
    await rows(tx, `select pg_advisory_xact_lock(hashtext('numbers'))`);
  }

  async read(tx: Transaction, keys: readonly string[]): Promise<Map<string, Fact>> {
    const wanted = keys.map((key) => key.split(' '));
    const found = await rows<FactRow>(
      tx,
      `select f.metric, f.subject_id, f.unit_id, unit_path_on(f.unit_id, f.day) as unit_path, f.at, f.counted, f.hit, f.excluded, f.ticket_id,
         f.contact_id, f.closed_at, f.amount, f.call_pace
       from unnest($1::text[], $2::uuid[]) w(metric, subject_id)
       join metric_fact f on f.metric = w.metric and f.subject_id = w.subject_id`,
      [wanted.map(([metric]) => metric), wanted.map(([, subject]) => subject)],
    );
    return new Map(
      found.map((row) => [factKey({ metric: row.metric, subjectId: row.subject_id }), toFact(row)]),
    );
  }

  async write(tx: Transaction, facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return;
    await rows(
      tx,
      `insert into metric_fact as m (metric, subject_id, unit_id, unit_path, day, at, counted, hit, excluded, ticket_id,
         contact_id, closed_at, amount, call_pace)
       select f.metric, f.subject_id, f.unit_id, f.unit_path, f.day, f.at, f.counted, f.hit, f.excluded, f.ticket_id,
         f.contact_id, f.closed_at, f.amount, f.call_pace
       from jsonb_populate_recordset(null::metric_fact, $1::jsonb) f
       on conflict (metric, subject_id) do update set
         unit_id = excluded.unit_id, unit_path = excluded.unit_path, day = excluded.day, at = excluded.at,
         counted = excluded.counted, hit = excluded.hit, excluded = excluded.excluded,
         contact_id = excluded.contact_id, closed_at = excluded.closed_at, amount = excluded.amount,
         call_pace = excluded.call_pace`,
      [JSON.stringify(facts.map(toRow))],
    );
  }

  /** Facts that are told by another subject now: a call instead of the contact that was logged of it. */
  async forget(tx: Transaction, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const gone = keys.map((key) => key.split(' '));
    await changed(
      tx,
      `delete from metric_fact f using unnest($1::text[], $2::uuid[]) g(metric, subject_id)
       where f.metric = g.metric and f.subject_id = g.subject_id`,
      [gone.map(([metric]) => metric), gone.map(([, subject]) => subject)],
    );
  }

  /**
   * The same facts at the path their unit had on their day: what was counted before a unit moved stays where it was,
   * and counting the whole history again comes out the same.
   */
  async place(tx: Transaction, facts: readonly Fact[]): Promise<Fact[]> {
    const days = [...new Set(facts.map((fact) => `${fact.unit.id} ${shanghaiDay(fact.at)}`))];
    const found = await rows<{ key: string; path: string }>(
      tx,
      `select unit || ' ' || day as key, unit_path_on(unit::uuid, day::date) as path
       from unnest($1::text[], $2::text[]) k(unit, day)`,
      [days.map((key) => key.slice(0, 36)), days.map((key) => key.slice(37))],
    );
    const paths = new Map(found.map(({ key, path }) => [key, path]));
    return facts.map((fact) => {
      const path = paths.get(`${fact.unit.id} ${shanghaiDay(fact.at)}`) ?? fact.unit.path;
      return path === fact.unit.path ? fact : { ...fact, unit: { id: fact.unit.id, path } };
    });
  }

  /** Units have moved and the sums have not followed yet: nothing may be counted until they have. */
  async awaitsSums(tx: Transaction): Promise<boolean> {
    const waiting = await rows(
      tx,
      'select 1 from path_move where settled_at is null and switched_at is not null and numbered_at is null limit 1',
    );
    return waiting.length > 0;
  }

  /** Takes folded events off the queue. */
  async done(tx: Transaction, eventIds: readonly string[]): Promise<void> {
    await changed(tx, 'delete from unfolded_event where event_id = any ($1::uuid[])', [eventIds]);
  }

  /** Forgets every fact and queues every event again. */
  async startOver(tx: Transaction): Promise<void> {
    await changed(tx, 'delete from metric_fact');
    await changed(tx, 'delete from metric_daily');
    await changed(
      tx,
      'insert into unfolded_event (event_id, at) select id, at from event on conflict do nothing',
    );
    await changed(tx, 'delete from call_counting');
    await changed(tx, `insert into uncounted_call (call_id) select id from call where outcome <> 'open'`);
  }
}
