import { allow, type Decision, deny, type Refusal } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import {
  clocksOf,
  custody,
  gaveBack,
  moveCustody,
  refOf,
  reviewChain,
  type StartClock,
  type Step,
  type TicketFacts,
  unbiased,
} from '@hotline/ticket';
import { holderTurn } from './holder-turn.js';

/**
 * Who rules a return: the lowest common superior of the unit and the owner it proposes; without a proposal the unit
 * the ticket came from. A unit cannot propose one below itself: that is passing down.
 */
export function rulerOf(facts: TicketFacts, tree: Tree, proposed: Unit | null): Decision<Unit> {
  const unitId = custody(facts).toUnitId;
  const sender = reviewChain(facts)[0];
  const ruler = proposed ? tree.lowestCommon(unitId, proposed.id) : sender ? tree.get(sender) : undefined;
  if (!ruler || ruler.id === unitId) {
    return deny('not-above-you', { field: 'proposedUnitId', facts: { problem: 'below-you' } });
  }
  return allow(unbiased(facts, ruler, tree));
}

/** A ruling is binding: a refused return is not asked again for the same reason, and nobody who gave it back gets it. */
export function checkReturn(facts: TicketFacts, reasonCode: string, proposed: Unit | null): Refusal | null {
  const unitId = custody(facts).toUnitId;
  const refused = facts.returns.some(
    (one) => one.unitId === unitId && one.decision === 'refused' && one.reasonCode === reasonCode,
  );
  if (refused) return { code: 'already-ruled', field: 'reasonCode' };
  return proposed && gaveBack(facts, proposed.id) ? { code: 'gave-back', field: 'proposedUnitId' } : null;
}

/** 退单申请: a request; the clocks of the unit keep running while it is ruled. */
export function requestReturn(
  facts: TicketFacts,
  ruler: Unit,
  request: { readonly id: string; readonly reasonCode: string; readonly proposedUnitId: string | null },
  start: StartClock,
): Step {
  const holding = custody(facts);
  return {
    event: {
      kind: 'return-requested',
      unitId: holding.toUnitId,
      facts: {
        returnId: request.id,
        reasonCode: request.reasonCode,
        proposed: request.proposedUnitId,
        ruler: ruler.id,
      },
    },
    state: facts.state,
    turn: { unit: refOf(ruler), expected: 'rule-return' },
    startClocks: [start('ruling', ruler, holding.id)],
    notices: [{ unit: refOf(ruler), kind: 'return-requested' }],
  };
}

export interface Ruling {
  readonly facts: TicketFacts;
  readonly returnId: string;
  readonly ruler: Unit;
  readonly tree: Tree;
  readonly ruledBy: string;
  readonly start: StartClock;
}

/** The ticket stays where it is; the same unit may not ask again. */
export function refuseReturn({ facts, returnId, ruler }: Ruling): Step {
  const holding = custody(facts);
  return {
    event: { kind: 'return-ruled', unitId: ruler.id, facts: { returnId, decision: 'refused' } },
    ...holderTurn(facts),
    stopClocks: clocksOf(facts, 'ruling'),
    notices: [{ unit: { id: holding.toUnitId, path: holding.toPath }, kind: 'return-ruled' }],
  };
}

/**
 * Custody goes back to the ruling unit: on by the ordinary route when it names the owner, else to its dispatchers.
 * The owner must lie within the ruler's own subtree, because the ruling binds only there.
 */
export function grantReturn(ruling: Ruling, owner: Unit | null): Decision<Step> {
  const { facts, returnId, ruler, tree, ruledBy, start } = ruling;
  const holding = custody(facts);
  if (owner && (!owner.path.startsWith(ruler.path) || owner.id === holding.toUnitId)) {
    return deny('not-above-you', { field: 'toUnitId' });
  }
  if (owner && gaveBack(facts, owner.id)) return deny('gave-back', { field: 'toUnitId' });
  const explanation = {
    text: owner ? `退单裁定：由${owner.name}办理` : '退单裁定：重新派单',
    catalogueVersion: null,
    rule: null,
  };
  const move = moveCustody({
    facts,
    tree,
    to: ruler,
    arrives: false,
    explanation,
    sentBy: ruledBy,
    leaves: 'returned',
    start,
  });
  return allow({
    event: {
      kind: 'return-ruled',
      unitId: ruler.id,
      facts: { returnId, decision: 'granted', to: owner?.id ?? null },
    },
    ...move,
    state: owner ? 'queued' : 'unclear',
    queueReason: owner ? null : 'returned',
    targetUnitId: owner?.id ?? null,
    notices: [{ unit: { id: holding.toUnitId, path: holding.toPath }, kind: 'return-ruled' }],
  });
}
