import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import type { CallStep } from '../domain/call-steps.js';
import type { SettingsInForce } from '../domain/settings-in-force.js';
import { NOT_PLACED_MS } from '../domain/time-steps.js';

interface Over {
  [column: string]: unknown;
  accountId: string;
  callId: string;
  visitId: string | null;
  direction: CallStep['direction'];
  at: Date;
}

// An end that has just been written is told in the same transaction; only what stays open after it is mended.
const MENDED_AFTER = `interval '5 seconds'`;

/** Whose presence time has something to say about. Candidates only: the rule decides. */
@Injectable()
export class DueReads {
  async accounts(
    tx: Transaction,
    settings: SettingsInForce,
    watchedSince: Date,
    most: number,
  ): Promise<string[]> {
    const soonest = Math.min(...settings.all().map(({ unknownAfterSeconds }) => unknownAfterSeconds));
    const found = await rows<{ account_id: string }>(
      tx,
      `select account_id from presence where intent <> 'signed-out' and (
         wrap_up_ends_at <= $1
         or (intent in ('break', 'training') and not flagged)
         or (intent = 'outbound' and under_intent is not null and since <= $1::timestamptz - $5 * interval '1 millisecond')
         or (led_by = 'console' and (lost or greatest(seen_at, $2) <= $1::timestamptz - $3 * interval '1 second')))
       order by account_id limit $4`,
      [tx.now, watchedSince, soonest, most, NOT_PLACED_MS],
    );
    return found.map(({ account_id }) => account_id);
  }

  /** Calls that are on at a desk although their record says that they, or this talk, are over. */
  async callsOver(tx: Transaction, most: number): Promise<{ accountId: string; step: CallStep }[]> {
    const found = await rows<Over>(
      tx,
      `select p.account_id as "accountId", p.call_id as "callId", p.call_visit_id as "visitId",
         p.call_direction as direction, coalesce(v.talk_ended_at, c.ended_at, v.left_at, v.last_seen_at, p.call_since) as at
       from presence p left join call c on c.id = p.call_id left join call_visit v on v.id = p.call_visit_id
       where p.call_id is not null and ((c.id is null and v.id is null) or c.ended_at <= $1::timestamptz - ${MENDED_AFTER}
         or c.outcome = 'lost' or v.talk_ended_at <= $1::timestamptz - ${MENDED_AFTER}
         or v.outcome not in ('open', 'answered')) and p.call_since <= $1::timestamptz - ${MENDED_AFTER}
       order by p.account_id limit $2`,
      [tx.now, most],
    );
    return found.map(({ accountId, ...step }) => ({
      accountId,
      step: { ...step, kind: 'ended', accountId },
    }));
  }

  /** Notes that these people have a screen open; no version changes by it. @returns how many were noted */
  seen(tx: Transaction, accountIds: readonly string[]): Promise<number> {
    return changed(
      tx,
      `update presence set seen_at = $2 where account_id = any($1) and intent <> 'signed-out' and seen_at < $2`,
      [accountIds, tx.now],
    );
  }
}
