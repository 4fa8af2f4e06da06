import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { ActInput, ActOutcome } from '../domain/decide-act.js';
import type { Day } from '../domain/day.js';
import {
  PERIOD_IDS,
  type PeriodId,
  type PetitionFacts,
  type PetitionRecord,
  type PetitionSource,
} from '../domain/petition.js';

export interface NewPetition {
  readonly id: string;
  readonly registrationNo: string | null;
  readonly registeredOn: Day;
  readonly source: PetitionSource;
}

/** An act with who recorded it, as the page shows it. */
export interface StoredAct extends PetitionRecord {
  readonly by: string | null;
  readonly at: string;
  readonly documentNo: string | null;
  readonly note: string | null;
  readonly endReason: string | null;
}

export interface StoredPetition extends PetitionFacts {
  readonly registrationNo: string | null;
  readonly markedAt: Date;
  readonly markedBy: string | null;
  readonly windowUntil: Day | null;
  readonly endedOn: Day | null;
  readonly endReason: string | null;
  readonly acts: readonly StoredAct[];
}

// Days as text: the driver would turn a date into a midnight of this machine's zone.
const FIND_SQL = `
select p.id, p.registration_no as "registrationNo", p.registered_on::text as "registeredOn", p.source, p.stage,
  p.unit_id as "unitId", p.marked_at as "markedAt", p.window_until::text as "windowUntil",
  p.ended_on::text as "endedOn", p.end_reason as "endReason",
  (select a.display_name from account a where a.id = p.account_id) as "markedBy",
  coalesce((select json_agg(json_build_object('act', c.act, 'doneOn', c.done_on, 'unitId', c.unit_id, 'at', c.at,
    'by', (select a.display_name from account a where a.id = c.account_id), 'documentNo', c.document_no,
    'note', c.note, 'extensionDays', c.extension_days, 'endReason', c.end_reason) order by c.seq)
    from petition_act c where c.petition_id = p.id), '[]') as acts
from petition p where p.ticket_id = $1`;

/** Petitions and what was done about them. */
@Injectable()
export class PetitionStore {
  find(tx: Transaction, ticketId: string): Promise<StoredPetition | null> {
    return row<StoredPetition & Record<string, unknown>>(tx, FIND_SQL, [ticketId]);
  }

  /** The calendar each period with a clock was promised by; the newest clock of a period counts. */
  async calendars(tx: Transaction, ticketId: string): Promise<ReadonlyMap<PeriodId, string>> {
    const found = await rows<{ limit_id: string; calendar_id: string }>(
      tx,
      `select c.limit_id, c.calendar_id from clock c
       where c.ticket_id = $1 and c.kind = 'petition' and c.calendar_id is not null order by c.started_at`,
      [ticketId],
    );
    const periods = new Map(PERIOD_IDS.map((id) => [`petition:${id}`, id]));
    return new Map(
      found.flatMap(({ limit_id, calendar_id }): [PeriodId, string][] => {
        const period = periods.get(limit_id);
        return period ? [[period, calendar_id]] : [];
      }),
    );
  }

  async insert(tx: Transaction, ticketId: string, unitId: string, petition: NewPetition): Promise<void> {
    await rows(
      tx,
      `insert into petition (id, ticket_id, registration_no, registered_on, source, stage, unit_id, account_id, marked_at)
       values ($1, $2, $3, $4, $5, 'registered', $6, $7, $8)`,
      [
        petition.id,
        ticketId,
        petition.registrationNo,
        petition.registeredOn,
        petition.source,
        unitId,
        tx.scope.accountId,
        tx.now,
      ],
    );
  }

  /** The act and what it makes of the petition. */
  async record(
    tx: Transaction,
    ticketId: string,
    petition: PetitionFacts,
    unitId: string,
    input: ActInput,
    outcome: ActOutcome,
  ): Promise<void> {
    await rows(
      tx,
      `insert into petition_act (id, petition_id, ticket_id, seq, act, done_on, unit_id, account_id, at, document_no,
         note, extension_days, end_reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        newId(),
        petition.id,
        ticketId,
        petition.acts.length + 1,
        input.act,
        input.doneOn,
        unitId,
        tx.scope.accountId,
        tx.now,
        input.documentNo,
        input.note,
        input.extensionDays,
        outcome.endReason,
      ],
    );
    const { stage, windowUntil, endedOn, endReason } = outcome;
    await rows(
      tx,
      'update petition set stage = $2, window_until = $3, ended_on = $4, end_reason = $5 where id = $1',
      [petition.id, stage, windowUntil, endedOn, endReason],
    );
  }

  /** Tickets with a right whose time is over, locked, without those another sweep has in hand. */
  async lapsed(tx: Transaction, limit: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select t.id from ticket t where t.id = any (array(
         select c.ticket_id from clock c where c.is_right and c.stopped_at is null and c.due_at < $1
         order by c.due_at limit $2))
       for no key update skip locked`,
      [tx.now, limit],
    );
    return found.map(({ id }) => id);
  }

  /** Tickets whose petitioner has let the time pass; a window's last day is included. */
  async unasked(tx: Transaction, today: Day, limit: number): Promise<string[]> {
    const found = await rows<{ ticket_id: string }>(
      tx,
      'select ticket_id from petition where window_until < $1 order by window_until limit $2',
      [today, limit],
    );
    return found.map((one) => one.ticket_id);
  }
}
