import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { type OpenClock, restingClocksOf } from '@hotline/ticket';
import type { Before, GroupKind } from '../domain/group-steps.js';

export interface Link {
  readonly id: string;
  readonly groupId: string;
  readonly ticketId: string;
  readonly before: Before | null;
}

export interface NewLink {
  readonly groupId: string;
  readonly ticketId: string;
  readonly unitId: string;
  readonly reason: string;
  readonly before: Before | null;
}

/** Groups and their links; the tickets themselves are changed by their own store. */
@Injectable()
export class GroupStore {
  async form(
    tx: Transaction,
    group: {
      readonly kind: GroupKind;
      readonly masterTicketId: string;
      readonly unitId: string;
      readonly reason: string;
    },
  ): Promise<string> {
    const id = newId();
    await rows(
      tx,
      `insert into ticket_group (id, kind, employer_key, master_ticket_id, formed_at, formed_by, formed_unit_id)
       select $1, $2, case when $2 = 'mass' then t.employer_key end, t.id, $4, $5, $6 from ticket t where t.id = $3`,
      [id, group.kind, group.masterTicketId, tx.now, tx.scope.accountId, group.unitId],
    );
    await this.link(tx, {
      groupId: id,
      ticketId: group.masterTicketId,
      unitId: group.unitId,
      reason: group.reason,
      before: null,
    });
    return id;
  }

  async link(tx: Transaction, link: NewLink): Promise<void> {
    await rows(
      tx,
      `insert into ticket_group_member (id, group_id, ticket_id, linked_at, linked_by, linked_unit_id, reason, before)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        link.groupId,
        link.ticketId,
        tx.now,
        tx.scope.accountId,
        link.unitId,
        link.reason,
        link.before && JSON.stringify(link.before),
      ],
    );
  }

  /** The open link of a ticket, with its group locked against a second change. */
  async linkOf(tx: Transaction, ticketId: string): Promise<Link | null> {
    const found = await row<{ id: string; group_id: string; before: Before | null }>(
      tx,
      `select m.id, m.group_id, m.before from ticket_group_member m join ticket_group g on g.id = m.group_id
       where m.ticket_id = $1 and m.unlinked_at is null for no key update of g`,
      [ticketId],
    );
    return found && { id: found.id, groupId: found.group_id, ticketId, before: found.before };
  }

  async unlink(tx: Transaction, linkId: string, reason: string | null): Promise<boolean> {
    const ended = await changed(
      tx,
      `update ticket_group_member set unlinked_at = $2, unlinked_by = $3, unlink_reason = $4
       where id = $1 and unlinked_at is null`,
      [linkId, tx.now, tx.scope.accountId, reason],
    );
    return ended === 1;
  }

  async followed(tx: Transaction, linkId: string): Promise<void> {
    await rows(tx, 'update ticket_group_member set followed_at = $2 where id = $1', [linkId, tx.now]);
  }

  /** Tickets that still wait for their master, oldest link first. */
  async waiting(tx: Transaction, groupId: string): Promise<Link[]> {
    const found = await rows<{ id: string; ticket_id: string; before: Before }>(
      tx,
      `select m.id, m.ticket_id, m.before from ticket_group_member m join ticket t on t.id = m.ticket_id
       where m.group_id = $1 and m.unlinked_at is null and m.followed_at is null and m.before is not null
         and t.state = 'grouped' order by m.linked_at, m.id`,
      [groupId],
    );
    return found.map((one) => ({ id: one.id, groupId, ticketId: one.ticket_id, before: one.before }));
  }

  /** The others go on with a new master; the new one is itself again. */
  async promote(tx: Transaction, groupId: string, link: Link): Promise<void> {
    await rows(tx, 'update ticket_group set master_ticket_id = $2 where id = $1', [groupId, link.ticketId]);
    await rows(tx, 'update ticket_group_member set before = null where id = $1', [link.id]);
  }

  async dissolve(tx: Transaction, groupId: string): Promise<void> {
    await rows(tx, 'update ticket_group set dissolved_at = $2 where id = $1', [groupId, tx.now]);
  }

  restingClocks(tx: Transaction, ticketId: string, before: Before): Promise<OpenClock[]> {
    return restingClocksOf(tx, ticketId, before.clockIds);
  }

  /** Groups in which somebody waits although the master case waits for nothing any more; skips those being worked on. */
  async settled(tx: Transaction, limit: number): Promise<{ groupId: string; masterId: string }[]> {
    const found = await rows<{ id: string; master_ticket_id: string }>(
      tx,
      `select g.id, g.master_ticket_id from ticket_group g join ticket t on t.id = g.master_ticket_id
       where g.dissolved_at is null and t.state in ('call-back', 'closed', 'archived')
         and exists (select 1 from ticket_group_member m join ticket w on w.id = m.ticket_id
           where m.group_id = g.id and m.unlinked_at is null and m.followed_at is null and m.before is not null
             and w.state = 'grouped')
       order by g.formed_at limit $1 for no key update of g skip locked`,
      [limit],
    );
    return found.map((one) => ({ groupId: one.id, masterId: one.master_ticket_id }));
  }
}
