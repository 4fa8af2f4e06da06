import { type CallEvent } from '../call-event/call-event.js';
import { breaksOf } from '../fold/breaks.js';
import { type FoldedRows } from '../fold/rows.js';
import { byAgent } from '../fold/segments.js';
import { seconds } from './queue-figures.js';

export interface AgentFigures {
  answered: number;
  /** sum of the PBX's own whole seconds */
  talk_whole_s: number;
  ring_no_answer: number;
  hold_s: number;
  pause_events_by_reason: Record<string, number>;
}

/**
 * One row an agent, over all queues. A ring that ended because the caller gave up is not a ring without answer.
 * @param sorted the events the rows were folded from, in order of time
 */
export function agentFigures(rows: FoldedRows, sorted: readonly CallEvent[]): Record<string, AgentFigures> {
  const agents = new Map<string, AgentFigures & { holdUs: number }>();
  for (const { agent } of rows.agents) agents.set(agent, { ...blank(), holdUs: 0 });
  const of = (agent: string | null) => (agent === null ? undefined : agents.get(agent));
  for (const visit of rows.visits) {
    const row = visit.outcome === 'answered' ? of(visit.agent) : undefined;
    if (row) {
      row.answered += 1;
      row.talk_whole_s += visit.talkS ?? 0;
      row.holdUs += visit.hold.us;
      row.hold_s = seconds(row.holdUs);
    }
    for (const ring of visit.missed) {
      const missing = ring.reason === 'ring_cancelled' ? undefined : of(ring.agent);
      if (missing) missing.ring_no_answer += 1;
    }
  }
  for (const [key, events] of byAgent(sorted)) {
    const row = of(key.slice(key.indexOf('|') + 1));
    const pauses = events.filter((event) => event.type === 'agent_paused' || event.type === 'agent_resumed');
    if (row)
      for (const [reason, count] of breaksOf(pauses).counts) row.pause_events_by_reason[reason] = count;
  }
  return Object.fromEntries([...agents].map(([agent, { holdUs: _, ...row }]) => [agent, row]));
}

const blank = (): AgentFigures => ({
  answered: 0,
  talk_whole_s: 0,
  ring_no_answer: 0,
  hold_s: 0,
  pause_events_by_reason: {},
});
