import { custody, type TicketFacts, type TicketState } from './facts.js';

/**
 * The state as its custody chain and open clocks tell it. The stored column is a copy for lists; when the two differ,
 * a step has forgotten a stamp or a clock.
 */
export function deriveState(
  facts: Pick<TicketFacts, 'hops' | 'openClocks' | 'queueReason' | 'archivedAt' | 'group'>,
): TicketState {
  // A petition runs beside the ticket and beyond its end, so its clocks tell nothing of the ticket.
  const own = facts.openClocks.filter((clock) => clock.kind !== 'petition');
  const open = new Set(own.map((clock) => clock.kind));
  if (open.size === 0) return facts.archivedAt ? 'archived' : 'closed';
  if (facts.group?.following) return 'grouped';
  if (open.has('call-back')) return 'call-back';
  if (open.has('review')) return 'reported';
  if (open.has('dispatch')) return facts.queueReason ? 'unclear' : 'queued';
  return custody(facts).signedAt ? 'handling' : 'dispatched';
}
