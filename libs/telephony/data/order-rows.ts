import { Injectable } from '@nestjs/common';
import { newId, Sealing, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { ActionFields } from '../domain/ami/action.js';

export interface SwitchboardOrder {
  readonly id: string;
  readonly sourceId: string;
  readonly action: string;
  readonly fields: ActionFields;
}

export interface OrderAnswer {
  readonly accepted: boolean;
  /** the switchboard's words of refusal, or why it was not asked */
  readonly words: string | null;
  /** the whole answer as JSON; null when refused */
  readonly answer: string | null;
}

/** An order older than this is not carried out any more: a late hang-up would meet another call. */
export const ORDER_MS = 8_000;
const KEPT_MS = 600_000;
const SILENT_MS = 45_000;

/** Orders to switchboards that another process listens to. They may name numbers, so both ways are sealed. */
@Injectable()
export class OrderRows {
  constructor(private readonly sealing: Sealing) {}

  /** @returns null when no process hears the switchboard now, so that nobody would take it */
  async put(tx: Transaction, sourceId: string, action: string, fields: ActionFields): Promise<string | null> {
    const id = newId();
    const put = await changed(
      tx,
      `insert into switchboard_order (id, source_id, order_sealed, ordered_at)
       select $1, $2, $3, $4 from telephony_feed where source_id = $2 and feed in ('ami', 'esl') and state = 'live'
         and last_received_at > $5`,
      [
        id,
        sourceId,
        this.sealing.seal(JSON.stringify({ action, fields })),
        tx.now,
        new Date(tx.now.getTime() - SILENT_MS),
      ],
    );
    return put === 1 ? id : null;
  }

  /** Fresh orders for lines held here; each is taken once. */
  async take(tx: Transaction, sourceIds: readonly string[]): Promise<SwitchboardOrder[]> {
    const now = tx.now.getTime();
    await changed(tx, 'delete from switchboard_order where ordered_at < $1', [new Date(now - KEPT_MS)]);
    const found = await rows<{ id: string; sourceId: string; sealed: Buffer }>(
      tx,
      `update switchboard_order set taken_at = $2 where id in (
         select id from switchboard_order where source_id = any ($1) and taken_at is null and ordered_at > $3
         order by ordered_at for update skip locked)
       returning id, source_id as "sourceId", order_sealed as sealed`,
      [sourceIds, tx.now, new Date(now - ORDER_MS)],
    );
    return found
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, sourceId, sealed }) => ({
        id,
        sourceId,
        ...(JSON.parse(this.sealing.open(sealed)) as Pick<SwitchboardOrder, 'action' | 'fields'>),
      }));
  }

  async waiting(tx: Transaction, sourceIds: readonly string[]): Promise<boolean> {
    const found = await row(
      tx,
      'select 1 from switchboard_order where source_id = any ($1) and taken_at is null limit 1',
      [sourceIds],
    );
    return found !== null;
  }

  async answer(tx: Transaction, id: string, { accepted, words, answer }: OrderAnswer): Promise<void> {
    await changed(
      tx,
      `update switchboard_order set answered_at = $2, accepted = $3, words = $4, answer_sealed = $5 where id = $1`,
      [id, tx.now, accepted, words, answer === null ? null : this.sealing.seal(answer)],
    );
  }

  async answerOf(tx: Transaction, id: string): Promise<OrderAnswer | null> {
    const found = await row<{ accepted: boolean; words: string | null; sealed: Buffer | null }>(
      tx,
      `select accepted, words, answer_sealed as sealed from switchboard_order where id = $1 and answered_at is not null`,
      [id],
    );
    if (!found) return null;
    const { accepted, words, sealed } = found;
    return { accepted, words, answer: sealed && this.sealing.open(sealed) };
  }

  /** @returns false when somebody has taken it meanwhile */
  async takeBack(tx: Transaction, id: string): Promise<boolean> {
    return (
      (await changed(tx, 'delete from switchboard_order where id = $1 and taken_at is null', [id])) === 1
    );
  }
}
