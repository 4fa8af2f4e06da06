import { SECOND } from './wire.js';

export type Outcome =
  'answered' | 'abandoned' | 'limit' | 'key' | 'full' | 'refused_empty' | 'empty' | 'withdrawn' | 'open';

/** What really happened to one stay in a queue (or to one request that was refused). */
export interface TrueVisit {
  queue: string;
  outcome: Outcome;
  joinedUs: number;
  leftUs: number;
  connectedUs: number;
  completedUs: number | null;
  agent: string;
  waitS: number;
  talkS: number;
  heldUs: number;
  endedBy: 'caller' | 'agent' | 'transfer' | null;
  transfer: 'blind' | 'attended' | null;
  callback: boolean;
}

interface TrueAgent {
  missed: number;
  pauses: Record<string, number>;
}

/** Everything that a person who watched the shift would have noted down. */
export class Truth {
  arrived = 0;
  hungUpInIvr = 0;
  readonly visits: TrueVisit[] = [];
  readonly agents = new Map<string, TrueAgent>();

  visit(queue: string, outcome: Outcome = 'open'): TrueVisit {
    const visit: TrueVisit = {
      queue,
      outcome,
      joinedUs: 0,
      leftUs: 0,
      connectedUs: 0,
      completedUs: null,
      agent: '',
      waitS: 0,
      talkS: 0,
      heldUs: 0,
      endedBy: null,
      transfer: null,
      callback: false,
    };
    this.visits.push(visit);
    return visit;
  }

  agent(name: string): TrueAgent {
    const known = this.agents.get(name) ?? { missed: 0, pauses: {} };
    this.agents.set(name, known);
    return known;
  }
}

const toSeconds = (us: number): number => Math.round(us / 1_000) / 1_000;
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : toSeconds(values.reduce((sum, value) => sum + value, 0) / values.length);
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;

/** The figures of one queue, by the definitions that stand beside the recorded sample. */
export function trueFigures(truth: Truth, queue: string) {
  const own = truth.visits.filter((visit) => visit.queue === queue);
  const of = (outcome: Outcome) => own.filter((visit) => visit.outcome === outcome);
  const count = (outcome: Outcome): number => of(outcome).length;
  const entered = own.length - count('full') - count('refused_empty');
  const waits = of('answered').map((visit) => visit.connectedUs - visit.joinedUs);
  const gaveUp = of('abandoned').map((visit) => visit.leftUs - visit.joinedUs);
  const talks = of('answered').flatMap(({ completedUs, connectedUs }) =>
    completedUs === null ? [] : [completedUs - connectedUs],
  );
  const within = (s: number): number => waits.filter((us) => us <= s * SECOND).length;
  const under = (s: number): number => gaveUp.filter((us) => us < s * SECOND).length;
  const by = (who: string): number => own.filter((visit) => visit.endedBy === who).length;
  const answered = waits.length;
  const short = under(5);
  return {
    calls: {
      arrived_at_number: truth.arrived,
      hung_up_in_ivr: truth.hungUpInIvr,
      asked_for_an_agent: own.length,
      refused_queue_full: count('full'),
      entered_queue: entered,
      answered,
      abandoned_by_caller: gaveUp.length,
      left_by_timeout: count('limit'),
      left_by_key_for_callback: count('key'),
      callback_requests: own.filter((visit) => visit.callback).length,
    },
    transfers: { ...transfersOut(own, queue), ...others(truth, queue) },
    agent_ring_no_answer: [...truth.agents.values()].reduce((sum, agent) => sum + agent.missed, 0),
    ended_by: { caller: by('caller'), agent: by('agent'), transfer: by('transfer') },
    seconds: {
      mean_wait_of_answered: mean(waits),
      mean_wait_of_answered_whole_second_fields: mean(of('answered').map(({ waitS }) => waitS * SECOND)),
      longest_wait_of_answered: waits.length === 0 ? null : toSeconds(Math.max(...waits)),
      mean_wait_of_abandoned: mean(gaveUp),
      mean_talk_including_hold: mean(talks),
      total_talk_including_hold: toSeconds(talks.reduce((sum, us) => sum + us, 0)),
    },
    answered_within: Object.fromEntries([5, 10, 15, 20, 30].map((s) => [`${s}s`, within(s)])),
    short_abandons: { under_5_s: short, under_10_s: under(10) },
    rates_percent: {
      connection_rate_answered_over_arrived: percent(answered, truth.arrived),
      connection_rate_answered_over_asked_for_agent: percent(answered, own.length),
      connection_rate_answered_over_entered_queue: percent(answered, entered),
      connection_rate_answered_over_entered_less_abandons_under_5_s: percent(answered, entered - short),
      sl15_answered15_over_asked_for_agent: percent(within(15), own.length),
      sl15_answered15_over_entered: percent(within(15), entered),
      sl15_answered15_over_answered: percent(within(15), answered),
      sl15_answered15_over_answered_plus_abandoned: percent(within(15), answered + gaveUp.length),
      sl15_answered15_over_entered_less_abandons_under_5_s: percent(within(15), entered - short),
      sl20_answered20_over_entered: percent(within(20), entered),
      sl30_answered30_over_entered: percent(within(30), entered),
      abandonment_over_entered: percent(gaveUp.length, entered),
      abandonment_less_under_5_s_over_entered_less_those: percent(gaveUp.length - short, entered - short),
    },
    agents: Object.fromEntries([...truth.agents].map(([name, agent]) => [name, agentOf(truth, name, agent)])),
  };
}

function transfersOut(own: readonly TrueVisit[], queue: string): Record<string, number> {
  const out = (kind: string): number => own.filter((visit) => visit.transfer === kind).length;
  return { [`blind_out_of_${queue}`]: out('blind'), [`attended_out_of_${queue}`]: out('attended') };
}

function others(truth: Truth, queue: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const visit of truth.visits) {
    if (visit.queue === queue) continue;
    const refused = visit.outcome === 'full' || visit.outcome === 'refused_empty';
    counts[`entered_${visit.queue}`] = (counts[`entered_${visit.queue}`] ?? 0) + (refused ? 0 : 1);
    const answered = visit.outcome === 'answered' ? 1 : 0;
    counts[`answered_${visit.queue}`] = (counts[`answered_${visit.queue}`] ?? 0) + answered;
  }
  return counts;
}

function agentOf(truth: Truth, name: string, agent: TrueAgent) {
  const own = truth.visits.filter((visit) => visit.agent === name && visit.outcome === 'answered');
  return {
    answered: own.length,
    talk_whole_s: own.reduce((sum, visit) => sum + visit.talkS, 0),
    ring_no_answer: agent.missed,
    hold_s: toSeconds(own.reduce((sum, visit) => sum + visit.heldUs, 0)),
    pause_events_by_reason: agent.pauses,
  };
}
