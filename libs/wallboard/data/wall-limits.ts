import { Injectable } from '@nestjs/common';
import { type Instant, refuse, type Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import { SHIPPED_LIMITS, type WallLimits } from '../domain/wall.js';

/** Limits of the nearest unit with its own; null for the shipped ones. */
export interface DecidedLimits {
  readonly unitId: string;
  readonly limits: WallLimits;
  readonly at: Instant;
  readonly by: string;
}

export interface LimitsInForce {
  readonly limits: WallLimits;
  /** the unit's own newest version; 0 while it never had one */
  readonly version: number;
  /** whose limits these are; null for the shipped ones */
  readonly decided: DecidedLimits | null;
  /** what would hold if the unit had none of its own */
  readonly above: DecidedLimits | null;
}

interface Stored {
  readonly [column: string]: unknown;
  readonly unitId: string;
  readonly version: number;
  /** null: given back */
  readonly limits: WallLimits | null;
  readonly at: Instant;
  readonly by: string;
}

function nearest(chain: readonly (Stored | undefined)[]): DecidedLimits | null {
  for (const one of chain)
    if (one?.limits) return { unitId: one.unitId, limits: one.limits, at: one.at, by: one.by };
  return null;
}

/** Limits of wallboards; a version is never changed. */
@Injectable()
export class WallLimitStore {
  /** @param chain the unit and those above it, nearest first; the nearest with limits of its own decides */
  async of(tx: Transaction, chain: readonly string[]): Promise<LimitsInForce> {
    const found = await rows<Stored>(
      tx,
      `select distinct on (l.unit_id) l.unit_id as "unitId", l.version, l.limits, l.at, a.display_name as by
       from wallboard_limit l join account a on a.id = l.account_id
       where l.unit_id = any ($1::uuid[]) order by l.unit_id, l.version desc`,
      [chain],
    );
    const byUnit = new Map(found.map((one) => [one.unitId, one]));
    const [own, ...above] = chain.map((id) => byUnit.get(id));
    const decided = nearest([own, ...above]);
    return {
      limits: decided?.limits ?? SHIPPED_LIMITS,
      version: own?.version ?? 0,
      decided,
      above: nearest(above),
    };
  }

  /**
   * @param limits null: give them back, those of the unit above hold again
   * @throws Refused `stale-version` when somebody else has set them since
   */
  async set(tx: Transaction, unitId: string, basedOn: number, limits: WallLimits | null): Promise<number> {
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
      [unitId, newest + 1, limits && JSON.stringify(limits), tx.now, tx.scope.accountId],
    );
    return newest + 1;
  }
}
