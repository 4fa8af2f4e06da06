import { Injectable } from '@nestjs/common';
import { HOUR_MS, newId, type Transaction } from '@hotline/kernel';
import { AuditLog } from '@hotline/organization';
import { row, rows } from '@hotline/platform';
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
   * @returns how many looks this person had within the last hour, this one included; counted under the audit chain's lock
   */
  async keep(tx: Transaction, facts: TicketFacts, { unitId, fields, reason }: Reveal): Promise<number> {
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
    const found = await row<{ looks: number }>(
      tx,
      'select count(*)::integer as looks from audit where actor_id = $1 and action = $2 and at > $3',
      [tx.scope.accountId, ACTION, new Date(tx.now.getTime() - HOUR_MS)],
    );
    return found?.looks ?? 0;
  }
}
