import { Injectable } from '@nestjs/common';
import { Live, newId, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { NoticeKind, UnitRef } from '@hotline/ticket';

export interface NewNotice {
  readonly ticketId: string;
  readonly unit: UnitRef;
  readonly kind: NoticeKind;
}

/** Notices of what moves no ticket; those of a step are written with it. */
@Injectable()
export class NoticeWriter {
  constructor(private readonly live: Live) {}

  async write(tx: Transaction, notices: readonly NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    const written = notices.map(({ ticketId, unit, kind }) => ({
      id: newId(),
      ticket_id: ticketId,
      unit_id: unit.id,
      kind,
    }));
    await rows(
      tx,
      `insert into notice (id, unit_id, ticket_id, kind, at)
       select n.id, n.unit_id, n.ticket_id, n.kind, $2
       from jsonb_to_recordset($1::jsonb) as n(id uuid, unit_id uuid, ticket_id uuid, kind text)`,
      [JSON.stringify(written), tx.now],
    );
    const units = new Map(notices.map(({ unit }) => [unit.id, unit.path]));
    tx.afterCommit(() => {
      for (const [unitId, path] of units) this.live.publish({ kind: 'notice', unitId, path });
    });
  }
}
