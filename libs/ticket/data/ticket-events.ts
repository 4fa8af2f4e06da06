import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row } from '@hotline/platform';
import { seen } from './ticket-store.js';

export interface StoredEvent {
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly unitId: string | null;
  readonly by: string | null;
  readonly facts: Record<string, unknown>;
}

@Injectable()
export class TicketEvents {
  /** In order, looks at the identity behind the version they saw (ids grow with time); null when the ticket is absent or invisible. The opening time spares the months before it. */
  async of(tx: Transaction, ticketId: string): Promise<StoredEvent[] | null> {
    const values: unknown[] = [ticketId];
    const found = await row<{ events: StoredEvent[] | null }>(
      tx,
      `select (select json_agg(json_build_object('seq', e.seq, 'kind', e.kind, 'at', e.at, 'unitId', e.unit_id,
         'by', (select a.display_name from account a where a.id = e.actor_id), 'facts', e.facts) order by e.seq, e.id)
         from event e where e.ticket_id = t.id and e.at >= t.opened_at) as events
       from ticket t where t.id = $1 and ${seen('t', tx.scope, values)}`,
      values,
    );
    return found && (found.events ?? []);
  }
}
