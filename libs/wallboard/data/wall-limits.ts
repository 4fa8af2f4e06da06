import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { SHIPPED_LIMITS, type WallLimits } from '../domain/wall.js';

export interface LimitsInForce {
  readonly limits: WallLimits;
  /** the unit's own newest version; 0 while it has none */
  readonly version: number;
  /** whose limits these are; null for the shipped ones */
  readonly ofUnitId: string | null;
}

/** Limits of wallboards; a version is never changed. */
@Injectable()
export class WallLimitStore {
  /** @param chain the unit and those above it, nearest first; the nearest with limits of its own decides */
  async of(tx: Transaction, chain: readonly string[]): Promise<LimitsInForce> {
    const found = await rows<{ unitId: string; version: number; limits: WallLimits }>(
      tx,
      `select distinct on (unit_id) unit_id as "unitId", version, limits from wallboard_limit
       where unit_id = any ($1::uuid[]) order by unit_id, version desc`,
      [chain],
    );
    const byUnit = new Map(found.map((one) => [one.unitId, one]));
    const nearest = chain.map((id) => byUnit.get(id)).find((one) => one !== undefined);
    return {
      limits: nearest?.limits ?? SHIPPED_LIMITS,
      version: byUnit.get(chain[0] ?? '')?.version ?? 0,
      ofUnitId: nearest?.unitId ?? null,
    };
  }

  /** @throws Refused `stale-version` when somebody else has set them since */
  async set(tx: Transaction, unitId: string, basedOn: number, limits: WallLimits): Promise<number> {
    // One administrator after the other, so that nobody overwrites what he has not seen.
    await rows(tx, 'select 1 from unit where id = $1 for no key update', [unitId]);
    const before = await row<{ newest: number }>(
      tx,
      'select coalesce(max(version), 0)::integer as newest from wallboard_limit where unit_id = $1',
      [unitId],
    );
    const newest = before?.newest ?? 0;
    if (newest !== basedOn) refuse('stale-version', { facts: { yours: basedOn, newest } });
    await rows(
      tx,
      `insert into wallboard_limit (unit_id, version, limits, at, account_id) values ($1, $2, $3, $4, $5)`,
      [unitId, newest + 1, JSON.stringify(limits), tx.now, tx.scope.accountId],
    );
    return newest + 1;
  }
}
