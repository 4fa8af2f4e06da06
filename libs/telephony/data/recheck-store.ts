import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import type { Standing } from '../domain/store/row-changes.js';
import { takeAwayCalls } from './gone-calls.js';
import { jsonText, rowId } from './row-ids.js';

/** A source whose calls are to be looked at again, and after which family. */
export interface ToRecheck {
  readonly sourceId: string;
  readonly feed: string;
  readonly after: string;
}

const VISITS = `update call_visit t set call_id = v.call_id, callback_requested = v.asks
from json_to_recordset($1::json) as v (id uuid, call_id uuid, asks boolean)
where t.id = v.id and (t.call_id, t.callback_requested) is distinct from (v.call_id, v.asks)`;
const LEGS = `update call_leg t set call_id = l.call_id, kind = l.kind
from json_to_recordset($2::json) as l (leg_key text, call_id uuid, kind text)
where t.source_id = $1 and t.leg_key = l.leg_key and (t.call_id, t.kind) is distinct from (l.call_id, l.kind)`;

/** Calls on record that are to be judged again by what is known now: how far that has come, and what it moves. */
@Injectable()
export class RecheckStore {
  async next(tx: Transaction): Promise<ToRecheck | null> {
    const found = await row<ToRecheck>(
      tx,
      `select source_id as "sourceId", feed, bookmark ->> 'recheck' as after from telephony_feed
       where bookmark ? 'recheck' order by source_id, feed limit 1`,
      [],
    );
    return found ?? null;
  }

  /** Nobody puts anything of this source on record until the end of the transaction. */
  async hold(tx: Transaction, sourceId: string): Promise<{ unitPath: string; latestUs: number }> {
    await rows(tx, 'select 1 from telephony_feed where source_id = $1 order by feed for update', [sourceId]);
    const found = await row<{ path: string; us: string | null }>(
      tx,
      `select s.unit_path as path, (select (extract(epoch from max(last_occurred_at)) * 1000000)::bigint
         from telephony_feed where source_id = s.id) as us from telephony_source s where s.id = $1`,
      [sourceId],
    );
    return { unitPath: found?.path ?? '', latestUs: Number(found?.us ?? 0) };
  }

  /** @returns the next families of calls in their order, at most so many */
  async families(tx: Transaction, { sourceId, after }: ToRecheck, most: number): Promise<string[]> {
    const found = await rows<{ family: string }>(
      tx,
      `select distinct family from call_event where source_id = $1 and family > $2
         and family not in ('feed', 'loose') and family not like 'agent:%' order by family limit $3`,
      [sourceId, after, most],
    );
    return found.map(({ family }) => family);
  }

  /** Whose visits and legs these are, whom a call back is owed; and no call where none was. */
  async move(tx: Transaction, sourceId: string, standings: readonly Standing[]): Promise<void> {
    const callOf = (key: string | null) => key && rowId(sourceId, 'call', key);
    const visits = standings.flatMap((one) => [...one.visits.values()]);
    const legs = standings.flatMap((one) => [...one.legs.values()]);
    await changed(tx, VISITS, [
      jsonText(
        visits.map(({ visitId, callKey, callbackRequested }) => ({
          id: rowId(sourceId, 'visit', visitId),
          call_id: callOf(callKey),
          asks: callbackRequested,
        })),
      ),
    ]);
    await changed(tx, LEGS, [
      sourceId,
      jsonText(legs.map(({ legId, callKey, kind }) => ({ leg_key: legId, call_id: callOf(callKey), kind }))),
    ]);
    const made = standings.flatMap((one) => [...one.calls.keys(), ...one.dialled.keys()]);
    const gone = await rows<{ key: string }>(
      tx,
      `select call_key as key from call where source_id = $1 and direction = 'in' and contact_id is null
         and call_key = any ($2) and call_key <> all ($3)`,
      [sourceId, legs.map(({ legId }) => legId), made],
    );
    await takeAwayCalls(
      tx,
      sourceId,
      gone.map(({ key }) => key),
    );
  }

  /** @param after null: all have been looked at */
  async moved(tx: Transaction, { sourceId, feed }: ToRecheck, after: string | null): Promise<void> {
    await changed(
      tx,
      `update telephony_feed set bookmark = case when $3::text is null then bookmark - 'recheck'
         else bookmark || jsonb_build_object('recheck', $3::text) end where source_id = $1 and feed = $2`,
      [sourceId, feed, after],
    );
  }
}
