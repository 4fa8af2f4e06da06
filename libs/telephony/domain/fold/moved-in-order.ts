import { type CallEvent } from '../call-event/call-event.js';
import { type LegBook } from './leg-book.js';
import { live, type VisitFacts } from './visit-facts.js';

/** Without times: the transfer told nearest to the end of the talk. */
export function movedInOrder(
  facts: VisitFacts,
  legs: LegBook,
  agentLegId: string | null,
): CallEvent | undefined {
  const place = live(facts, 'talk_ended')?.order ?? 0;
  const own = legs.all(facts.source, agentLegId).filter((event) => event.type === 'transferred');
  const others = legs.all(facts.source, facts.callerLegId).filter((event) => event.type === 'transferred');
  const near = (events: readonly CallEvent[]): CallEvent | undefined =>
    [...events].sort((a, b) => Math.abs(a.order - place) - Math.abs(b.order - place))[0];
  return near(own) ?? near(others);
}
