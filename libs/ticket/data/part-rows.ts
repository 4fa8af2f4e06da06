import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { hasEnded, type TicketFacts } from '../domain/facts.js';
import type { Step } from '../domain/step.js';
import { type NewPart, openParts, type PartChange } from '../domain/support.js';

const INSERT = `
insert into support (id, ticket_id, hop_id, unit_id, asked, source, asked_unit_id, asked_by, asked_at)
select p.id, $1, p.hop_id, p.unit_id, p.asked, p.source, p.asked_unit_id, $2, $3
from jsonb_to_recordset($4::jsonb) as p(id uuid, hop_id uuid, unit_id uuid, asked text, source text, asked_unit_id uuid)`;

/** Ends every part still open, with the mark that the ticket ended first. */
const CLOSE = `
update support set ended_at = $2, ended_by = $3, ending = 'closed' where ticket_id = $1 and ended_at is null`;

/** Writes what a step does to parts, after the hops they refer to. */
export async function writeParts(tx: Transaction, facts: TicketFacts, step: Step): Promise<void> {
  if (step.asks?.length) await insert(tx, facts.id, step.asks);
  for (const change of step.partChanges ?? []) await write(tx, change);
  const left = openParts(facts).length + (step.asks?.length ?? 0) > 0;
  if (left && hasEnded(step.state)) await rows(tx, CLOSE, [facts.id, tx.now, tx.scope.accountId]);
}

async function insert(tx: Transaction, ticketId: string, parts: readonly NewPart[]): Promise<void> {
  const made = parts.map(({ id, hopId, unitId, asked, source, askedUnitId }) => ({
    id,
    hop_id: hopId,
    unit_id: unitId,
    asked,
    source,
    asked_unit_id: askedUnitId,
  }));
  await rows(tx, INSERT, [ticketId, tx.scope.accountId, tx.now, JSON.stringify(made)]);
}

async function write(tx: Transaction, change: PartChange): Promise<void> {
  const by = tx.scope.accountId;
  switch (change.change) {
    case 'signed':
      await rows(tx, 'update hop set signed_by = $2 where id = (select hop_id from support where id = $1)', [
        change.id,
        by,
      ]);
      return;
    case 'passed':
      await rows(tx, 'update support set hop_id = $2, unit_id = $3, passed_at = $4 where id = $1', [
        change.id,
        change.hopId,
        change.unitId,
        tx.now,
      ]);
      return;
    case 'declined':
    case 'insisted':
      await rows(tx, SAID[change.change], [change.id, tx.now, by, change.reason]);
      return;
    case 'reported': {
      const { outcome, narrative, attachmentIds } = change.report;
      await rows(
        tx,
        `update support set ended_at = $2, ended_by = $3, ending = 'reported', outcome = $4, narrative = $5,
           attachment_ids = $6 where id = $1`,
        [change.id, tx.now, by, outcome, narrative, attachmentIds],
      );
      return;
    }
    default:
      await rows(
        tx,
        'update support set ended_at = $2, ended_by = $3, ending = $4, end_reason = $5 where id = $1',
        [change.id, tx.now, by, change.change, change.reason],
      );
  }
}

const SAID = {
  declined: 'update support set declined_at = $2, declined_by = $3, decline_reason = $4 where id = $1',
  insisted: 'update support set insisted_at = $2, insisted_by = $3, insist_reason = $4 where id = $1',
} as const;
