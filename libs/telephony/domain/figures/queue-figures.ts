import { abandonedUnder, answeredWithin, type Tally, TallyBook } from '../definitions/tally.js';
import { type FoldedRows } from '../fold/rows.js';
import { QueueSums } from './queue-sums.js';
import { namedRates, type RateName } from './rates.js';

/** Microseconds → seconds with three decimals. */
export const seconds = (us: number): number => Math.round(us / 1_000) / 1_000;

const orNull = (us: number | null): number | null => (us === null ? null : seconds(us));
const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

/** Counts of calls; keys beyond the sample's appear only where they count something. */
export function callCounts(of: Tally, callbacks: number): Record<string, number> {
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
    callback_requests: callbacks,
    ...Object.fromEntries(Object.entries(rare).filter(([, count]) => count > 0)),
  };
}

function times(of: Tally, sums: QueueSums) {
  const whole = sums.wholeWaits.value;
  return {
    mean_wait_of_answered: orNull(mean(of.answeredWaits)),
    mean_wait_of_answered_whole_second_fields: whole === null ? null : Math.round(whole * 1_000) / 1_000,
    longest_wait_of_answered: orNull(
      of.answeredWaits.reduce<number | null>((most, us) => Math.max(most ?? 0, us), null),
    ),
    mean_wait_of_abandoned: orNull(mean(of.abandonedWaits)),
    mean_talk_including_hold: orNull(sums.talks.value),
    total_talk_including_hold: seconds(sums.talks.sum),
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

/**
 * Everything that speaks of one queue.
 * @param calls that reached the number, of all queues
 * @param sums of the visits of that queue
 */
export function figuresOfSums(calls: Tally, sums: QueueSums): QueueFigures {
  const { arrived, leftIvr, closed } = calls;
  const of: Tally = { ...sums.tally, arrived, leftIvr, closed };
  const rates = Object.entries(namedRates(of)).map(([name, rate]) => [name, rate.percent]);
  return {
    tally: of,
    calls: callCounts(of, sums.callbacks),
    ended_by: { ...sums.ended },
    seconds: times(of, sums),
    answered_within: Object.fromEntries(WITHIN.map((s) => [`${s}s`, answeredWithin(of, s)])),
    short_abandons: { under_5_s: abandonedUnder(of, 5), under_10_s: abandonedUnder(of, 10) },
    rates_percent: Object.fromEntries(rates) as Record<RateName, number | null>,
  };
}

/** The same of rows that are at hand. */
export function queueFigures(rows: FoldedRows, queue: string | null): QueueFigures {
  const [calls, sums] = [new TallyBook(), new QueueSums()];
  for (const call of rows.calls) calls.call(call);
  for (const visit of rows.visits) if (visit.queue === queue) sums.add(visit);
  return figuresOfSums(calls.tally, sums);
}
