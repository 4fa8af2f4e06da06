import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';

/** A ticket that waits for another unit: the ended unit holds it, or its turn is the ended unit's. */
export interface WaitingTicket {
  readonly id: string;
  readonly holds: boolean;
  readonly turn: boolean;
}

// The paths narrow it down by an index; the unit decides.
const OF_UNIT = `t.next_due_at is not null and (t.turn_unit_id = $1
  or (t.path = any ($2::text[]) and t.accountable_unit_id = $1))`;

/** The open work of units that end. */
@Injectable()
export class OpenWork {
  /**
   * Earliest deadline first; `paths` are the unit's path in every spelling. With `places`, only work at these places: the
   * rest stays.
   */
  waiting(
    tx: Transaction,
    unitId: string,
    paths: readonly string[],
    places: readonly string[] | null,
    most: number,
  ): Promise<WaitingTicket[]> {
    return rows<WaitingTicket & Record<string, unknown>>(
      tx,
      `select t.id, t.accountable_unit_id = $1 as holds, coalesce(t.turn_unit_id = $1, false) as turn from ticket t
       where ${OF_UNIT} and ($3::text[] is null or
         exists (select 1 from unnest($3::text[]) place where t.workplace_code ^@ place))
       order by t.next_due_at limit $4`,
      [unitId, paths, places, most],
    );
  }

  /** What was signed stays signed, and the clocks run on under the new unit: due dates never move. */
  async carryOver(tx: Transaction, change: CarryOver): Promise<void> {
    const { ticketId, fromUnitId, toUnitId, oldHopId, newHopId, changeId } = change;
    if (newHopId !== null) {
      await changed(
        tx,
        `update hop n set signed_at = o.signed_at, signed_by = o.signed_by, first_contact_at = o.first_contact_at,
           reported_at = o.reported_at, change_id = $3 from hop o where n.id = $1 and o.id = $2`,
        [newHopId, oldHopId, changeId],
      );
    }
    await changed(
      tx,
      `update clock set unit_id = $3, hop_id = case when hop_id = $4 then coalesce($5, hop_id) else hop_id end
       where ticket_id = $1 and stopped_at is null and unit_id = $2`,
      [ticketId, fromUnitId, toUnitId, oldHopId, newHopId],
    );
  }

  /** Clocks of records beside the custody (orders, parts asked of others), on tickets that lie elsewhere. */
  sideClocks(tx: Transaction, fromUnitId: string, toUnitId: string): Promise<number> {
    return changed(
      tx,
      'update clock set unit_id = $2 where unit_id = $1 and stopped_at is null and subject_id is not null',
      [fromUnitId, toUnitId],
    );
  }
}

export interface CarryOver {
  readonly ticketId: string;
  readonly changeId: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly oldHopId: string;
  /** Null when only the turn was the unit's. */
  readonly newHopId: string | null;
}
