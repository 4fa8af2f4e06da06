import { refuse } from '@hotline/kernel';
import type { Actor, Tree, Unit } from '@hotline/organization';
import { hasPermission } from '@hotline/organization';
import { custody, type TicketFacts, withoutRecused } from '@hotline/ticket';

/** In whose name this person speaks for the lead: the accountable unit where they act for it, else the nearest above. */
export function askingUnit(facts: TicketFacts, actor: Actor, tree: Tree): Unit {
  const { toPath } = custody(facts);
  const [nearest] = withoutRecused(facts, actor)
    .memberships.filter(
      (one) => toPath.startsWith(one.path) && hasPermission({ ...actor, memberships: [one] }, 'support.ask'),
    )
    .sort((a, b) => b.path.length - a.path.length);
  return tree.get(nearest?.unitId ?? refuse('forbidden'));
}
