import { Injectable } from '@nestjs/common';
import { type Instant, newId, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { type CountableCall, CountableCalls } from '@hotline/telephony';
import type { MissedReason } from '../domain/missed.js';

export interface MissedTry {
  readonly call: CountableCall;
  readonly reason: MissedReason;
}

/** A later call of the number that was answered. */
export interface Through {
  readonly callId: string;
  readonly at: Instant;
}

/** Writes what calls make of duties; only under the lock of `take`. */
@Injectable()
export class CallJudging {
  constructor(private readonly calls: CountableCalls) {}

  // not the sweep’s own name: the sweeper holds a lock on that while it runs
  /** One judge at a time, whichever process; takes changes off the queue, oldest first. */
  async take(
    tx: Transaction,
    limit: number,
  ): Promise<{ taken: number; ids: string[]; calls: CountableCall[] }> {
    await rows(tx, `select pg_advisory_xact_lock(hashtext('missed-call-duties'))`);
    const found = await rows<{ call_id: string }>(
      tx,
      `delete from unjudged_call where seq in (select seq from unjudged_call order by seq limit $1) returning call_id`,
      [limit],
    );
    const ids = [...new Set(found.map(({ call_id: id }) => id))];
    const calls = ids.length > 0 ? await this.calls.of(tx, ids) : [];
    return { taken: found.length, ids, calls: calls.filter(({ open }) => !open) };
  }

  /** The open duty of the number at the unit, the one this call already belongs to first. */
  async dutyFor(tx: Transaction, { id, unitId, callerHash }: CountableCall): Promise<string | null> {
    const found = await row<{ id: string }>(
      tx,
      `select id from (select m.id, 0 as rank from missed_try t join missed_call m on m.id = t.missed_id where t.call_id = $1
         union all select m.id, 1 from missed_call m where m.unit_id = $2 and m.caller_hash = $3 and m.closed_at is null) d
       order by rank limit 1`,
      [id, unitId, callerHash],
    );
    return found?.id ?? null;
  }

  async begin(tx: Transaction, { call, reason }: MissedTry, dueAt: Instant): Promise<string> {
    const id = newId();
    await changed(
      tx,
      `insert into missed_call (id, unit_id, unit_path, caller_hash, caller_masked, call_id, first_at, last_at, tries, reason,
         wanted, due_at) values ($1, $2, $3, $4, $5, $6, $7, $7, 0, $8, false, $9)`,
      [id, call.unitId, call.unitPath, call.callerHash, call.callerMasked, call.id, call.at, reason, dueAt],
    );
    return id;
  }

  /** A call is one try however often it is judged; @returns whether it was news */
  async note(tx: Transaction, { call, reason }: MissedTry, missedId: string | null): Promise<boolean> {
    const news = await changed(
      tx,
      `insert into missed_try as t (call_id, missed_id, unit_id, unit_path, at, reason) values ($1, $2, $3, $4, $5, $6)
       on conflict (call_id) do update set reason = excluded.reason, at = excluded.at, missed_id = excluded.missed_id
       where (t.reason, t.at, t.missed_id) is distinct from (excluded.reason, excluded.at, excluded.missed_id)`,
      [call.id, missedId, call.unitId, call.unitPath, call.at, reason],
    );
    if (missedId !== null && news > 0) await this.sum(tx, missedId);
    return news > 0;
  }

  /** Calls that turn out not to be missed; @returns the duties they belonged to */
  async forget(tx: Transaction, callIds: readonly string[]): Promise<string[]> {
    const found = await rows<{ missed_id: string | null }>(
      tx,
      'delete from missed_try where call_id = any ($1::uuid[]) returning missed_id',
      [callIds],
    );
    const duties = [...new Set(found.flatMap(({ missed_id: id }) => id ?? []))];
    for (const id of duties) await this.sum(tx, id);
    return duties;
  }

  /** What the tries of a duty say together; the deadline stays that of the first. */
  private async sum(tx: Transaction, missedId: string): Promise<void> {
    await changed(
      tx,
      `update missed_call m set tries = s.tries, first_at = coalesce(s.first_at, m.first_at),
         last_at = coalesce(s.last_at, m.last_at), wanted = s.wanted, reason = coalesce(s.reason, m.reason),
         call_id = coalesce(s.call_id, m.call_id), version = m.version + 1
       from (select count(*)::integer as tries, min(at) as first_at, max(at) as last_at,
           coalesce(bool_or(reason = 'call-back'), false) as wanted,
           (array_agg(reason order by at desc, call_id))[1] as reason,
           (array_agg(call_id order by at desc, call_id))[1] as call_id
         from missed_try where missed_id = $1) s where m.id = $1`,
      [missedId],
    );
  }

  /** The number's first answered call after the last try of the duty, whoever heard of it first. */
  async throughAfter(tx: Transaction, missedId: string): Promise<Through | null> {
    return row<Through & Record<string, unknown>>(
      tx,
      `select c.id as "callId", c.arrived_at as at from missed_call m
       join call c on c.caller_hash = m.caller_hash and c.direction = 'in' and c.outcome = 'answered' and c.arrived_at >= m.last_at
       join telephony_source s on s.id = c.source_id and s.unit_id = m.unit_id
       where m.id = $1 and m.closed_at is null order by c.arrived_at limit 1`,
      [missedId],
    );
  }

  /** Open duties of the number of an answered call. */
  async openOf(tx: Transaction, { unitId, callerHash }: CountableCall): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      'select id from missed_call where unit_id = $1 and caller_hash = $2 and closed_at is null',
      [unitId, callerHash],
    );
    return found.map(({ id }) => id);
  }

  /** Nobody has to call back any more: the number got through, or the call was answered after all. */
  async close(tx: Transaction, missedId: string, through: Through | null): Promise<void> {
    await changed(
      tx,
      `update missed_call set result = 'got-through', closed_at = greatest($2, first_at), through_call_id = $3,
         version = version + 1 where id = $1 and closed_at is null and ($3::uuid is not null or tries = 0)`,
      [missedId, through?.at ?? tx.now, through?.callId ?? null],
    );
  }
}
