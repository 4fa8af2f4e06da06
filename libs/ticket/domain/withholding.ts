import type { Actor, Tree } from '@hotline/organization';
import { isKeptAway } from './employer-union.js';
import type { TicketFacts } from './facts.js';
import { isRecused } from './recusal.js';

export type GuardedTicket = Pick<
  TicketFacts,
  'confidentiality' | 'intake' | 'kind' | 'employer' | 'identityConsent' | 'recusals'
>;

/**
 * Who may not learn who the worker is (信访工作条例 30: accusation material never reaches the accused).
 * Anonymous: only the unit that took the case, because it has to call back. Employer-blind: everybody whose only unit
 * is a union inside an enterprise. See also `isKeptFrom`, which goes further.
 */
export function isWithheld(ticket: GuardedTicket, actor: Actor, tree: Tree): boolean {
  if (isKeptFrom(ticket, actor, tree)) return true;
  if (ticket.confidentiality === 'open') return false;
  if (ticket.confidentiality === 'anonymous') {
    return !actor.memberships.some((membership) => membership.unitId === ticket.intake.id);
  }
  if (ticket.identityConsent?.agreed) return false;
  return actor.memberships.every((membership) => tree.find(membership.unitId)?.level === 'enterprise');
}

/**
 * From whom not only the name is kept but everything that could tell it: the worker's own words, notes of talks with the
 * worker, recordings and files. Somebody of the reported employer's own union, in whatever other post besides; and who
 * is withdrawn from the case.
 */
export function isKeptFrom(ticket: GuardedTicket, actor: Actor, tree: Tree): boolean {
  if (isRecused(ticket, actor)) return true;
  return actor.memberships.some(({ unitId }) => {
    const unit = tree.find(unitId);
    return unit !== undefined && isKeptAway(ticket, unit, tree);
  });
}
