import type { CallChange } from '../domain/call-change.js';
import type { Told } from '../domain/store/told.js';
import { rowId } from '../data/row-ids.js';

/** @returns the account that had the agent's telephone at that moment (microseconds) */
export type AccountOf = (agent: string | null, agentExt: string | null, atUs: number) => string | null;

/** The switchboard's names become ours. What concerns the telephone of nobody we know is left out. */
export function callChanges(told: readonly Told[], sourceId: string, accountOf: AccountOf): CallChange[] {
  return told.flatMap((one): CallChange[] => {
    const at = new Date(Math.round(one.atUs / 1000));
    if (one.kind === 'feed') return [{ kind: one.kind, state: one.state, at }];
    const accountId = accountOf(one.agent, one.agentExt, one.atUs);
    if ('value' in one) return accountId ? [{ kind: one.kind, accountId, value: one.value, at }] : [];
    const { kind, callKey, visitId, direction } = one;
    return [
      {
        kind,
        callId: rowId(sourceId, 'call', callKey),
        visitId: visitId && rowId(sourceId, 'visit', visitId),
        accountId,
        direction,
        at,
      },
    ];
  });
}
