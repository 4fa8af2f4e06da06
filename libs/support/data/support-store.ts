import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { SupportFacts } from '@hotline/ticket';

export interface PartContact {
  readonly id: string;
  readonly means: string;
  readonly reached: boolean;
  readonly note: string;
}

/** What stands beside the parts themselves: contacts for them, their files, and the hop they hang under. */
@Injectable()
export class SupportStore {
  async insertContact(
    tx: Transaction,
    ticketId: string,
    part: SupportFacts,
    contact: PartContact,
  ): Promise<void> {
    const { id, means, reached, note } = contact;
    await rows(
      tx,
      `insert into worker_contact (id, ticket_id, hop_id, unit_id, account_id, at, means, reached, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, ticketId, part.hopId, part.unitId, tx.scope.accountId, tx.now, means, reached, note],
    );
  }

  /** The lead hop a part hangs under, and whether the worker was tried for it before. */
  async hop(tx: Transaction, hopId: string): Promise<{ parentHopId: string; contacted: boolean }> {
    const found = await row<{ parentHopId: string | null; contacted: boolean }>(
      tx,
      `select parent_hop_id as "parentHopId", first_contact_at is not null as contacted from hop where id = $1`,
      [hopId],
    );
    if (!found?.parentHopId) throw new Error(`hop ${hopId} supports nothing`);
    return { parentHopId: found.parentHopId, contacted: found.contacted };
  }

  /** @returns false when one of the files is neither the reporter's own upload nor already with the ticket */
  async attach(tx: Transaction, ticketId: string, attachmentIds: readonly string[]): Promise<boolean> {
    if (attachmentIds.length === 0) return true;
    const attached = await changed(
      tx,
      `update attachment set ticket_id = $1 where id = any ($2)
         and (ticket_id = $1 or (ticket_id is null and account_id = $3))`,
      [ticketId, attachmentIds, tx.scope.accountId],
    );
    return attached === new Set(attachmentIds).size;
  }
}
