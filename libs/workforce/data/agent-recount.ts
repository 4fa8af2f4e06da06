import { Injectable } from '@nestjs/common';
import type { Instant, Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { agentTime, type ShownStretch, type Stretch, type SwitchboardStretch } from '../domain/agent-time.js';
import { type AgentKey, agentKey, type AgentLoad } from '../domain/agent-load.js';
import { QUARTER_MS } from '../domain/interval.js';
import { AGENT_CALL_SUMS, AGENT_SUMS, nothingOf } from '../domain/sums.js';

export type PlacedAgentLoad = AgentLoad & { readonly path: string | null };

type CallRow = { account_id: string; at: Date; path: string } & Record<string, string | Date>;
interface StretchRow extends Stretch {
  account_id: string;
  at: Date;
  path: string;
  origin: 'presence' | 'switchboard' | 'shift';
  state: string;
  reason: string | null;
  from_us: string;
  to_us: string;
}

const KEYS = `k as materialized (select account_id, at, least(at + interval '15 minutes', $2::timestamptz) as until
  from jsonb_to_recordset($1::jsonb) as k(account_id uuid, at timestamptz))`;
// "offset 0" has every interval looked up by the index of the agent's rows.
const its = (table: string, column: string, name = 'v'): string =>
  `join lateral (select * from ${table} where account_id = k.account_id and ${column} >= k.at
     and ${column} < k.at + interval '15 minutes' offset 0) ${name}`;
const when = (condition: string, value = '1'): string =>
  `coalesce(sum(${value}) filter (where ${condition}), 0)`;
const TALKED = 'v.end_known and v.talk_us is not null';

/** Counts intervals of agents anew, from calls, rings and stretches of time. */
@Injectable()
export class AgentRecount {
  async count(tx: Transaction, keys: readonly AgentKey[]): Promise<Map<string, PlacedAgentLoad>> {
    const values = [JSON.stringify(keys.map(({ accountId, at }) => ({ account_id: accountId, at }))), tx.now];
    const calls = await callSums(tx, values);
    const stretches = await stretchesOf(tx, values);
    const loads = new Map<string, PlacedAgentLoad>();
    const byKey = new Map<string, CallRow[]>();
    for (const row of calls) {
      const id = agentKey({ accountId: row.account_id, at: row.at });
      byKey.set(id, [...(byKey.get(id) ?? []), row]);
    }
    for (const key of keys) {
      const id = agentKey(key);
      const own = byKey.get(id) ?? [];
      const time = stretches.get(id) ?? [];
      const sums = { ...nothingOf(AGENT_SUMS), ...timeOf(key.at, tx.now, time) };
      for (const row of own) for (const name of AGENT_CALL_SUMS) sums[name] += Number(row[name] ?? 0);
      const path = placeOf(time) ?? own[0]?.path ?? null;
      loads.set(id, { ...key, sums, path });
    }
    return loads;
  }
}

/** Where the person is on record before the switchboard that carried the call. */
const placeOf = (stretches: readonly StretchRow[]): string | undefined =>
  (['presence', 'shift', 'switchboard'] as const)
    .map((origin) => stretches.find((one) => one.origin === origin)?.path)
    .find((path) => path !== undefined);

function timeOf(at: Instant, now: Instant, stretches: readonly StretchRow[]) {
  const end = Math.min(at.getTime() + QUARTER_MS, now.getTime());
  const interval = { fromUs: at.getTime() * 1000, toUs: Math.max(end, at.getTime()) * 1000 };
  const of = (origin: StretchRow['origin']) =>
    stretches
      .filter((one) => one.origin === origin)
      .map(({ state, reason, from_us, to_us }) => ({
        shown: state,
        state,
        reason,
        fromUs: Number(from_us),
        toUs: Number(to_us),
      }));
  const presence: ShownStretch[] = of('presence');
  const switchboard = of('switchboard') as SwitchboardStretch[];
  return agentTime(interval, presence, switchboard, of('shift'));
}

const callSums = (tx: Transaction, values: unknown[]): Promise<CallRow[]> =>
  rows<CallRow>(
    tx,
    `with ${KEYS}
     select k.account_id, k.at, max(v.unit_path) as path, count(*) as answered, ${when('v.wait_us is not null')} as waited,
       coalesce(sum(v.wait_us), 0) as wait_us, ${when(TALKED)} as talked, ${when(TALKED, 'v.talk_us')} as talk_us,
       ${when(`${TALKED} and v.holds > 0`)} as held, ${when(TALKED, 'v.hold_us')} as hold_us, count(w.us) as wrapped,
       coalesce(sum(w.us), 0) as wrap_us, ${when('v.transfer is not null')} as transferred,
       0 as rung_out, 0 as rejected, 0 as ring_cancelled, 0 as dialled, 0 as reached
     from k ${its('call_visit', 'counted_at')} on v.outcome = 'answered'
     cross join lateral (select wrap_up_of_visit(v.id) as us) w group by 1, 2
     union all
     select k.account_id, k.at, max(v.unit_path), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ${when(`r.reason = 'ring_out'`)},
       ${when(`r.reason = 'rejected'`)}, ${when(`r.reason = 'ring_cancelled'`)}, 0, 0
     from k ${its('call_ring', 'at', 'r')} on true join call_visit v on v.id = r.visit_id group by 1, 2
     union all
     select k.account_id, k.at, max(c.unit_path), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*), count(c.answered_at)
     from k ${its('call', 'arrived_at', 'c')} on c.direction = 'out' group by 1, 2`,
    values,
  );

const US = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint`;

/** A stretch that still runs lasts until the interval does, or until now. */
async function stretchesOf(tx: Transaction, values: unknown[]): Promise<Map<string, StretchRow[]>> {
  const found = await rows<StretchRow & Record<string, unknown>>(
    tx,
    `with ${KEYS}
     select k.account_id, k.at, s.origin, s.state, s.reason, s.path, ${US('greatest(s.from_at, k.at)')} as from_us,
       ${US('least(s.to_at, k.until)')} as to_us
     from k cross join lateral (
       select 'switchboard' as origin, a.state, a.reason, o.unit_path as path, a.from_at, a.to_at
       from agent_segment a join telephony_source o on o.id = a.source_id
       where a.account_id = k.account_id and a.to_at > k.at and a.from_at < k.until
       union all
       select 'switchboard', a.state, a.reason, o.unit_path, a.from_at, k.until
       from agent_segment a join telephony_source o on o.id = a.source_id
       where a.account_id = k.account_id and a.to_at is null and a.from_at < k.until
       union all
       select 'shift', '', null, unit_path, from_at, to_at from shift
       where account_id = k.account_id and from_at < k.until and from_at > k.at - interval '16 hours' and to_at > k.at
       union all
       select 'presence', p.shown, null, p.unit_path, p.from_at, p.to_at
       from presence_between(k.account_id, k.at, k.until) p
       offset 0) s`,
    values,
  );
  const stretches = new Map<string, StretchRow[]>();
  for (const one of found) {
    const key = agentKey({ accountId: one.account_id, at: one.at });
    stretches.set(key, [...(stretches.get(key) ?? []), one]);
  }
  return stretches;
}
