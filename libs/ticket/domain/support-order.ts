import { allow, type Decision, deny, type Instant } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import { custody, type TicketFacts } from './facts.js';
import { fitReceiver } from './fit-receiver.js';
import { openParts, type PartWish } from './support.js';
import { wishProblem } from './support-deadline.js';

export interface SupportOrder {
  readonly unit: Unit;
  readonly asked: string;
  readonly dueAt: Instant | null;
}

/** More open parts than this is no division of work any more. */
export const MOST_OPEN_PARTS = 10;

/** May this unit be asked for a part of this ticket, by then? */
export function checkOrder(
  facts: TicketFacts,
  order: SupportOrder,
  tree: Tree,
  now: Instant,
  leadUnitId: string = custody(facts).toUnitId,
): Decision<PartWish> {
  const { unit, asked, dueAt } = order;
  if (unit.id === leadUnitId) return deny('invalid-input', { field: 'unitId', facts: { problem: 'leads' } });
  const open = openParts(facts);
  if (open.some((part) => part.unitId === unit.id)) return deny('duplicate', { field: 'unitId' });
  if (open.length >= MOST_OPEN_PARTS)
    return deny('invalid-input', { field: 'unitId', facts: { most: MOST_OPEN_PARTS } });
  const { code } = fitReceiver(facts, unit, tree);
  if (code) return deny(code, { field: 'unitId' });
  const problem = wishProblem(dueAt, facts.dueAt, now);
  if (problem) return { ok: false, refusal: problem };
  const explanation = { text: `请求协办 → ${unit.name}`, catalogueVersion: null, rule: null };
  return allow({ unit, asked, dueAt, source: 'person', explanation });
}
