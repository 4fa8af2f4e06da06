import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { PresenceSettings } from '../domain/settings.js';

export interface StoredPresenceSettings extends PresenceSettings {
  readonly at: Date;
  readonly by: string | null;
  readonly because: string;
}

const COLUMNS = `s.version, s.at, (select a.display_name from account a where a.id = s.account_id) as by,
  s.reason as because, s.wrap_up_seconds as "wrapUpSeconds", s.prolong_seconds as "prolongSeconds",
  s.prolong_times as "prolongTimes", s.unknown_after_seconds as "unknownAfterSeconds",
  s.signed_out_after_seconds as "signedOutAfterSeconds", s.breaks`;

// Years of changes; older ones are in the audit log.
const MOST_SHOWN = 50;

/** What the hotline has agreed on for its agents; every change is a new row. */
@Injectable()
export class PresenceSettingsStore {
  async current(tx: Transaction): Promise<StoredPresenceSettings> {
    const found = await row<StoredPresenceSettings & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from presence_setting s order by s.version desc limit 1`,
    );
    return found ?? refuse('unavailable');
  }

  /** What was before, newest first. */
  before(tx: Transaction, version: number): Promise<StoredPresenceSettings[]> {
    return rows<StoredPresenceSettings & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from presence_setting s where s.version < $1 order by s.version desc limit ${MOST_SHOWN}`,
      [version],
    );
  }

  /** @throws Refused `stale-version` when another change was faster */
  async put(tx: Transaction, settings: PresenceSettings, because: string): Promise<void> {
    const written = await row(
      tx,
      `insert into presence_setting (version, at, account_id, wrap_up_seconds, prolong_seconds, prolong_times,
         unknown_after_seconds, signed_out_after_seconds, breaks, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (version) do nothing returning version`,
      [
        settings.version,
        tx.now,
        tx.scope.accountId,
        settings.wrapUpSeconds,
        settings.prolongSeconds,
        settings.prolongTimes,
        settings.unknownAfterSeconds,
        settings.signedOutAfterSeconds,
        JSON.stringify(settings.breaks),
        because,
      ],
    );
    if (!written) refuse('stale-version');
  }
}
