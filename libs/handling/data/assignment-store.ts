import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { seen } from '@hotline/ticket';

export interface Colleague {
  readonly id: string;
  readonly displayName: string;
}

const HOLDS = `t.assignee_id = $1 and t.accountable_unit_id = $2 and t.next_due_at is not null`;

/** Who has a ticket in hand, and what moves when a person leaves. */
@Injectable()
export class AssignmentStore {
  /** A person who handles for this unit now. */
  handler(tx: Transaction, accountId: string, unitId: string): Promise<Colleague | null> {
    return row<Colleague & Record<string, unknown>>(
      tx,
      `select a.id, a.display_name as "displayName" from account a
       where a.id = $1 and a.active and a.kind = 'person' and exists (select 1 from membership m
         where m.account_id = a.id and m.unit_id = $2 and m.role = 'handler' and m.revoked_at is null)`,
      [accountId, unitId],
    );
  }

  /** Null when the ticket is absent or invisible. */
  async accountableUnit(tx: Transaction, ticketId: string): Promise<string | null> {
    const values: unknown[] = [ticketId];
    const predicate = seen('t', tx.scope, values);
    const found = await row<{ unit_id: string }>(
      tx,
      `select t.accountable_unit_id as unit_id from ticket t where t.id = $1 and ${predicate}`,
      values,
    );
    return found?.unit_id ?? null;
  }

  handlers(tx: Transaction, unitId: string): Promise<Colleague[]> {
    return rows<Colleague & Record<string, unknown>>(
      tx,
      `select distinct a.id, a.display_name as "displayName" from account a join membership m on m.account_id = a.id
       where m.unit_id = $1 and m.role = 'handler' and m.revoked_at is null and a.active and a.kind = 'person'
       order by a.display_name, a.id limit 200`,
      [unitId],
    );
  }

  async assign(
    tx: Transaction,
    about: { readonly ticketId: string; readonly unitId: string },
    assigneeId: string | null,
    note: string | null,
  ): Promise<void> {
    await rows(tx, 'update ticket set assignee_id = $2 where id = $1', [about.ticketId, assigneeId]);
    await rows(
      tx,
      `insert into assignment (id, ticket_id, unit_id, assignee_id, account_id, at, note)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), about.ticketId, about.unitId, assigneeId, tx.scope.accountId, tx.now, note],
    );
  }

  async heldBy(tx: Transaction, accountId: string, unitId: string): Promise<number> {
    const found = await row<{ n: number }>(tx, `select count(*)::integer as n from ticket t where ${HOLDS}`, [
      accountId,
      unitId,
    ]);
    return found?.n ?? 0;
  }

  /** Locked, so that nobody reports or assigns one while it moves. */
  async heldTickets(tx: Transaction, accountId: string, unitId: string): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select t.id from ticket t where ${HOLDS} order by t.id for no key update`,
      [accountId, unitId],
    );
    return found.map(({ id }) => id);
  }

  async insertHandOver(
    tx: Transaction,
    one: {
      readonly id: string;
      readonly unitId: string;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
      readonly tickets: number;
      readonly drafts: number;
    },
  ): Promise<void> {
    await rows(
      tx,
      `insert into hand_over (id, unit_id, from_account_id, to_account_id, account_id, at, reason, tickets, drafts)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [one.id, one.unitId, one.from, one.to, tx.scope.accountId, tx.now, one.reason, one.tickets, one.drafts],
    );
  }
}
