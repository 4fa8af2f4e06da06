import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import type { SideClock, TicketState } from '../domain/facts.js';

/** A side clock that runs for one of the reader's units, with what tells its ticket from others. */
export interface DutyRow {
  [column: string]: unknown;
  readonly id: string;
  readonly kind: SideClock;
  readonly subject_id: string;
  readonly unit_id: string;
  readonly started_at: Date;
  readonly yellow_at: Date;
  readonly due_at: Date;
  readonly limit_unit: string;
  readonly calendar_id: string | null;
  readonly is_right: boolean;
  readonly key: string;
  readonly ticket_id: string;
  readonly no: string;
  readonly title: string;
  readonly state: TicketState;
  readonly urgency: string;
}

export interface DutyQuestion {
  readonly unitIds: readonly string[];
  readonly kinds: readonly SideClock[];
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly limit: number;
}

/** Duties beside the custody, earliest deadline first: an index of exactly these clocks. */
@Injectable()
export class DutyReads {
  list(tx: Transaction, { unitIds, kinds, after, limit }: DutyQuestion): Promise<DutyRow[]> {
    return rows<DutyRow>(
      tx,
      `select c.id, c.kind, c.subject_id, c.unit_id, c.started_at, c.yellow_at, c.due_at, c.limit_unit, c.calendar_id, c.is_right,
         c.due_at::text as key, t.id as ticket_id, t.no, t.title, t.state, t.urgency
       from clock c join ticket t on t.id = c.ticket_id
       where c.unit_id = any ($1::uuid[]) and c.stopped_at is null and c.subject_id is not null
         and c.kind = any ($2::text[])
         and ($3::timestamptz is null or (c.due_at, c.id) > ($3::timestamptz, $4::uuid))
       order by c.due_at, c.id limit $5`,
      [unitIds, kinds, after?.key ?? null, after?.id ?? null, limit],
    );
  }
}
