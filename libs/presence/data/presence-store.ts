import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { row, rows } from '@hotline/platform';
import type { Presence, Segment } from '../domain/presence.js';
import {
  OPEN_SEGMENT,
  PRESENCE_COLUMNS,
  presenceOf,
  type PresenceRow,
  rowOf,
  segmentRowOf,
} from './presence-row.js';

const SELECT = `select ${PRESENCE_COLUMNS} from presence p ${OPEN_SEGMENT}`;
const COLUMNS = Object.keys(rowOf({} as Presence));
const CHANGED = COLUMNS.filter((name) => name !== 'account_id')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

/** A presence and the segments that its change touched. */
export interface Saving {
  readonly presence: Presence;
  readonly segments: readonly Segment[];
}

/** Rows of presence and their segments. Whoever changes one holds its row; several are locked in the order of accounts. */
@Injectable()
export class PresenceStore {
  async find(tx: Transaction, accountId: string): Promise<Presence | null> {
    const found = await row<PresenceRow>(tx, `${SELECT} where p.account_id = $1`, [accountId]);
    return found && presenceOf(found);
  }

  async those(tx: Transaction, accountIds: readonly string[]): Promise<Presence[]> {
    const found = await rows<PresenceRow>(
      tx,
      `${SELECT} where p.account_id = any($1) order by p.account_id`,
      [accountIds],
    );
    return found.map(presenceOf);
  }

  /** Those of the accounts that have a row, locked until the commit. */
  lock(tx: Transaction, accountIds: readonly string[]): Promise<Presence[]> {
    return this.locked(tx, accountIds, '');
  }

  /** Those of the accounts nobody else is changing just now; the others are looked at again the next time. */
  lockFree(tx: Transaction, accountIds: readonly string[]): Promise<Presence[]> {
    return this.locked(tx, accountIds, 'skip locked');
  }

  /** Locks first and reads afterwards: whoever had to wait would else read the segment of before its wait. */
  private async locked(
    tx: Transaction,
    accountIds: readonly string[],
    how: '' | 'skip locked',
  ): Promise<Presence[]> {
    if (accountIds.length === 0) return [];
    const held = await rows<{ account_id: string }>(
      tx,
      `select account_id from presence where account_id = any($1) order by account_id for update ${how}`,
      [accountIds],
    );
    const ids = held.map(({ account_id }) => account_id);
    return ids.length > 0 ? this.those(tx, ids) : [];
  }

  /** A row for the first sign-in; two at once make one. */
  async begin(tx: Transaction, presence: Presence): Promise<void> {
    await rows(
      tx,
      `insert into presence (${COLUMNS.join(', ')})
       select ${COLUMNS.map((name) => `n.${name}`).join(', ')} from json_populate_record(null::presence, $1) n
       on conflict (account_id) do nothing`,
      [JSON.stringify(rowOf(presence))],
    );
  }

  async save(tx: Transaction, savings: readonly Saving[]): Promise<void> {
    if (savings.length === 0) return;
    await rows(
      tx,
      `insert into presence (${COLUMNS.join(', ')})
       select ${COLUMNS.map((name) => `n.${name}`).join(', ')} from json_populate_recordset(null::presence, $1) n
       on conflict (account_id) do update set ${CHANGED}`,
      [JSON.stringify(savings.map(({ presence }) => rowOf(presence)))],
    );
    await this.keep(tx, savings);
  }

  /** Segments of a time that is over; where their people are now stays as it is. */
  keep(tx: Transaction, savings: readonly Saving[]): Promise<void> {
    return this.saveSegments(
      tx,
      savings.flatMap(({ presence, segments }) => segments.map((one) => segmentRowOf(presence, one))),
    );
  }

  /** Closed ones first: only one segment of a person is open at any moment. */
  private async saveSegments(tx: Transaction, segments: readonly Record<string, unknown>[]): Promise<void> {
    const newest = new Map(segments.map((one) => [`${String(one.account_id)} ${String(one.seq)}`, one]));
    const all = [...newest.values()];
    for (const part of [all.filter((one) => one.to_at !== null), all.filter((one) => one.to_at === null)]) {
      if (part.length === 0) continue;
      await rows(
        tx,
        `insert into presence_segment select * from json_populate_recordset(null::presence_segment, $1)
         on conflict (account_id, seq) do update set to_at = excluded.to_at`,
        [JSON.stringify(part)],
      );
    }
  }
}
