import type { UnitTree } from '@hotline/organization';
import type { UndeliveredBody } from '../../http/undelivered-bodies.js';

/** The dispatch of ticket `t` that reached nobody because one receiver could not be sent to; null when it waits for another reason. */
export const UNDELIVERED_SQL = `case when t.state = 'unclear' and t.queue_reason = 'receiver-failed' then
  (select json_build_object('at', e.at, 'receivers', e.facts->'receivers', 'failed', e.facts->'failed')
    from event e where e.ticket_id = t.id and e.at >= t.opened_at and e.facts ? 'receivers'
    order by e.seq desc limit 1) end`;

export interface UndeliveredJson {
  readonly at: string;
  readonly receivers: readonly string[];
  readonly failed: string | null;
}

/** Lead first, each with what became of it. */
export function undeliveredBody(json: UndeliveredJson | null, units: UnitTree): UndeliveredBody | null {
  if (!json) return null;
  return {
    at: new Date(json.at),
    receivers: json.receivers.map((unitId, index) => ({
      unit: units.brief(unitId),
      role: index === 0 ? 'lead' : 'support',
      outcome: unitId === json.failed ? 'closed' : json.failed ? 'held-back' : 'not-written',
    })),
  };
}
