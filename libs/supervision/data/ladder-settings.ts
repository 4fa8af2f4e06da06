import { Injectable } from '@nestjs/common';
import { newId, refuse, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { UnitLevel } from '@hotline/organization';
import type { LadderSetting, StepSetting } from '../domain/ladder.js';

export interface PublishedLadder extends LadderSetting {
  readonly at: Date;
  readonly by: string | null;
}

interface SettingRow {
  [column: string]: unknown;
  unit_id: string;
  path: string;
  level: UnitLevel;
  version: number;
  effective_from: string;
  steps: StepSetting[];
  at: Date;
  by: string | null;
}

// A province publishes a handful a year for six levels.
const MOST = 1_000;

/** Published ladders; a version is never changed. */
@Injectable()
export class LadderSettings {
  async all(tx: Transaction): Promise<PublishedLadder[]> {
    const found = await rows<SettingRow>(
      tx,
      `select s.unit_id, u.path, s.level, s.version, s.effective_from::text, s.steps, s.at,
         (select a.display_name from account a where a.id = s.account_id) as by
       from ladder_setting s join unit u on u.id = s.unit_id order by s.at desc limit ${MOST}`,
    );
    return found.map(
      ({ unit_id: unitId, effective_from: effectiveFrom, path, level, version, steps, at, by }) => ({
        unitId,
        path,
        level,
        version,
        effectiveFrom,
        steps,
        at,
        by,
      }),
    );
  }

  /** The lock keeps two administrators from publishing the same version. */
  async publish(
    tx: Transaction,
    setting: {
      unitId: string;
      level: UnitLevel;
      basedOn: number;
      effectiveFrom: string;
      steps: readonly StepSetting[];
    },
  ): Promise<number> {
    await rows(tx, 'select 1 from unit where id = $1 for no key update', [setting.unitId]);
    const before = await row<{ newest: number }>(
      tx,
      'select coalesce(max(version), 0) as newest from ladder_setting where unit_id = $1 and level = $2',
      [setting.unitId, setting.level],
    );
    const newest = before?.newest ?? 0;
    if (newest !== setting.basedOn)
      return refuse('stale-version', { facts: { yours: setting.basedOn, newest } });
    const written = await row<{ version: number }>(
      tx,
      `insert into ladder_setting (id, unit_id, level, version, effective_from, steps, at, account_id)
       select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7
       from ladder_setting where unit_id = $2 and level = $3 returning version`,
      [
        newId(),
        setting.unitId,
        setting.level,
        setting.effectiveFrom,
        JSON.stringify(setting.steps),
        tx.now,
        tx.scope.accountId,
      ],
    );
    return written?.version ?? 1;
  }
}
