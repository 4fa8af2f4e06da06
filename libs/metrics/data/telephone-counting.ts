import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';

/**
 * Since when the telephone tells of the calls of a unit. A unit whose sources are all switched off is counted by what
 * agents log again, from its last call on.
 */
@Injectable()
export class TelephoneCounting {
  /** @returns those of these contacts that are told by the telephone: linked to a call, or logged where it counts */
  async toldOf(tx: Transaction, contactIds: readonly string[]): Promise<Set<string>> {
    if (contactIds.length === 0) return new Set();
    const found = await rows<{ id: string }>(
      tx,
      `select c.id from contact c left join call_counting n on n.unit_id = c.unit_id
       where c.id = any ($1::uuid[]) and (exists (select 1 from call k where k.contact_id = c.id)
         or (c.started_at >= n.since and (
           exists (select 1 from telephony_source s where s.unit_id = c.unit_id and s.enabled)
           or c.started_at <= (select max(k.arrived_at) from telephony_source s join call k on k.source_id = s.id
             where s.unit_id = c.unit_id))))`,
      [contactIds],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** The first call of a unit moves its beginning; contacts logged since then are looked at again. */
  async began(tx: Transaction, first: ReadonlyMap<string, Instant>): Promise<void> {
    for (const [unitId, at] of first) {
      const moved = await changed(
        tx,
        `insert into call_counting (unit_id, since) values ($1, $2)
         on conflict (unit_id) do update set since = excluded.since where call_counting.since > excluded.since`,
        [unitId, at],
      );
      if (moved > 0) await this.lookAgain(tx, 'c.unit_id = $1 and c.started_at >= $2', [unitId, at]);
    }
  }

  private async lookAgain(tx: Transaction, which: string, values: unknown[]): Promise<void> {
    await changed(
      tx,
      `insert into unfolded_event (event_id, at) select e.id, e.at from contact c join event e on e.contact_id = c.id
       where e.kind = 'contact-logged' and c.channel = 'call' and ${which} on conflict do nothing`,
      values,
    );
  }
}
