import { Injectable } from '@nestjs/common';
import { DAY_MS, type Transaction } from '@hotline/kernel';
import { changed, row } from '@hotline/platform';

/** A ring that was answered is not answered again by another screen: so long until the switchboard has told of it. */
const ANSWER_HOLDS = `interval '5 seconds'`;

/** Which of a person's screens has a call. Two browsers know nothing of each other, so it is kept here. */
@Injectable()
export class CallScreens {
  /** The first screen has it; another one when its person says so. @returns the screen that has it now */
  async take(
    tx: Transaction,
    callId: string,
    accountId: string,
    screenId: string,
    takesOver: boolean,
  ): Promise<string> {
    const found = await row<{ screen_id: string }>(
      tx,
      `insert into call_screen as s (call_id, account_id, screen_id, taken_at) values ($1, $2, $3, $4)
       on conflict (call_id, account_id) do update set
         screen_id = case when $5 then excluded.screen_id else s.screen_id end, taken_at = excluded.taken_at
       returning screen_id`,
      [callId, accountId, screenId, tx.now, takesOver],
    );
    return found?.screen_id ?? screenId;
  }

  /** @returns false when another screen has just pressed the key for this ring */
  async presses(
    tx: Transaction,
    accountId: string,
    callId: string,
    visitId: string | null,
  ): Promise<boolean> {
    const pressed = await changed(
      tx,
      `update presence set answer_call_id = $2, answer_visit_id = $3, answer_at = $4
       where account_id = $1 and not coalesce(answer_call_id = $2 and answer_visit_id is not distinct from $3
         and answer_at > $4::timestamptz - ${ANSWER_HOLDS}, false)`,
      [accountId, callId, visitId, tx.now],
    );
    return pressed > 0;
  }

  /** The switchboard did not take the order: the key may be pressed again at once. */
  async released(tx: Transaction, accountId: string): Promise<void> {
    await changed(tx, 'update presence set answer_at = null where account_id = $1', [accountId]);
  }

  async forgetOld(tx: Transaction): Promise<void> {
    await changed(tx, 'delete from call_screen where taken_at < $1', [
      new Date(tx.now.getTime() - 2 * DAY_MS),
    ]);
  }
}
