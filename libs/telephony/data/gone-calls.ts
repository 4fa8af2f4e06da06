import type { Transaction } from '@hotline/kernel';
import { changed } from '@hotline/platform';
import { rowId } from './row-ids.js';

const POINTED_TO = '23503';

/**
 * Calls that nothing tells of any more. Their visits and legs are on record still and belong to nobody; a call that a
 * contact or a duty to call back hangs on stays, for people have worked with it.
 * @param keys of calls of this source
 */
export async function takeAwayCalls(
  tx: Transaction,
  sourceId: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const ids = keys.map((key) => rowId(sourceId, 'call', key));
  for (const table of ['call_visit', 'call_leg'])
    await changed(tx, `update ${table} set call_id = null where call_id = any ($1::uuid[])`, [ids]);
  for (const id of ids) {
    await changed(tx, 'savepoint gone_call', []);
    try {
      await changed(tx, 'delete from call where id = $1', [id]);
      await changed(tx, 'release savepoint gone_call', []);
    } catch (fault) {
      if ((fault as { code?: unknown }).code !== POINTED_TO) throw fault;
      await changed(tx, 'rollback to savepoint gone_call', []);
    }
  }
}
