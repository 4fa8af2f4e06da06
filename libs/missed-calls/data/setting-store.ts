import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { changed, rows } from '@hotline/platform';
import { type MissedSetting, SHIPPED_SETTING } from '../domain/missed.js';

export interface StoredSetting extends MissedSetting {
  readonly unitId: string;
  readonly version: number;
}

/** How soon units call back: the newest version of the unit, else of the nearest one above, else what is shipped. */
@Injectable()
export class MissedSettings {
  constructor(private readonly units: UnitTree) {}

  async inForce(
    tx: Transaction,
    unitId: string,
  ): Promise<MissedSetting & { readonly from: StoredSetting | null }> {
    const chain = [
      unitId,
      ...this.units
        .current()
        .ancestors(unitId)
        .reverse()
        .map(({ id }) => id),
    ];
    const stored = await rows<StoredSetting & Record<string, unknown>>(
      tx,
      `select distinct on (unit_id) unit_id as "unitId", version, limit_amount as "limitAmount", limit_unit as "limitUnit", attempts
       from missed_call_setting where unit_id = any ($1::uuid[]) order by unit_id, version desc`,
      [chain],
    );
    const from = chain.flatMap((id) => stored.find((one) => one.unitId === id) ?? [])[0] ?? null;
    const { limitAmount, limitUnit, attempts } = from ?? SHIPPED_SETTING;
    return { limitAmount, limitUnit, attempts, from };
  }

  /** @param basedOn the unit's own newest version that was seen; 0 for none. @throws Refused `stale-version` */
  async set(tx: Transaction, unitId: string, basedOn: number, setting: MissedSetting): Promise<void> {
    const written = await changed(
      tx,
      `insert into missed_call_setting (unit_id, version, limit_amount, limit_unit, attempts, changed_by, changed_at)
       select $1, $2 + 1, $3, $4, $5, $6, $7
       where $2 = coalesce((select max(version) from missed_call_setting where unit_id = $1), 0)
       on conflict do nothing`,
      [unitId, basedOn, setting.limitAmount, setting.limitUnit, setting.attempts, tx.scope.accountId, tx.now],
    );
    if (written === 0) refuse('stale-version');
  }
}
