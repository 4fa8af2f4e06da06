import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

/** What has to be known to understand an event of the switchboard. */
@Injectable()
export class SwitchboardReads {
  /** Whose desk a call is on, or in whose wrap-up it still is. */
  async partiesOf(tx: Transaction, callIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const parties = new Map<string, string[]>();
    if (callIds.length === 0) return parties;
    const found = await rows<{ call_id: string; account_id: string }>(
      tx,
      `select call_id, account_id from presence where call_id = any($1)
       union select wrap_up_call_id, account_id from presence where wrap_up_call_id = any($1)`,
      [callIds],
    );
    for (const { call_id, account_id } of found)
      parties.set(call_id, [...(parties.get(call_id) ?? []), account_id]);
    return parties;
  }

  /** Those of the people who are still on a queue: leaving one of several is no sign-out. */
  async membersStill(tx: Transaction, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (accountIds.length === 0) return new Set();
    const found = await rows<{ account_id: string }>(
      tx,
      `select distinct account_id from agent_segment
       where account_id = any($1) and state = 'signed_in' and to_at is null`,
      [accountIds],
    );
    return new Set(found.map(({ account_id }) => account_id));
  }
}
