import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';

/** Rows by their keys, as the switchboard names them. */
export interface RowKeys {
  readonly calls: Set<string>;
  readonly visits: Set<string>;
  readonly legs: Set<string>;
  readonly segments: Set<string>;
}

const SLICE = 2_000;

const EVENTS = `delete from call_event where ctid in (
  select ctid from call_event where source_id = $1 and received_at >= $2 limit ${SLICE})`;

/** What began before the oldest bytes that are kept, and ended after: their first events are gone. */
const CUT_CALLS = `select call_key as key from call
where source_id = $1 and arrived_at < $2 and (ended_at is null or ended_at >= $2)`;
const CUT_VISITS = `select visit_key as key from call_visit
where source_id = $1 and counted_at < $2 and last_seen_at >= $2`;

const MADE_CALLS = `select call_key as key, id from call where source_id = $1 and arrived_at >= $2 and contact_id is null`;
const MADE_VISITS = `select visit_key as key, id from call_visit where source_id = $1 and counted_at >= $2`;
const MADE_LEGS = `select leg_key as key from call_leg where source_id = $1 and created_at >= $2`;
const MADE_SEGMENTS = `select concat_ws('|', agent, state, queue, (extract(epoch from from_at) * 1000000)::bigint) as key
from agent_segment where source_id = $1 and from_at >= $2`;

/** Looks up and takes away what a rebuild makes anew. */
@Injectable()
export class RebuildStore {
  /** Only what a switchboard sent can be read again: rows of deliveries must not be taken away. */
  async sourceNamed(tx: Transaction, name: string): Promise<string | null> {
    const found = await row<{ id: string }>(
      tx,
      `select id from telephony_source where name = $1 and kind in ('ami', 'esl')`,
      [name],
    );
    return found?.id ?? null;
  }

  /** @returns how many of the events were taken away, 0 when none is left */
  dropEvents(tx: Transaction, sourceId: string, since: Date): Promise<number> {
    return changed(tx, EVENTS, [sourceId, since]);
  }

  async cut(tx: Transaction, sourceId: string, since: Date): Promise<Pick<RowKeys, 'calls' | 'visits'>> {
    const keys = async (sql: string) => keysOf(await rows<{ key: string }>(tx, sql, [sourceId, since]));
    return { calls: await keys(CUT_CALLS), visits: await keys(CUT_VISITS) };
  }

  /** Rows of that time which the rebuild did not make: what had made them was wrong. */
  async dropOthers(tx: Transaction, sourceId: string, since: Date, made: RowKeys): Promise<void> {
    const others = async (sql: string, own: ReadonlySet<string>): Promise<Found[]> =>
      (await rows<Found>(tx, sql, [sourceId, since])).filter(({ key }) => !own.has(key));
    const segments = (await others(MADE_SEGMENTS, made.segments)).map(({ key }) => key);
    const visits = (await others(MADE_VISITS, made.visits)).map(({ id }) => id);
    const legs = (await others(MADE_LEGS, made.legs)).map(({ key }) => key);
    const calls = (await others(MADE_CALLS, made.calls)).map(({ id }) => id);
    await changed(
      tx,
      `delete from agent_segment where source_id = $1 and (visit_id = any ($3) or
         concat_ws('|', agent, state, queue, (extract(epoch from from_at) * 1000000)::bigint) = any ($2))`,
      [sourceId, segments, visits],
    );
    await changed(tx, `delete from call_ring where visit_id = any ($1)`, [visits]);
    await changed(tx, `delete from call_visit where id = any ($1)`, [visits]);
    await changed(tx, `delete from call_leg where source_id = $1 and leg_key = any ($2)`, [sourceId, legs]);
    await changed(tx, `delete from call where id = any ($1)`, [calls]);
  }

  /** Deletes at most a slice of what is older. @returns how many rows */
  async dropOld(tx: Transaction, table: 'telephony_raw' | 'call_event', before: Date): Promise<number> {
    const slice = table === 'telephony_raw' ? SLICE / 10 : SLICE;
    return changed(
      tx,
      `delete from ${table} where ctid in (select ctid from ${table} where received_at < $1 limit ${slice})`,
      [before],
    );
  }
}

interface Found {
  key: string;
  /** of calls and visits */
  id: string;
}

const keysOf = (found: readonly { key: string }[]): Set<string> => new Set(found.map(({ key }) => key));
