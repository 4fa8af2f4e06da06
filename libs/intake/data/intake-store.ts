import { Injectable } from '@nestjs/common';
import { pathRange, refuse, type Scope, shanghaiDay, type Transaction } from '@hotline/kernel';
import { prepared, row, rows } from '@hotline/platform';
import type { IdentityRow } from '@hotline/ticket';
import { type Attempt, claimOf } from './idempotency.js';
import type { IntakeRows } from './intake-rows.js';
import { WRITE_SQL } from './write-sql.js';

/** Contacts are visible by the unit that took them; appends its values and returns the SQL. */
export function contactSeen(alias: string, scope: Scope, values: unknown[]): string {
  const ranges = scope.prefixes.map((prefix) => {
    const { low, high } = pathRange(prefix);
    const at = values.push(low, high);
    return `(${alias}.unit_path >= $${at - 1} and ${alias}.unit_path < $${at})`;
  });
  return ranges.length === 0 ? 'false' : `(${ranges.join(' or ')})`;
}

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly uploaded_at: Date;
}

/** Writes what the desk hands in. */
@Injectable()
export class IntakeStore {
  /** `resourceId` is what a retry of the attempt is answered with. Null when its key was used before: nothing is written. */
  async write(
    tx: Transaction,
    intake: IntakeRows,
    attempt: Attempt,
    resourceId: string,
  ): Promise<{ ticketNo: string | null; contactNo: string | null } | null> {
    const day = shanghaiDay(tx.now).replaceAll('-', '');
    const [written] = await prepared<{ ticket_no: string | null; contact_no: string | null }>(
      tx,
      'intake-write',
      WRITE_SQL,
      [JSON.stringify({ claims: claimOf(tx, attempt, resourceId), ...intake }), day],
    );
    return written ? { ticketNo: written.ticket_no, contactNo: written.contact_no } : null;
  }

  /**
   * Locks an open contact that has no ticket yet and reads its sealed identity.
   * @returns null when there is none, it is invisible, or another ticket has it
   */
  async takeContact(tx: Transaction, id: string): Promise<{ identity: IdentityRow | null } | null> {
    const values: unknown[] = [id];
    return row<{ identity: IdentityRow | null }>(
      tx,
      `select (select to_jsonb(i) from identity i where i.id = c.identity_id) as identity
       from contact c where c.id = $1 and ${contactSeen('c', tx.scope, values)} and c.outcome = 'open' and c.ticket_id is null
       for no key update of c`,
      values,
    );
  }

  async linkContact(tx: Transaction, contactId: string, ticketId: string): Promise<void> {
    await prepared(tx, 'contact-link', 'update contact set ticket_id = $2 where id = $1', [
      contactId,
      ticketId,
    ]);
  }

  /** Files uploaded by this account before the ticket existed become the ticket's. */
  async attach(tx: Transaction, ticketId: string, ids: readonly string[]): Promise<AttachedFile[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const attached = await rows<AttachedFile>(
      tx,
      `update attachment set ticket_id = $1 where id = any ($2::uuid[]) and account_id = $3 and ticket_id is null
       returning id, name, media_type, size, uploaded_at`,
      [ticketId, wanted, tx.scope.accountId],
    );
    if (attached.length !== wanted.length) return refuse('attachment-refused', { field: 'attachmentIds' });
    return attached;
  }
}
