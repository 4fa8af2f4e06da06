import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { changed, rows } from '@hotline/platform';
import { type AgentKey, agentKey, type AgentLoad, isEmptyAgentLoad } from '../domain/agent-load.js';
import type { Grain } from '../domain/interval.js';
import { AGENT_SUMS, type AgentSum, nothingOf } from '../domain/sums.js';

type LoadRow = { account_id: string; at: Date; unit_path: string } & Record<AgentSum, string>;

export type KeptAgentLoad = AgentLoad & { readonly path: string };

const KEY = '(account_id uuid, at timestamptz)';
const SAME = 'q.grain = $1 and q.at = k.at and q.account_id = k.account_id';
const NAMES = AGENT_SUMS.join(', ');
const TYPES = AGENT_SUMS.map((name) => `${name} bigint`).join(', ');

const keysOf = (keys: readonly AgentKey[]): string =>
  JSON.stringify(keys.map(({ accountId, at }) => ({ account_id: accountId, at })));

/** The sums of agents as they are kept, of one grain at a time. */
@Injectable()
export class AgentStore {
  async read(tx: Transaction, grain: Grain, keys: readonly AgentKey[]): Promise<Map<string, KeptAgentLoad>> {
    const found = await rows<LoadRow>(
      tx,
      `select q.account_id, q.at, q.unit_path, ${NAMES}
       from jsonb_to_recordset($2::jsonb) as k${KEY} join agent_interval q on ${SAME}`,
      [grain, keysOf(keys)],
    );
    return new Map(
      found.map((row) => {
        const sums = nothingOf(AGENT_SUMS);
        for (const name of AGENT_SUMS) sums[name] = Number(row[name]);
        const load = { accountId: row.account_id, at: row.at, path: row.unit_path, sums };
        return [agentKey(load), load];
      }),
    );
  }

  async write(tx: Transaction, grain: Grain, loads: readonly KeptAgentLoad[]): Promise<void> {
    const gone = loads.filter(isEmptyAgentLoad);
    const kept = loads.filter((load) => !isEmptyAgentLoad(load));
    if (gone.length > 0)
      await changed(
        tx,
        `delete from agent_interval q using jsonb_to_recordset($2::jsonb) as k${KEY} where ${SAME}`,
        [grain, keysOf(gone)],
      );
    if (kept.length === 0) return;
    const given = kept.map(({ accountId, at, path, sums }) => ({
      account_id: accountId,
      at,
      unit_path: path,
      ...sums,
    }));
    await changed(
      tx,
      `insert into agent_interval (grain, at, account_id, unit_path, ${NAMES})
       select $1, at, account_id, unit_path, ${NAMES}
       from jsonb_to_recordset($2::jsonb) as r(account_id uuid, at timestamptz, unit_path text, ${TYPES})
       on conflict (grain, at, account_id) do update set unit_path = excluded.unit_path,
         ${AGENT_SUMS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      [grain, JSON.stringify(given)],
    );
  }
}
