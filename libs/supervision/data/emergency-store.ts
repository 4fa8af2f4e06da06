import { Injectable } from '@nestjs/common';
import { type Instant, newId, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { EmergencyCall, SpecialistInput } from '@hotline/ticket';
import type { DutyRank } from '../domain/duty-roster.js';
import type { Leader } from './duty-leaders.js';

export interface ReceiptRow {
  [column: string]: unknown;
  readonly id: string;
  readonly ticket_id: string;
  readonly unit_id: string;
  readonly account_id: string | null;
  readonly rank: DutyRank | null;
  readonly due_at: Date;
  readonly read_at: Date | null;
  readonly passed_on_at: Date | null;
}

const BATCH = 500;

/** What was called, who was told, who took over: facts of the urgent path. */
@Injectable()
export class EmergencyStore {
  async keepCalls(tx: Transaction, ticketId: string, calls: readonly EmergencyCall[]): Promise<void> {
    for (const call of calls) {
      await rows(
        tx,
        `insert into emergency (id, ticket_id, service, called_at, reference, said, not_called_reason, account_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(),
          ticketId,
          call.service,
          call.notCalledReason === undefined ? (call.calledAt ?? tx.now) : null,
          call.reference ?? null,
          call.said ?? null,
          call.notCalledReason ?? null,
          tx.scope.accountId,
          tx.now,
        ],
      );
    }
  }

  /** Told and allowed to look, wherever the ticket lies. */
  async keepReceipt(
    tx: Transaction,
    receipt: {
      id: string;
      ticketId: string;
      ticketPath: string;
      unit: { id: string; path: string };
      dueAt: Instant;
    },
    leader: Leader | null,
  ): Promise<void> {
    await rows(
      tx,
      `insert into leader_receipt (id, ticket_id, unit_id, account_id, rank, told_at, due_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        receipt.id,
        receipt.ticketId,
        receipt.unit.id,
        leader?.line.accountId ?? null,
        leader?.line.rank ?? null,
        tx.now,
        receipt.dueAt,
      ],
    );
    await rows(
      tx,
      `insert into ticket_access (ticket_id, path, away) values ($1, $2, nullif(not $3::text ^@ $2::text, false))
       on conflict (ticket_id, path) do nothing`,
      [receipt.ticketId, receipt.unit.path, receipt.ticketPath],
    );
  }

  async keepTransfer(
    tx: Transaction,
    ticketId: string,
    unitId: string,
    { kind, reason, seat, outcome }: SpecialistInput,
  ): Promise<string> {
    const id = newId();
    await rows(
      tx,
      `insert into specialist_transfer (id, ticket_id, kind, reason, seat, outcome, unit_id, account_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, ticketId, kind, reason, seat ?? null, outcome ?? null, unitId, tx.scope.accountId, tx.now],
    );
    return id;
  }

  receipts(tx: Transaction, ticketId: string): Promise<ReceiptRow[]> {
    return rows<ReceiptRow>(tx, 'select * from leader_receipt where ticket_id = $1 order by told_at, id', [
      ticketId,
    ]);
  }

  /** Unread and past their time, oldest first. */
  overdue(tx: Transaction): Promise<ReceiptRow[]> {
    return rows<ReceiptRow>(
      tx,
      `select * from leader_receipt where read_at is null and passed_on_at is null and due_at < $1
       order by due_at limit ${BATCH}`,
      [tx.now],
    );
  }

  /** False when it has been read or passed on meanwhile; a second process waits for nothing. */
  async passOn(tx: Transaction, id: string): Promise<boolean> {
    const taken = await row<{ id: string }>(
      tx,
      `select id from leader_receipt where id = $1 and read_at is null and passed_on_at is null for update skip locked`,
      [id],
    );
    if (!taken) return false;
    await changed(tx, 'update leader_receipt set passed_on_at = $2 where id = $1', [id, tx.now]);
    return true;
  }

  async confirm(tx: Transaction, id: string): Promise<boolean> {
    const written = await changed(
      tx,
      'update leader_receipt set read_at = $2, read_by = $3 where id = $1 and read_at is null',
      [id, tx.now, tx.scope.accountId],
    );
    return written === 1;
  }
}
