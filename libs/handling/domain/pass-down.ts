import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import {
  askParts,
  custody,
  gaveBack,
  homePart,
  moveCustody,
  notYetAsked,
  type StartClock,
  type Step,
  type TicketFacts,
  withParts,
} from '@hotline/ticket';

export interface PassingDown {
  readonly facts: TicketFacts;
  readonly tree: Tree;
  readonly target: Unit;
  readonly note: string | null;
  readonly sentBy: string;
  readonly now: Instant;
  readonly start: StartClock;
}

/** Gives the ticket to a union below, one level at a time; a target further down is reached by the ordinary route. */
export function passDown({ facts, tree, target, note, sentBy, now, start }: PassingDown): Decision<Step> {
  const holding = custody(facts);
  const [, next] = tree.route(holding.toUnitId, target.id);
  if (!next || !target.path.startsWith(holding.toPath)) return deny('not-below-you', { field: 'unitId' });
  if (gaveBack(facts, target.id)) return deny('gave-back', { field: 'unitId' });
  const explanation = {
    text: `转下级办理 → ${target.name}${note ? `（${note}）` : ''}`,
    catalogueVersion: null,
    rule: null,
  };
  const arrives = next.id === target.id;
  const move = moveCustody({ facts, tree, to: next, arrives, explanation, sentBy, leaves: 'passed', start });
  const step: Step = {
    event: {
      kind: 'passed-down',
      unitId: holding.toUnitId,
      facts: { from: holding.toUnitId, to: next.id, target: target.id },
    },
    ...move,
    targetUnitId: target.id,
  };
  if (!arrives || !move.hop) return allow(step);
  // The national node passes a case straight into another province: the worker's own goes along, as on every other way.
  const home = homePart(facts, target, tree);
  const wishes = home ? notYetAsked(facts, target, [home]) : [];
  const from = { id: holding.toUnitId, path: holding.toPath };
  const asking = { facts, wishes, parentHopId: move.hop.id, from, sentBy, now, start };
  return allow(withParts(step, askParts(asking)));
}
