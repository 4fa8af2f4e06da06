import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import type { Grain } from '../domain/interval.js';
import { isEmptyLoad, type QueueKey, queueKey, type QueueLoad } from '../domain/roll-up.js';
import { nothingOf, QUEUE_SUMS, type QueueSum } from '../domain/sums.js';

type LoadRow = {
  source_id: string;
  queue: string;
  at: Date;
  answered_waits: number[];
  abandoned_waits: number[];
} & Record<QueueSum, string>;

export type PlacedLoad = QueueLoad & { readonly path: string };

const KEY = '(source_id uuid, queue text, at timestamptz)';
const SAME = 'q.grain = $1 and q.at = k.at and q.source_id = k.source_id and q.queue = k.queue';
const NAMES = QUEUE_SUMS.join(', ');
const TYPES = QUEUE_SUMS.map((name) => `${name} bigint`).join(', ');

const keysOf = (keys: readonly QueueKey[]): string =>
  JSON.stringify(keys.map(({ sourceId, queue, at }) => ({ source_id: sourceId, queue, at })));

/** The sums of queues as they are kept, of one grain at a time. */
@Injectable()
export class QueueStore {
  async read(tx: Transaction, grain: Grain, keys: readonly QueueKey[]): Promise<Map<string, QueueLoad>> {
    const found = await rows<LoadRow>(
      tx,
      `select q.source_id, q.queue, q.at, q.answered_waits, q.abandoned_waits, ${NAMES}
       from jsonb_to_recordset($2::jsonb) as k${KEY} join queue_interval q on ${SAME}`,
      [grain, keysOf(keys)],
    );
    return new Map(
      found.map((row) => {
        const sums = nothingOf(QUEUE_SUMS);
        for (const name of QUEUE_SUMS) sums[name] = Number(row[name]);
        const load = {
          sourceId: row.source_id,
          queue: row.queue,
          at: row.at,
          sums,
          answeredWaits: row.answered_waits,
          abandonedWaits: row.abandoned_waits,
        };
        return [queueKey(load), load];
      }),
    );
  }

  /** What has become nothing goes; a later interval of the queue never keeps the path of an older one. */
  async write(tx: Transaction, grain: Grain, loads: readonly PlacedLoad[]): Promise<void> {
    const gone = loads.filter(isEmptyLoad);
    const kept = loads.filter((load) => !isEmptyLoad(load));
    if (gone.length > 0)
      await changed(
        tx,
        `delete from queue_interval q using jsonb_to_recordset($2::jsonb) as k${KEY} where ${SAME}`,
        [grain, keysOf(gone)],
      );
    if (kept.length === 0) return;
    const given = kept.map((load) => ({
      source_id: load.sourceId,
      queue: load.queue,
      at: load.at,
      unit_path: load.path,
      answered_waits: load.answeredWaits,
      abandoned_waits: load.abandonedWaits,
      ...load.sums,
    }));
    await changed(
      tx,
      `insert into queue_interval (grain, at, source_id, queue, unit_path, answered_waits, abandoned_waits, ${NAMES})
       select $1, at, source_id, queue, unit_path, answered_waits, abandoned_waits, ${NAMES}
       from jsonb_to_recordset($2::jsonb) as r(source_id uuid, queue text, at timestamptz, unit_path text,
         answered_waits integer[], abandoned_waits integer[], ${TYPES})
       on conflict (grain, at, source_id, queue) do update set unit_path = excluded.unit_path,
         answered_waits = excluded.answered_waits, abandoned_waits = excluded.abandoned_waits,
         ${QUEUE_SUMS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      [grain, JSON.stringify(given)],
    );
  }
}
