import { type Actor, homeUnit } from '@hotline/organization';
import type { TicketFacts, UnitRef } from '@hotline/ticket';

/** Units that may be mentioned: those that have had the ticket, and their superiors; others could not open it. */
export function withTicket(facts: Pick<TicketFacts, 'hops'>, unit: UnitRef): boolean {
  return facts.hops.some((hop) => hop.toPath.startsWith(unit.path));
}

/** In whose name a person writes: the unit of theirs in the chain that had the ticket last, else the nearest superior. */
export function writingUnit(facts: Pick<TicketFacts, 'hops'>, actor: Actor): string | null {
  const own = actor.memberships.filter((one) => homeUnit({ ...actor, memberships: [one] }, 'ticket.read'));
  const inChain = facts.hops.findLast((hop) => own.some((one) => one.unitId === hop.toUnitId));
  if (inChain) return inChain.toUnitId;
  const above = own.filter((one) => facts.hops.some((hop) => hop.toPath.startsWith(one.path)));
  const nearest = above.sort((a, b) => b.path.length - a.path.length)[0];
  return (nearest ?? own[0])?.unitId ?? null;
}
