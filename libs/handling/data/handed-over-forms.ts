import { Injectable } from '@nestjs/common';
import { Sealing, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { HANDED_OVER_FORMS } from '../domain/handed-over-forms.js';

export interface BegunForms {
  /** Forms begun on the unit's open work: in the person's hands or in nobody's. */
  readonly forms: number;
  /** Everything else the person has begun, such as notes and contacts; it stays. */
  readonly others: number;
}

export interface BegunForm {
  readonly id: string;
  readonly body: Buffer;
}

interface Leaving {
  readonly from: string;
  readonly unitId: string;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** $1 the person, $2 the unit, $3 the verbs: a ticket the unit has or whose turn is its, or an open part of one. */
const MOVES = `d.purpose = any ($3) and (
  exists (select 1 from ticket t where t.id = d.subject_id and t.next_due_at is not null
    and $2 in (t.accountable_unit_id, t.turn_unit_id) and coalesce(t.assignee_id, $1) = $1)
  or exists (select 1 from support s join ticket t on t.id = s.ticket_id where s.id = d.subject_id and s.ended_at is null
    and (s.unit_id = $2 or t.accountable_unit_id = $2 and coalesce(t.assignee_id, $1) = $1)))`;

/** Forms that change their writer; no person reads one on the way. */
@Injectable()
export class HandedOverForms {
  constructor(private readonly sealing: Sealing) {}

  async count(tx: Transaction, { from, unitId }: Leaving): Promise<BegunForms> {
    await this.lookAtDraftsOf(tx, from, from);
    const found = await row<BegunForms & Record<string, unknown>>(
      tx,
      `select count(*) filter (where ${MOVES})::integer as forms,
         count(*) filter (where not coalesce(${MOVES}, false))::integer as others
       from draft d where d.account_id = $1`,
      [from, unitId, HANDED_OVER_FORMS],
    );
    return found ?? { forms: 0, others: 0 };
  }

  /** Looked for before the tickets change hands, and locked until they have. */
  async begun(tx: Transaction, { from, unitId }: Leaving): Promise<BegunForm[]> {
    await this.lookAtDraftsOf(tx, from, from);
    return rows<BegunForm & Record<string, unknown>>(
      tx,
      `select d.id, d.body_sealed as body from draft d where d.account_id = $1 and ${MOVES} for update of d`,
      [from, unitId, HANDED_OVER_FORMS],
    );
  }

  /**
   * Files added to a form go along, else it could not be handed in. Where the taker has begun the same form, the other
   * one stays: two texts behind one button would hide one.
   * @returns how many forms moved
   */
  async move(tx: Transaction, from: string, to: string, forms: readonly BegunForm[]): Promise<number> {
    await this.lookAtDraftsOf(tx, from, to);
    const moved = await rows<{ id: string }>(
      tx,
      `update draft d set account_id = $2 where d.account_id = $1 and d.id = any ($3)
         and not exists (select 1 from draft o where o.account_id = $2
           and (o.id = d.id or o.purpose = d.purpose and o.subject_id = d.subject_id)) returning d.id`,
      [from, to, forms.map(({ id }) => id)],
    );
    const ids = new Set(moved.map(({ id }) => id));
    const named = forms.filter(({ id }) => ids.has(id)).flatMap(({ body }) => this.namedIn(body));
    await changed(
      tx,
      'update attachment set account_id = $2 where account_id = $1 and ticket_id is null and id = any ($3::uuid[])',
      [from, to, [...new Set(named)]],
    );
    return ids.size;
  }

  private namedIn(body: Buffer): string[] {
    return this.sealing.open(body).match(UUID) ?? [];
  }

  private async lookAtDraftsOf(tx: Transaction, from: string, to: string): Promise<void> {
    await rows(
      tx,
      `select set_config('app.hand_over_from', $1, true), set_config('app.hand_over_to', $2, true)`,
      [from, to],
    );
  }
}
