import { type CallEvent } from '../call-event/call-event.js';
import { coarse, exact, first } from './evidence.js';
import { isPrecise, type LegBook } from './leg-book.js';
import { type MissedRing } from './rows.js';
import { type VisitFacts } from './visit-facts.js';

const SECOND = 1_000_000;
/** Q.850: 17 user busy, 21 call rejected. The event of a rejection looks like that of a ring-out. */
const REJECTED = new Set(['17', '21', 'USER_BUSY', 'CALL_REJECTED']);
const FAILED_DIALS = new Set(['NOANSWER', 'BUSY', 'CONGESTION']);

/**
 * Rings that an agent did not take. Both feeds tell of them, and neither numbers them: they are matched by agent and
 * time, an attempt of one agent being at least a ring and a retry away from the next. What only one feed has counts.
 */
export function missedRings(facts: VisitFacts, legs: LegBook): MissedRing[] {
  const live = facts.live.filter((event) => event.type === 'agent_missed');
  const log = facts.log.filter((event) => event.type === 'agent_missed');
  const taken = new Set<CallEvent>();
  const rows = live.map((event) => {
    const twin = log.find((line) => !taken.has(line) && same(event, line));
    if (twin) taken.add(twin);
    return ringOf(facts, event, legs);
  });
  for (const line of log) if (!taken.has(line)) rows.push(ringOf(facts, line, legs));
  if (log.length === 0 && facts.log.length === 0) rows.push(...unreported(facts, legs, live));
  return rows;
}

function same(event: CallEvent, line: CallEvent): boolean {
  if (event.agent !== line.agent && event.agentExt !== line.agent) return false;
  if (event.precision === 'order') return event.reason === line.reason;
  const lag = event.occurredUs - line.occurredUs;
  return lag >= -SECOND / 2 && lag <= 2 * SECOND;
}

function ringOf(facts: VisitFacts, event: CallEvent, legs: LegBook): MissedRing {
  const cause = legs.all(facts.source, event.legId).find((one) => one.type === 'ended')?.rawReason ?? '';
  const told = event.reason === 'ring_cancelled' || event.reason === 'rejected' ? event.reason : 'ring_out';
  return {
    agent: event.agent ?? event.agentExt ?? '',
    agentExt: event.agentExt,
    legId: event.legId,
    at: first(exact(event), coarse(event)) ?? { us: event.occurredUs, known: 'second' },
    reason: told === 'ring_out' && REJECTED.has(cause) ? 'rejected' : told,
  };
}

/** AgentRingNoAnswer lost and no log: the dial of an offered leg that failed. */
function unreported(facts: VisitFacts, legs: LegBook, known: readonly CallEvent[]): MissedRing[] {
  return facts.live
    .filter((event) => event.type === 'agent_offered' && isPrecise(event))
    .filter((offer) => !known.some((event) => event.legId === offer.legId))
    .flatMap((offer) => {
      const end = legs
        .find(facts.source, offer.legId, 'dial_ended')
        .find((event) => FAILED_DIALS.has(event.rawReason ?? ''));
      return end ? [ringOf(facts, { ...offer, reason: 'ring_out', occurredUs: end.occurredUs }, legs)] : [];
    });
}
