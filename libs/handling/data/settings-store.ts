import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { HandlingSettings } from '@hotline/ticket';

export interface StoredSettings extends HandlingSettings {
  readonly at: Date;
  readonly by: string | null;
  readonly reason: string;
}

const COLUMNS = `s.version, s.at, (select a.display_name from account a where a.id = s.account_id) as by, s.reason,
  s.return_cap as "returnCap", s.extension_percent as "extensionPercent",
  s.pause_working_days as "pauseWorkingDays"`;

// Years of changes; older ones are in the audit log.
const MOST_SHOWN = 50;

/** The caps of requests; every change is a new row. */
@Injectable()
export class SettingsStore {
  async current(tx: Transaction): Promise<StoredSettings> {
    const found = await row<StoredSettings & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from handling_settings s order by s.version desc limit 1`,
    );
    return found ?? refuse('unavailable');
  }

  /** What was before, newest first. */
  before(tx: Transaction, version: number): Promise<StoredSettings[]> {
    return rows<StoredSettings & Record<string, unknown>>(
      tx,
      `select ${COLUMNS} from handling_settings s where s.version < $1 order by s.version desc limit ${MOST_SHOWN}`,
      [version],
    );
  }

  /** @throws Refused `stale-version` when another change was faster */
  async put(tx: Transaction, settings: HandlingSettings, reason: string): Promise<void> {
    const written = await row(
      tx,
      `insert into handling_settings (version, at, account_id, return_cap, extension_percent, pause_working_days, reason)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (version) do nothing returning version`,
      [
        settings.version,
        tx.now,
        tx.scope.accountId,
        settings.returnCap,
        settings.extensionPercent,
        settings.pauseWorkingDays,
        reason,
      ],
    );
    if (!written) refuse('stale-version');
  }
}
