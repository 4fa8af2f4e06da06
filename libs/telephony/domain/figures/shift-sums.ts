import { type CallEvent } from '../call-event/call-event.js';
import { isOwnSpelling, nameKey } from '../call-event/queue-name.js';
import { type Tally, TallyBook } from '../definitions/tally.js';
import { type CallRow, type VisitRow } from '../fold/rows.js';
import { AgentSums } from './agent-sums.js';
import { NameBook } from './names.js';
import { QueueSums } from './queue-sums.js';

/** What a shift comes to: sums of every queue and every agent, added call by call. */
export class ShiftSums {
  readonly agents = new AgentSums();
  readonly names = new NameBook();
  calls = 0;
  visits = 0;
  readonly #arrived = new TallyBook();
  readonly #queues = new Map<string, QueueSums>();
  readonly #askedFirst = new Map<string, number>();

  /** Queues and agents have rows though no call is theirs. */
  hear(event: CallEvent): void {
    if (event.queue !== null) this.names.hear(event.queue, event.occurredUs, isOwnSpelling(event));
    this.agents.hear(event);
  }

  /** @param visits all of these calls' legs: the first of a caller says which queue his call was for */
  add(calls: readonly CallRow[], visits: readonly VisitRow[]): void {
    const firsts = firstVisits(visits);
    for (const call of calls) {
      this.calls += 1;
      this.#arrived.call(call);
      const first = firsts.get(call.callerLegId);
      if (first) this.#askedFirst.set(nameKey(first.queue), this.askedFirst(nameKey(first.queue)) + 1);
    }
    for (const visit of visits) {
      this.visits += 1;
      this.queue(nameKey(visit.queue)).add(visit);
      this.agents.add(visit);
    }
  }

  get arrivals(): Tally {
    return this.#arrived.tally;
  }

  askedFirst(key: string): number {
    return this.#askedFirst.get(key) ?? 0;
  }

  queue(key: string): QueueSums {
    const known = this.#queues.get(key) ?? new QueueSums();
    this.#queues.set(key, known);
    return known;
  }

  sum(of: (queue: QueueSums) => number): number {
    return [...this.#queues.values()].reduce((sum, queue) => sum + of(queue), 0);
  }

  /**
   * The queue the figures are about: the one that calls from outside ask for first, most of them; else the most entered.
   */
  main(): string | null {
    const entered = (key: string): number => this.queue(key).tally.entered;
    const [most] = this.names
      .all()
      .sort((a, b) => this.askedFirst(b.key) - this.askedFirst(a.key) || entered(b.key) - entered(a.key));
    return most?.name ?? null;
  }

  /** Transfers out of that queue, and what the other queues had of it. */
  transfers(queue: string): Record<string, number> {
    const out = this.queue(nameKey(queue)).transferred;
    const counts: Record<string, number> = {
      [`blind_out_of_${queue}`]: out.blind,
      [`attended_out_of_${queue}`]: out.attended,
    };
    for (const { key, name } of this.names.all()) {
      if (key === nameKey(queue)) continue;
      const { entered, answered } = this.queue(key).tally;
      counts[`entered_${name}`] = entered;
      counts[`answered_${name}`] = answered;
    }
    return counts;
  }
}

function firstVisits(visits: readonly VisitRow[]): Map<string, VisitRow> {
  const firsts = new Map<string, VisitRow>();
  for (const visit of visits) {
    const first = firsts.get(visit.callerLegId);
    if (!first || startOf(visit) < startOf(first)) firsts.set(visit.callerLegId, visit);
  }
  return firsts;
}

const startOf = (visit: VisitRow): number => visit.requested?.us ?? visit.joined?.us ?? visit.lastSeenUs;
