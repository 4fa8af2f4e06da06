import type { Actor, Tree } from '@hotline/organization';
import type { TicketFacts } from './facts.js';

/**
 * Who may not learn who the worker is (信访工作条例 30: accusation material never reaches the accused).
 * Anonymous: only the unit that took the case, because it has to call back. Employer-blind: everybody whose only unit
 * is a union inside an enterprise.
 */
export function isWithheld(
  ticket: Pick<TicketFacts, 'confidentiality' | 'intake'>,
  actor: Actor,
  tree: Tree,
): boolean {
  if (ticket.confidentiality === 'open') return false;
  if (ticket.confidentiality === 'anonymous') {
    return !actor.memberships.some((membership) => membership.unitId === ticket.intake.id);
  }
  return actor.memberships.every((membership) => tree.find(membership.unitId)?.level === 'enterprise');
}
