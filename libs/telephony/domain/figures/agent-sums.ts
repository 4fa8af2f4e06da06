import { type CallEvent } from '../call-event/call-event.js';
import { breaksOf } from '../fold/breaks.js';
import { withoutInterfaces } from '../fold/fold.js';
import { type VisitRow } from '../fold/rows.js';
import { isOfAgent } from '../fold/segments.js';
import { inTime, withoutRepeats } from '../fold/visit-facts.js';
import { seconds } from './queue-figures.js';

export interface AgentFigures {
  answered: number;
  /** sum of the PBX's own whole seconds */
  talk_whole_s: number;
  ring_no_answer: number;
  hold_s: number;
  pause_events_by_reason: Record<string, number>;
}

/** One agent; his sign-ins and breaks are kept only as long as a later one may belong to them. */
class Agent {
  ext: string | null = null;
  firstUs: number;
  answered = 0;
  talkS = 0;
  holdUs = 0;
  missed = 0;
  readonly #breaks = new Map<string, number>();
  #events: CallEvent[] = [];
  #tidyAt = 128;

  constructor(
    readonly name: string,
    atUs: number,
  ) {
    this.firstUs = atUs;
  }

  take(event: CallEvent): void {
    this.#events.push(event);
  }

  /** Counts the breaks that are over and can no longer change, and forgets them. */
  tidy(beforeUs: number): void {
    if (this.#events.length < this.#tidyAt) return;
    const events = withoutRepeats(inTime(this.#events));
    this.#events = events.slice(this.#countUpTo(events, lastQuiet(events, beforeUs)));
    this.#tidyAt = Math.max(128, 2 * this.#events.length);
  }

  /** @returns how many of them are counted: none while a break runs over the cut */
  #countUpTo(events: readonly CallEvent[], cut: number): number {
    const { breaks, counts } = breaksOf(events.slice(0, cut));
    if (cut === 0 || breaks.at(-1)?.toUs === null) return 0;
    for (const [reason, count] of counts) this.#count(reason, count);
    return cut;
  }

  #count(reason: string, count: number): void {
    this.#breaks.set(reason, (this.#breaks.get(reason) ?? 0) + count);
  }

  figures(): AgentFigures {
    const breaks = new Map(this.#breaks);
    for (const [reason, count] of breaksOf(withoutRepeats(inTime(this.#events))).counts)
      breaks.set(reason, (breaks.get(reason) ?? 0) + count);
    return {
      answered: this.answered,
      talk_whole_s: this.talkS,
      ring_no_answer: this.missed,
      hold_s: seconds(this.holdUs),
      pause_events_by_reason: Object.fromEntries(breaks),
    };
  }
}

const QUIET = 5_000_000;

/** @returns the place of the last event before that time which comes so long after the one before that both feeds agree on their order */
function lastQuiet(events: readonly CallEvent[], beforeUs: number): number {
  for (let at = events.length - 1; at > 0; at -= 1) {
    const [before, event] = [events[at - 1]?.occurredUs ?? 0, events[at]?.occurredUs ?? 0];
    if (event < beforeUs && event - before > QUIET) return at;
  }
  return 0;
}

/** One row an agent, over all queues. A ring that ended because the caller gave up is not a ring without answer. */
export class AgentSums {
  readonly #agents = new Map<string, Agent>();

  /** Every agent that any event names has a row. */
  hear(event: CallEvent): void {
    if (event.agent === null) return;
    const known = this.#agents.get(event.agent) ?? new Agent(event.agent, event.occurredUs);
    this.#agents.set(event.agent, known);
    known.firstUs = Math.min(known.firstUs, event.occurredUs);
    known.ext ??= event.agentExt;
    if (isOfAgent(event)) known.take(event);
  }

  add(visit: VisitRow): void {
    const agent = visit.outcome === 'answered' ? this.#agents.get(visit.agent ?? '') : undefined;
    if (agent) {
      agent.answered += 1;
      agent.talkS += visit.talkS ?? 0;
      agent.holdUs += visit.hold.us;
    }
    for (const ring of visit.missed) {
      const missing = ring.reason === 'ring_cancelled' ? undefined : this.#agents.get(ring.agent);
      if (missing) missing.missed += 1;
    }
  }

  tidy(beforeUs: number): void {
    for (const agent of this.#agents.values()) agent.tidy(beforeUs);
  }

  figures(): Record<string, AgentFigures> {
    const all = [...this.#agents.values()].sort((a, b) => a.firstUs - b.firstUs);
    const named = withoutInterfaces(all.map(({ name, ext }) => ({ source: '', agent: name, agentExt: ext })));
    const shown = new Set(named.map(({ agent }) => agent));
    return Object.fromEntries(
      all.filter(({ name }) => shown.has(name)).map((one) => [one.name, one.figures()]),
    );
  }
}
