import { HEIR } from './heir.js';
import { type RequestRecords, SHIPPED_SETTINGS } from '../domain/request-facts.js';

/** One column of the facts: requests, pauses and referrals of ticket `t`, and the settings in force. */
export const REQUEST_FACTS_SQL = `json_build_object(
  'requests', (select json_agg(json_build_object('id', q.id, 'kind', q.kind, 'unitId', q.unit_id,
    'accountId', q.account_id, 'hopId', q.hop_id, 'rulerUnitId', ru.id, 'reasonCode', q.reason_code,
    'workingDays', q.working_days, 'ruledAt', q.ruled_at, 'decision', q.decision, 'revoked', q.revoked_at is not null)
    order by q.at) from ruling_request q join ${HEIR('ru', 'q.ruler_unit_id')} where q.ticket_id = t.id),
  'pauses', (select json_agg(json_build_object('id', s.id, 'hopId', s.hop_id, 'unitId', s.unit_id, 'from', s.at,
    'until', s.until_at, 'endedAt', s.ended_at) order by s.at) from pause s where s.ticket_id = t.id),
  'referrals', (select json_agg(json_build_object('id', f.id, 'unitId', fu.id,
    'open', f.replied_at is null and f.ended_at is null) order by f.at) from referral f join ${HEIR('fu', 'f.unit_id')} where f.ticket_id = t.id),
  'settings', (select json_build_object('version', v.version, 'returnCap', v.return_cap,
    'extensionPercent', v.extension_percent, 'pauseWorkingDays', v.pause_working_days)
    from handling_settings v order by v.version desc limit 1))`;

type Told<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/** Instants are ISO texts, an empty list is null. */
export interface RequestJson {
  readonly requests: readonly Told<RequestRecords['requests'][number]>[] | null;
  readonly pauses: readonly Told<RequestRecords['pauses'][number]>[] | null;
  readonly referrals: RequestRecords['referrals'] | null;
  readonly settings: RequestRecords['settings'] | null;
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function toRequestRecords(json: RequestJson, assigneeId: string | null): RequestRecords {
  return {
    settings: json.settings ?? SHIPPED_SETTINGS,
    requests: (json.requests ?? []).map((one) => ({ ...one, ruledAt: instant(one.ruledAt) })),
    pauses: (json.pauses ?? []).map((one) => ({
      ...one,
      from: new Date(one.from),
      until: new Date(one.until),
      endedAt: instant(one.endedAt),
    })),
    referrals: json.referrals ?? [],
    assigneeId,
  };
}
