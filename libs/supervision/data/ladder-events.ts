import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { LadderStep } from '../domain/ladder.js';
import type { DueRun } from './ladder-runs.js';

export interface Stepped {
  readonly run: DueRun;
  readonly step: LadderStep;
  readonly skipped: readonly LadderStep[];
}

/** The cards in the story of a ticket: they change nothing of it, so the event carries the version it was seen at. */
@Injectable()
export class LadderEvents {
  async write(tx: Transaction, stepped: readonly Stepped[]): Promise<void> {
    if (stepped.length === 0) return;
    const events = stepped.map(({ run, step, skipped }) => ({
      id: newId(),
      ticket_id: run.ticketId,
      seq: run.version,
      unit_id: run.unitId,
      facts: { step, skipped, by: 'system' },
    }));
    await rows(
      tx,
      `insert into event (id, ticket_id, seq, kind, unit_id, actor_id, facts, at)
       select e.id, e.ticket_id, e.seq, 'ladder-stepped', e.unit_id, null, e.facts, $2
       from jsonb_to_recordset($1::jsonb) as e(id uuid, ticket_id uuid, seq integer, unit_id uuid, facts jsonb)`,
      [JSON.stringify(events), tx.now],
    );
  }
}
