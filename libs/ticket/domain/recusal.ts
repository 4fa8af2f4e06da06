import type { Actor, Tree, Unit } from '@hotline/organization';
import type { TicketFacts } from './facts.js';

/** Somebody withdrawn from the case (回避): a person, or a whole unit. */
export interface RecusalFacts {
  readonly accountId: string | null;
  readonly unitId: string | null;
}

type WithRecusals = Pick<TicketFacts, 'recusals'>;

export const unitRecused = ({ recusals }: WithRecusals, unitId: string): boolean =>
  recusals.some((one) => one.unitId === unitId);

/** The unit, or the nearest above it that has not withdrawn: nobody with an interest rules. The unit itself where all have. */
export function unbiased(facts: WithRecusals, unit: Unit, tree: Tree): Unit {
  const above = [...tree.ancestors(unit.id), unit].filter((one) => !unitRecused(facts, one.id));
  return above.at(-1) ?? unit;
}

/** The person without the posts that lie in recused units; a recused person is left without any. */
export function withoutRecused({ recusals }: WithRecusals, actor: Actor): Actor {
  if (recusals.length === 0) return actor;
  if (recusals.some((one) => one.accountId === actor.accountId)) return { ...actor, memberships: [] };
  const memberships = actor.memberships.filter(
    ({ unitId }) => !recusals.some((one) => one.unitId === unitId),
  );
  return { ...actor, memberships };
}

/** Nothing of the case is left for this person to do. */
export const isRecused = (facts: WithRecusals, actor: Actor): boolean =>
  actor.memberships.length > 0 && withoutRecused(facts, actor).memberships.length === 0;
