import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';

/** A record beside the custody: where it names a unit, and when it is still open. Ended ones keep the unit of their time. */
interface SideRecord {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly open: string;
}

const RECORDS: readonly SideRecord[] = [
  {
    name: 'return',
    table: 'return_request',
    columns: ['unit_id', 'ruler_unit_id', 'proposed_unit_id'],
    open: 'ruled_at is null',
  },
  {
    name: 'request',
    table: 'ruling_request',
    columns: ['unit_id', 'ruler_unit_id'],
    open: 'ruled_at is null',
  },
  { name: 'pause', table: 'pause', columns: ['unit_id'], open: 'ended_at is null' },
  {
    name: 'referral',
    table: 'referral',
    columns: ['unit_id'],
    open: 'replied_at is null and ended_at is null',
  },
  { name: 'petition', table: 'petition', columns: ['unit_id'], open: "stage <> 'ended'" },
  {
    name: 'order',
    table: 'ticket_order',
    columns: ['from_unit_id', 'to_unit_id'],
    open: 'answered_at is null and ended_at is null',
  },
  { name: 'support-asked', table: 'support', columns: ['asked_unit_id'], open: 'ended_at is null' },
];

const RECEIPT_TWIN = `exists (select 1 from leader_receipt o where o.ticket_id = r.ticket_id and o.unit_id = $3
  and o.account_id is not distinct from r.account_id)`;
const RECEIPTS = `update leader_receipt r set unit_id = $3 where r.ticket_id = $1 and r.unit_id = $2 and r.read_at is null
  and r.passed_on_at is null and not ${RECEIPT_TWIN}`;
const MENTION_TWIN =
  'exists (select 1 from note_mention o where o.note_id = m.note_id and o.unit_id = $3 and o.role = m.role)';
const MENTIONS = `update note_mention m set unit_id = $3 where m.ticket_id = $1 and m.unit_id = $2 and m.read_at is null
  and not ${MENTION_TWIN}`;
// Where the heir was mentioned in the same note, one mention is left.
const DOUBLE_MENTIONS = `update note_mention m set read_at = $3 where m.ticket_id = $1 and m.unit_id = $2
  and m.read_at is null`;

const OPEN_CLOCK = `c.unit_id = $1 and c.stopped_at is null and c.subject_id is not null`;

export interface Followed {
  readonly ticketId: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
}

/** A part in the hands of a unit that ends. */
export interface OpenPart {
  readonly id: string;
  readonly hopId: string;
}

/** What stands beside the custody of a ticket and names a unit that ends: open records follow, ended ones stay. */
@Injectable()
export class SideRecords {
  /** Tickets that lie elsewhere and have an open record of this unit. */
  async waiting(
    tx: Transaction,
    unitId: string,
    places: readonly string[] | null,
    most: number,
  ): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select t.id from ticket t where t.id in (
         select c.ticket_id from clock c where ${OPEN_CLOCK}
         union select s.ticket_id from support s where s.unit_id = $1 and s.ended_at is null
         union select o.ticket_id from ticket_order o where o.to_unit_id = $1 and o.answered_at is null and o.ended_at is null
         union select o.ticket_id from ticket_order o where o.from_unit_id = $1 and o.answered_at is null and o.ended_at is null
         union select m.ticket_id from note_mention m join ticket n on n.id = m.ticket_id and n.next_due_at is not null
           where m.unit_id = $1 and m.read_at is null)
         and ($2::text[] is null or exists (select 1 from unnest($2::text[]) place where t.workplace_code ^@ place))
       order by t.id limit $3`,
      [unitId, places, most],
    );
    return found.map(({ id }) => id);
  }

  openParts(tx: Transaction, { ticketId, fromUnitId }: Followed): Promise<OpenPart[]> {
    return rows<OpenPart & Record<string, unknown>>(
      tx,
      `select id, hop_id as "hopId" from support where ticket_id = $1 and unit_id = $2 and ended_at is null order by id`,
      [ticketId, fromUnitId],
    );
  }

  /** @returns the kinds of records that followed */
  async follow(tx: Transaction, { ticketId, fromUnitId, toUnitId }: Followed): Promise<string[]> {
    const values = [ticketId, fromUnitId, toUnitId];
    const followed = new Set<string>();
    const note = (name: string, done: number): void => void (done > 0 && followed.add(name));
    for (const { name, table, columns, open } of RECORDS) {
      for (const column of columns) {
        const sql = `update ${table} set ${column} = $3 where ticket_id = $1 and ${column} = $2 and ${open}`;
        note(name, await changed(tx, sql, values));
      }
    }
    note('receipt', await changed(tx, RECEIPTS, values));
    note('mention', await changed(tx, MENTIONS, values));
    await changed(tx, DOUBLE_MENTIONS, [ticketId, fromUnitId, tx.now]);
    return [...followed];
  }

  /** The part goes on under its new supporting hop; what was signed stays signed, and its clock runs on. */
  async carryPart(
    tx: Transaction,
    part: OpenPart,
    newHopId: string,
    changeId: string,
    to: string,
  ): Promise<void> {
    await changed(
      tx,
      `update hop n set signed_at = o.signed_at, signed_by = o.signed_by, first_contact_at = o.first_contact_at,
         change_id = $3 from hop o where n.id = $1 and o.id = $2`,
      [newHopId, part.hopId, changeId],
    );
    await changed(tx, 'update support set hop_id = $2, unit_id = $3 where id = $1', [part.id, newHopId, to]);
    await changed(
      tx,
      'update clock set hop_id = $2, unit_id = $3 where subject_id = $1 and stopped_at is null',
      [part.id, newHopId, to],
    );
  }

  /** The heir stands on the ladder where its forerunner stood: no step is taken twice, and a taken over one stays so. */
  async carryLadder(
    tx: Transaction,
    { fromUnitId, toUnitId }: Followed,
    oldHopId: string,
    newHopId: string,
  ): Promise<void> {
    const values = [oldHopId, fromUnitId, newHopId, toUnitId];
    await changed(
      tx,
      `insert into ladder_step (hop_id, unit_id, step, ticket_id, at, outcome, reason, order_id)
       select $3, $4, step, ticket_id, at, outcome, reason, order_id from ladder_step where hop_id = $1 and unit_id = $2
       on conflict do nothing`,
      values,
    );
    await changed(
      tx,
      `insert into ladder_run (hop_id, unit_id, ticket_id, next_at, taken_over_at, taken_over_by, reason)
       select $3, $4, ticket_id, next_at, taken_over_at, taken_over_by, reason from ladder_run
       where hop_id = $1 and unit_id = $2 on conflict do nothing`,
      values,
    );
    await changed(tx, 'update ladder_run set next_at = null where hop_id = $1 and unit_id = $2', [
      oldHopId,
      fromUnitId,
    ]);
  }
}
