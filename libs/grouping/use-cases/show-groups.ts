import { Injectable } from '@nestjs/common';
import { refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf, UnitTree } from '@hotline/organization';
import { ClockViews, readCursor, TicketStore, writeCursor } from '@hotline/ticket';
import {
  type FlagRow,
  GroupReads,
  type GroupRow,
  type MemberRow,
  type Suggested,
} from '../data/group-reads.js';
import type {
  GroupBody,
  GroupFlagBody,
  GroupFlagPageBody,
  GroupMemberBody,
  GroupPageBody,
  LinkSuggestionBody,
  TicketGroupBody,
} from '../http/bodies.js';

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const MOST = 50;

/** The group of one ticket, and lists of groups and flags, newest first. */
@Injectable()
export class ShowGroups {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tickets: TicketStore,
    private readonly reads: GroupReads,
    private readonly units: UnitTree,
    private readonly clocks: ClockViews,
  ) {}

  ofTicket(actor: Actor, ticketId: string): Promise<TicketGroupBody> {
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) => {
      const facts = await this.tickets.read(tx, ticketId);
      const group = await this.reads.groupOf(tx, ticketId);
      const members = group ? await this.reads.members(tx, group.id) : [];
      const suggested = facts.group ? [] : await this.reads.suggestions(tx, ticketId);
      return {
        group: group && this.group(group),
        members: members.map((one) => this.member(one, tx.now)),
        suggestions: suggested.map((one) => this.suggestion(one, tx.now)),
      };
    });
  }

  list(actor: Actor, { cursor, limit = MOST }: PageRequest): Promise<GroupPageBody> {
    const after = afterOf(cursor);
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) =>
      pageOf(await this.reads.list(tx, after, limit + 1), limit, (one) => this.group(one)),
    );
  }

  flags(actor: Actor, { cursor, limit = MOST }: PageRequest): Promise<GroupFlagPageBody> {
    const after = afterOf(cursor);
    return this.work.read(scopeOf(actor, 'ticket.read'), async (tx) =>
      pageOf(await this.reads.flags(tx, after, limit + 1), limit, (one) => this.flag(one)),
    );
  }

  private group(row: GroupRow): GroupBody {
    return {
      id: row.id,
      kind: row.kind,
      employer: row.employer,
      masterTicketId: row.master_ticket_id,
      formedAt: row.formed_at,
      formedBy: row.formed_by,
      formedUnit: this.units.brief(row.formed_unit_id),
      members: row.members,
      people: row.people,
    };
  }

  private member(row: MemberRow, now: Date): GroupMemberBody {
    return {
      ticket: this.clocks.row(row, now),
      master: row.master,
      linkedAt: row.linked_at,
      linkedBy: row.linked_by,
      linkedUnit: this.units.brief(row.linked_unit_id),
      reason: row.reason,
      followedAt: row.followed_at,
      unlinkedAt: row.unlinked_at,
      unlinkReason: row.unlink_reason,
    };
  }

  private suggestion(row: Suggested, now: Date): LinkSuggestionBody {
    return { ticket: this.clocks.row(row, now), kind: row.same_worker ? 'repeat' : 'mass' };
  }

  private flag(row: FlagRow): GroupFlagBody {
    return {
      id: row.id,
      employer: row.employer,
      unit: this.units.brief(row.unit_id),
      level: row.level,
      people: row.people,
      ticketId: row.ticket_id,
      raisedAt: row.raised_at,
    };
  }
}

function afterOf(cursor: string | undefined): { key: string; id: string } | null {
  if (cursor === undefined) return null;
  return readCursor(cursor) ?? refuse('invalid-input', { field: 'cursor' });
}

function pageOf<R extends { key: string; id: string }, V>(
  found: readonly R[],
  limit: number,
  view: (row: R) => V,
): { items: V[]; nextCursor: string | null } {
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(view),
    nextCursor: last ? writeCursor({ run: 'newest', key: last.key, id: last.id }) : null,
  };
}
