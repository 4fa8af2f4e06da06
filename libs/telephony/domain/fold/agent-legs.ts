import { type LegBook } from './leg-book.js';
import { type VisitFacts } from './visit-facts.js';

/**
 * The agent's leg, and last the telephone behind it: where a member is a Local channel, Asterisk takes that channel out
 * of the talk a moment after the connect, and what is held or hangs up then is the telephone's own leg. With `/n` both
 * halves stay, and the telephone is what the second one dialled.
 */
export function agentLegsOf(
  { live, source }: VisitFacts,
  legs: LegBook,
  agentLegId: string | null,
): string[] {
  const found = new Set(agentLegId === null ? [] : [agentLegId]);
  for (const leg of found) {
    const isLocal = legs
      .all(source, leg)
      .some((event) => event.legId === leg && event.peer?.startsWith('Local/'));
    if (!isLocal) continue;
    for (const { legId, otherLegIds } of legs.find(source, leg, 'bridge_entered'))
      if (legId !== null && otherLegIds.includes(leg)) found.add(legId);
    const halves = legs.find(source, leg, 'local_joined').flatMap(({ legId }) => legId ?? []);
    for (const telephone of halves.flatMap((half) => legs.dialledBy(source, half))) found.add(telephone);
  }
  for (const { type, legId } of live) if (type === 'talk_ended' && legId !== null) found.add(legId);
  return [...found];
}
