import { allow, type Decision, deny } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import {
  custody,
  gaveBack,
  moveCustody,
  type StartClock,
  type Step,
  type TicketFacts,
} from '@hotline/ticket';

export interface PassingDown {
  readonly facts: TicketFacts;
  readonly tree: Tree;
  readonly target: Unit;
  readonly note: string | null;
  readonly sentBy: string;
  readonly start: StartClock;
}

/** Gives the ticket to a union below, one level at a time; a target further down is reached by the ordinary route. */
export function passDown({ facts, tree, target, note, sentBy, start }: PassingDown): Decision<Step> {
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
  return allow({
    event: {
      kind: 'passed-down',
      unitId: holding.toUnitId,
      facts: { from: holding.toUnitId, to: next.id, target: target.id },
    },
    ...moveCustody({ facts, tree, to: next, arrives, explanation, sentBy, leaves: 'passed', start }),
    targetUnitId: target.id,
  });
}
