import { type CallEvent } from '../call-event/call-event.js';
import { type Surroundings } from './outcome.js';
import { type Moment } from './rows.js';
import { type VisitFacts } from './visit-facts.js';

/**
 * When a talk was last seen of which the end was not: the switchboard has the leg no more, or was started anew meanwhile.
 * No end is guessed from it: the row says that it is not known, and the talk has no length. A log read later overrules.
 * @returns null while it may still go on
 */
export function lostEnd(
  facts: VisitFacts,
  { legs, gaps }: Surroundings,
  agentLegs: readonly string[],
): Moment | null {
  const caller = legs.all(facts.source, facts.callerLegId);
  const agents = agentLegs.flatMap((leg) => legs.all(facts.source, leg));
  const all = [...caller, ...agents, ...facts.live, ...facts.log];
  const last = all.filter(wasSeen).reduce((most, event) => Math.max(most, event.occurredUs), 0);
  const gone = caller.some((event) => event.reason === 'lost_by_system');
  const died = gaps.some((gap) => gap.source === facts.source && gap.restarted && gap.toUs >= last);
  return (gone || died) && last > 0 ? { us: last, known: 'second' } : null;
}

const wasSeen = (event: CallEvent): boolean =>
  event.reason !== 'lost_by_system' && event.precision !== 'order';
