import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { TelephoneKind } from '@hotline/telephony';

/** A person's telephone as the switchboard names it. */
export interface Telephone {
  readonly endpointId: string;
  readonly accountId: string;
  readonly sourceId: string;
  readonly sourceKind: 'ami' | 'esl' | 'webhook';
  /** the unit whose hotline the switchboard carries */
  readonly sourceUnitId: string;
  readonly sourceUnitPath: string;
  readonly sourceSettings: Readonly<Record<string, unknown>>;
  readonly kind: TelephoneKind;
  readonly address: string;
  readonly name: string;
  readonly queues: readonly string[];
  readonly line: 'live' | 'down';
}

// A live line is pinged every 12 s and answers; after such a silence nobody holds it any more.
const SILENT = `interval '45 seconds'`;

type Found = Telephone & Record<string, unknown>;

const SELECT = `select e.id as "endpointId", e.account_id as "accountId", e.source_id as "sourceId", s.kind as "sourceKind",
    s.unit_id as "sourceUnitId", s.unit_path as "sourceUnitPath",
    s.settings as "sourceSettings", e.kind, e.address, e.name, e.queues,
    case when s.enabled and exists (select 1 from telephony_feed f where f.source_id = s.id
      and f.feed in ('ami', 'esl', 'webhook') and f.state = 'live' and f.last_received_at > $2::timestamptz - ${SILENT})
      then 'live' else 'down' end as line
  from agent_endpoint e join telephony_source s on s.id = e.source_id`;

const HELD = 'e.valid_from <= $2 and (e.valid_to is null or e.valid_to > $2)';

/** Whose telephone is which, and whether its line is up; kept by the room telephony. */
@Injectable()
export class Telephones {
  /** The telephone the person has today. */
  ofAccount(tx: Transaction, accountId: string): Promise<Telephone | null> {
    return row<Found>(tx, `${SELECT} where e.account_id = $1 and ${HELD}`, [accountId, tx.now]);
  }

  ofAccounts(tx: Transaction, accountIds: readonly string[]): Promise<Telephone[]> {
    return rows<Found>(tx, `${SELECT} where e.account_id = any($1) and ${HELD}`, [accountIds, tx.now]);
  }

  /** The one a shift began with, although another may be his by now. */
  async byId(tx: Transaction, endpointId: string | null): Promise<Telephone | null> {
    return endpointId === null ? null : row<Found>(tx, `${SELECT} where e.id = $1`, [endpointId, tx.now]);
  }

  byIds(tx: Transaction, endpointIds: readonly string[]): Promise<Telephone[]> {
    if (endpointIds.length === 0) return Promise.resolve([]);
    return rows<Found>(tx, `${SELECT} where e.id = any($1)`, [endpointIds, tx.now]);
  }

  /** Of these people, on this switchboard, in the order of accounts, as their rows are locked. */
  onSource(tx: Transaction, sourceId: string, accountIds: readonly string[]): Promise<Telephone[]> {
    if (accountIds.length === 0) return Promise.resolve([]);
    return rows<Found>(
      tx,
      `${SELECT} where e.source_id = $1 and e.account_id = any($3) and ${HELD} order by e.account_id`,
      [sourceId, tx.now, accountIds],
    );
  }

  ofSource(tx: Transaction, sourceId: string): Promise<Telephone[]> {
    return rows<Found>(tx, `${SELECT} where e.source_id = $1 and ${HELD}`, [sourceId, tx.now]);
  }

  /** Switchboards whose line is up and that take orders. */
  async liveSources(tx: Transaction): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select s.id from telephony_source s join telephony_feed f on f.source_id = s.id and f.feed = s.kind
       where s.enabled and s.kind in ('ami', 'esl') and f.state = 'live' and f.last_received_at > $1::timestamptz - ${SILENT}
       order by s.id`,
      [tx.now],
    );
    return found.map(({ id }) => id);
  }
}
