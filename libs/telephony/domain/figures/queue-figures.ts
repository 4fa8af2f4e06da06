import { abandonedUnder, answeredWithin, tally, type Tally } from '../definitions/tally.js';
import { type FoldedRows, type VisitRow } from '../fold/rows.js';
import { namedRates, type RateName } from './rates.js';

/** Microseconds → seconds with three decimals. */
export const seconds = (us: number): number => Math.round(us / 1_000) / 1_000;

const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
const orNull = (us: number | null): number | null => (us === null ? null : seconds(us));

/**
 * The queue the figures are about: the one that calls from outside ask for first, most of them; else the most entered.
 */
export function mainQueue(rows: FoldedRows): string | null {
  const firsts = new Map<string, VisitRow>();
  const entered = new Map<string, number>();
  for (const visit of rows.visits) {
    const caller = `${visit.source}|${visit.callerLegId}`;
    const first = firsts.get(caller);
    if (!first || startOf(visit) < startOf(first)) firsts.set(caller, visit);
    if (visit.entered) entered.set(visit.queue, (entered.get(visit.queue) ?? 0) + 1);
  }
  const asked = new Map<string, number>();
  for (const call of rows.calls) {
    const queue = firsts.get(`${call.source}|${call.callerLegId}`)?.queue;
    if (queue !== undefined) asked.set(queue, (asked.get(queue) ?? 0) + 1);
  }
  const most = [...rows.queues].sort(
    (a, b) => (asked.get(b) ?? 0) - (asked.get(a) ?? 0) || (entered.get(b) ?? 0) - (entered.get(a) ?? 0),
  );
  return most[0] ?? null;
}

const startOf = (visit: VisitRow): number => visit.requested?.us ?? visit.joined?.us ?? visit.lastSeenUs;

/** Counts of calls; keys beyond the sample's appear only where they count something. */
export function callCounts(of: Tally, visits: readonly VisitRow[]): Record<string, number> {
  const rare = {
    closed_before_asking: of.closed,
    refused_queue_empty: of.refusedEmpty,
    left_by_empty_queue: of.leftEmpty,
    withdrawn_from_queue: of.withdrawn,
    end_not_known: of.unknown,
  };
  return {
    arrived_at_number: of.arrived,
    hung_up_in_ivr: of.leftIvr,
    asked_for_an_agent: of.asked,
    refused_queue_full: of.refusedFull,
    entered_queue: of.entered,
    answered: of.answered,
    abandoned_by_caller: of.abandoned,
    left_by_timeout: of.limit,
    left_by_key_for_callback: of.key,
    callback_requests: visits.filter((visit) => visit.callbackRequested).length,
    ...Object.fromEntries(Object.entries(rare).filter(([, count]) => count > 0)),
  };
}

/** Transfers out of the main queue, and what the other queues had of it. */
export function transfers(rows: FoldedRows, queue: string): Record<string, number> {
  const out = (kind: VisitRow['transfer']): number =>
    rows.visits.filter((visit) => visit.queue === queue && visit.transfer === kind).length;
  const counts: Record<string, number> = {
    [`blind_out_of_${queue}`]: out('blind'),
    [`attended_out_of_${queue}`]: out('attended'),
  };
  for (const other of rows.queues.filter((name) => name !== queue)) {
    const own = rows.visits.filter((visit) => visit.queue === other);
    counts[`entered_${other}`] = own.filter((visit) => visit.entered).length;
    counts[`answered_${other}`] = own.filter((visit) => visit.outcome === 'answered').length;
  }
  return counts;
}

function endedBy(visits: readonly VisitRow[]): Record<'caller' | 'agent' | 'transfer', number> {
  const by = (who: VisitRow['endedBy']): number => visits.filter((visit) => visit.endedBy === who).length;
  return { caller: by('caller'), agent: by('agent'), transfer: by('transfer') };
}

function times(of: Tally, visits: readonly VisitRow[]) {
  const answered = visits.filter((visit) => visit.outcome === 'answered');
  const talks = answered.flatMap((visit) => (visit.talk ? [visit.talk.us] : []));
  const whole = mean(answered.flatMap((visit) => (visit.waitS === null ? [] : [visit.waitS])));
  return {
    mean_wait_of_answered: orNull(mean(of.answeredWaits)),
    mean_wait_of_answered_whole_second_fields: whole === null ? null : Math.round(whole * 1_000) / 1_000,
    longest_wait_of_answered: orNull(
      of.answeredWaits.reduce<number | null>((most, us) => Math.max(most ?? 0, us), null),
    ),
    mean_wait_of_abandoned: orNull(mean(of.abandonedWaits)),
    mean_talk_including_hold: orNull(mean(talks)),
    total_talk_including_hold: seconds(talks.reduce((sum, us) => sum + us, 0)),
  };
}

export interface QueueFigures {
  tally: Tally;
  calls: Record<string, number>;
  ended_by: Record<'caller' | 'agent' | 'transfer', number>;
  seconds: ReturnType<typeof times>;
  answered_within: Record<string, number>;
  short_abandons: Record<string, number>;
  rates_percent: Record<RateName, number | null>;
}

const WITHIN = [5, 10, 15, 20, 30];

/** Everything that speaks of one queue. */
export function queueFigures(rows: FoldedRows, queue: string | null): QueueFigures {
  const visits = rows.visits.filter((visit) => visit.queue === queue);
  const of = tally(rows.calls, visits);
  const rates = Object.entries(namedRates(of)).map(([name, rate]) => [name, rate.percent]);
  return {
    tally: of,
    calls: callCounts(of, visits),
    ended_by: endedBy(visits),
    seconds: times(of, visits),
    answered_within: Object.fromEntries(WITHIN.map((s) => [`${s}s`, answeredWithin(of, s)])),
    short_abandons: { under_5_s: abandonedUnder(of, 5), under_10_s: abandonedUnder(of, 10) },
    rates_percent: Object.fromEntries(rates) as Record<RateName, number | null>,
  };
}
