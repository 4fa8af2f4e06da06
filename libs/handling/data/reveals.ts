import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { AuditLog } from '@hotline/organization';
import { rows } from '@hotline/platform';
import type { IdentityField, TicketFacts } from '@hotline/ticket';

export interface Reveal {
  readonly unitId: string;
  readonly fields: readonly IdentityField[];
  readonly reason: string;
}

const ACTION = 'identity-revealed';

/** The record of every look at who a worker is. */
@Injectable()
export class Reveals {
  constructor(private readonly audit: AuditLog) {}

  /**
   * Writes the event and the audit record. A look changes nothing of the ticket, so it takes no version: the event
   * carries the one it was seen at.
   * Refuses the look that is one too many within an hour.
   */
  async keep(tx: Transaction, facts: TicketFacts, { unitId, fields, reason }: Reveal): Promise<void> {
    await rows(
      tx,
      `insert into event (id, ticket_id, seq, kind, unit_id, actor_id, facts, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        facts.id,
        facts.version,
        ACTION,
        unitId,
        tx.scope.accountId,
        JSON.stringify({ fields }),
        tx.now,
      ],
    );
    await this.audit.append(tx, {
      actorId: tx.scope.accountId,
      action: ACTION,
      objectKind: 'ticket',
      objectId: facts.id,
      reason,
      facts: { fields, unitId },
    });
    await this.audit.capLooks(tx, ACTION);
  }
}
