import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row } from '@hotline/platform';
import { type EmergencyService, seen, type Specialist } from '@hotline/ticket';
import type { DutyRank } from '../domain/duty-roster.js';
import type { LadderStep } from '../domain/ladder.js';

interface CallJson {
  id: string;
  service: EmergencyService;
  calledAt: string | null;
  reference: string | null;
  said: string | null;
  notCalledReason: string | null;
  by: string | null;
  at: string;
}

interface ReceiptJson {
  id: string;
  unitId: string;
  leader: string | null;
  rank: DutyRank | null;
  toldAt: string;
  dueAt: string;
  readAt: string | null;
  readBy: string | null;
  passedOnAt: string | null;
}

interface TransferJson {
  id: string;
  kind: Specialist;
  reason: string;
  seat: string | null;
  outcome: string | null;
  unitId: string;
  by: string | null;
  at: string;
}

interface StepJson {
  hopId: string;
  unitId: string;
  step: LadderStep;
  at: string;
  outcome: 'done' | 'skipped' | 'by-person';
  reason: string | null;
}

interface RunJson {
  hopId: string;
  unitId: string;
  nextAt: string | null;
  takenOverAt: string | null;
  takenOverBy: string | null;
  reason: string | null;
}

export interface SupervisionRow {
  [column: string]: unknown;
  readonly calls: CallJson[] | null;
  readonly receipts: ReceiptJson[] | null;
  readonly transfers: TransferJson[] | null;
  readonly steps: StepJson[] | null;
  readonly runs: RunJson[] | null;
}

const NAME = (account: string): string => `(select a.display_name from account a where a.id = ${account})`;

/** The urgent path and the ladder of one ticket in one round trip. */
@Injectable()
export class SupervisionReads {
  /** Null when the ticket is absent or invisible. */
  of(tx: Transaction, ticketId: string): Promise<SupervisionRow | null> {
    const values: unknown[] = [ticketId];
    const predicate = seen('t', tx.scope, values);
    return row<SupervisionRow>(
      tx,
      `select
        (select json_agg(json_build_object('id', e.id, 'service', e.service, 'calledAt', e.called_at,
          'reference', e.reference, 'said', e.said, 'notCalledReason', e.not_called_reason,
          'by', ${NAME('e.account_id')}, 'at', e.at) order by e.id) from emergency e where e.ticket_id = t.id) as calls,
        (select json_agg(json_build_object('id', r.id, 'unitId', r.unit_id, 'leader', ${NAME('r.account_id')},
          'rank', r.rank, 'toldAt', r.told_at, 'dueAt', r.due_at, 'readAt', r.read_at, 'readBy', ${NAME('r.read_by')},
          'passedOnAt', r.passed_on_at) order by r.told_at, r.id)
          from leader_receipt r where r.ticket_id = t.id) as receipts,
        (select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'reason', s.reason, 'seat', s.seat,
          'outcome', s.outcome, 'unitId', s.unit_id, 'by', ${NAME('s.account_id')}, 'at', s.at) order by s.id)
          from specialist_transfer s where s.ticket_id = t.id) as transfers,
        (select json_agg(json_build_object('hopId', s.hop_id, 'unitId', s.unit_id, 'step', s.step, 'at', s.at,
          'outcome', s.outcome, 'reason', s.reason) order by s.at)
          from ladder_step s where s.ticket_id = t.id) as steps,
        (select json_agg(json_build_object('hopId', r.hop_id, 'unitId', r.unit_id, 'nextAt', r.next_at,
          'takenOverAt', r.taken_over_at, 'takenOverBy', ${NAME('r.taken_over_by')}, 'reason', r.reason))
          from ladder_run r where r.ticket_id = t.id) as runs
       from ticket t where t.id = $1 and ${predicate}`,
      values,
    );
  }
}
