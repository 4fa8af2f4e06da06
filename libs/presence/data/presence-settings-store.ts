import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { row, rows } from '@hotline/platform';
import { SettingsInForce, type SettingsVersion } from '../domain/settings-in-force.js';
import type { PresenceRules } from '../domain/settings.js';

type Stored = SettingsVersion & Record<string, unknown>;

const BY = '(select a.display_name from account a where a.id = s.account_id) as by';
const NATIONAL = `select null::uuid as "unitId", s.version, s.at, ${BY}, s.reason as because,
  jsonb_build_object('wrapUpSeconds', s.wrap_up_seconds, 'prolongSeconds', s.prolong_seconds, 'prolongTimes', s.prolong_times,
    'unknownAfterSeconds', s.unknown_after_seconds, 'signedOutAfterSeconds', s.signed_out_after_seconds, 'breaks', s.breaks)
    as settings from presence_setting s`;
const OF_UNIT = `select s.unit_id as "unitId", s.version, s.at, ${BY}, s.reason as because, s.settings
  from presence_unit_setting s`;

// Years of changes; older ones are in the audit log.
const MOST_SHOWN = 50;

/** What units have agreed on for their agents; every change is a new row. */
@Injectable()
export class PresenceSettingsStore {
  constructor(private readonly units: UnitTree) {}

  /** The newest versions of the national union and of every unit that ever had its own. */
  async inForce(tx: Transaction): Promise<SettingsInForce> {
    const found = await rows<Stored>(
      tx,
      `(${NATIONAL} order by s.version desc limit 1) union all
       (select distinct on ("unitId") * from (${OF_UNIT}) s order by "unitId", version desc)`,
    );
    const national = found.find(({ unitId }) => unitId === null);
    if (!national?.settings) return refuse('unavailable');
    const own = new Map(found.flatMap((one) => (one.unitId ? [[one.unitId, one] as const] : [])));
    return new SettingsInForce({ ...national, settings: national.settings }, own, (unitId) => {
      const tree = this.units.current();
      return tree.find(unitId) ? tree.upwards(unitId).map(({ id }) => id) : [];
    });
  }

  /** The unit's own versions, newest first; null for the national union. */
  history(tx: Transaction, unitId: string | null): Promise<SettingsVersion[]> {
    return unitId === null
      ? rows<Stored>(tx, `${NATIONAL} order by s.version desc limit ${MOST_SHOWN}`)
      : rows<Stored>(tx, `${OF_UNIT} where s.unit_id = $1 order by s.version desc limit ${MOST_SHOWN}`, [
          unitId,
        ]);
  }

  /** @throws Refused `stale-version` when another change was faster */
  async put(tx: Transaction, change: PutSettings): Promise<void> {
    const { unitId, version, settings, because } = change;
    const written =
      unitId === null
        ? settings && (await this.putNational(tx, version, settings, because))
        : await row(
            tx,
            `insert into presence_unit_setting (unit_id, version, at, account_id, settings, reason)
             values ($1, $2, $3, $4, $5, $6) on conflict (unit_id, version) do nothing returning version`,
            [unitId, version, tx.now, tx.scope.accountId, settings && JSON.stringify(settings), because],
          );
    if (!written) refuse('stale-version');
  }

  private putNational(
    tx: Transaction,
    version: number,
    settings: PresenceRules,
    because: string,
  ): Promise<object | null> {
    return row(
      tx,
      `insert into presence_setting (version, at, account_id, wrap_up_seconds, prolong_seconds, prolong_times,
         unknown_after_seconds, signed_out_after_seconds, breaks, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (version) do nothing returning version`,
      [
        version,
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
  }
}

export interface PutSettings {
  /** null: the national union, which always has its own */
  readonly unitId: string | null;
  readonly version: number;
  readonly settings: PresenceRules | null;
  readonly because: string;
}
