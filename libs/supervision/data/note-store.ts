import { Injectable } from '@nestjs/common';
import { Live, newId, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { TicketFacts } from '@hotline/ticket';
import type { Mention, MentionRole, NoteCircle } from '../domain/note-rules.js';

export interface StoredMention extends Mention {
  readonly readAt: string | null;
}

export interface StoredNote {
  [column: string]: unknown;
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly by: string;
  readonly accountId: string;
  readonly at: Date;
  readonly text: string;
  readonly visible: NoteCircle;
  readonly correctsId: string | null;
  readonly mentions: readonly StoredMention[] | null;
}

// A page of a conversation; older ones by the cursor.
export const MOST_NOTES = 100;

/** Internal notes; never shown to the worker, never changed. */
@Injectable()
export class NoteStore {
  constructor(private readonly live: Live) {}

  list(tx: Transaction, ticketId: string, before: string | null): Promise<StoredNote[]> {
    return rows<StoredNote>(
      tx,
      `select n.id, n.unit_id as "unitId", u.path as "unitPath", a.display_name as by, n.account_id as "accountId", n.at,
         n.text, n.visible, n.corrects_id as "correctsId",
         (select json_agg(json_build_object('unitId', m.unit_id, 'role', m.role, 'readAt', m.read_at))
          from note_mention m where m.note_id = n.id) as mentions
       from note n join unit u on u.id = n.unit_id join account a on a.id = n.account_id
       where n.ticket_id = $1 and ($2::uuid is null or n.id < $2) order by n.id desc limit ${MOST_NOTES + 1}`,
      [ticketId, before],
    );
  }

  async insert(
    tx: Transaction,
    note: {
      ticketId: string;
      unitId: string;
      text: string;
      visible: NoteCircle;
      correctsId: string | null;
      mentions: readonly Mention[];
    },
  ): Promise<string> {
    const id = newId();
    await rows(
      tx,
      `insert into note (id, ticket_id, unit_id, account_id, at, text, visible, corrects_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, note.ticketId, note.unitId, tx.scope.accountId, tx.now, note.text, note.visible, note.correctsId],
    );
    await rows(
      tx,
      `insert into note_mention (note_id, unit_id, role, ticket_id)
       select $1, m."unitId", m.role, $2 from jsonb_to_recordset($3::jsonb) as m("unitId" uuid, role text)
       on conflict do nothing`,
      [id, note.ticketId, JSON.stringify(note.mentions)],
    );
    return id;
  }

  async isOwn(tx: Transaction, ticketId: string, id: string): Promise<boolean> {
    const found = await row(tx, 'select 1 from note where id = $1 and ticket_id = $2 and account_id = $3', [
      id,
      ticketId,
      tx.scope.accountId,
    ]);
    return found !== null;
  }

  /** The reader has the notes on screen: mentions of these units and roles count as read. */
  async markRead(
    tx: Transaction,
    ticketId: string,
    posts: readonly { unitId: string; role: MentionRole | string }[],
  ): Promise<number> {
    return changed(
      tx,
      `update note_mention m set read_at = $3, read_by = $4
       from jsonb_to_recordset($2::jsonb) as p("unitId" uuid, role text)
       where m.ticket_id = $1 and m.read_at is null and m.unit_id = p."unitId" and m.role in ('any', p.role)`,
      [ticketId, JSON.stringify(posts), tx.now, tx.scope.accountId],
    );
  }

  /** Open pages ask for the notes again; the ticket itself stays as it is. */
  announce(tx: Transaction, facts: TicketFacts): void {
    const { id, version, state, turn, accountable } = facts;
    tx.afterCommit(() =>
      this.live.publish({
        kind: 'ticket',
        id,
        version,
        state,
        turnUnitId: turn?.unit.id ?? null,
        path: accountable.path,
      }),
    );
  }
}
