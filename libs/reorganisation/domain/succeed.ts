import { newId } from '@hotline/kernel';
import { type Tree, type Unit } from '@hotline/organization';
import { custody, refOf, type Step, type TicketFacts } from '@hotline/ticket';
import { partOfPlace } from './parts.js';
import type { ChangeKind } from './plan.js';
import type { Handover } from './tree-edit.js';

/** Which unit goes on with a ticket; null when it stays. */
export function receiverOf({ parts, toId }: Handover, facts: Pick<TicketFacts, 'places'>): string | null {
  return partOfPlace(parts, facts.places.workplace.code)?.unitId ?? toId;
}

const WORDS: Readonly<Record<ChangeKind, string>> = {
  rename: '机构更名',
  move: '机构划转',
  merge: '机构合并',
  split: '机构拆分',
  close: '机构撤销',
};

export interface Succession {
  readonly changeId: string;
  readonly kind: ChangeKind;
  readonly from: Unit;
  readonly to: Unit;
  /** The unit has custody, or the turn, as stored: facts already read the heir. */
  readonly holds: boolean;
  readonly turn: boolean;
  readonly by: string | null;
}

/**
 * Another unit goes on where one ended: same state, same turn, the same running clocks. The custody chain shows it as a
 * hop; what was signed stays signed. Facts read a unit that ended as its heir, so reports go up the same way; a part of a
 * split unit is no heir of the others, and its hop comes from whoever had sent the ticket.
 */
export function succeed(
  facts: TicketFacts,
  tree: Tree,
  { changeId, kind, from, to, holds, turn, by }: Succession,
): Step {
  const holding = custody(facts);
  const sender = holding.fromUnitId === null ? null : refOf(tree.get(holding.fromUnitId));
  const hopFrom = kind === 'split' ? sender : refOf(from);
  const explanation = {
    text: `${WORDS[kind]}：${from.name} → ${to.name}，期限不变`,
    catalogueVersion: null,
    rule: null,
  };
  return {
    event: {
      kind: 'unit-reorganised',
      unitId: to.id,
      facts: { changeId, change: kind, from: from.id, to: to.id },
    },
    state: facts.state,
    turn: turn && facts.turn ? { unit: refOf(to), expected: facts.turn.expected } : facts.turn,
    queueReason: facts.queueReason,
    ...(holds && {
      hop: { id: newId(), from: hopFrom, to: refOf(to), sentBy: by, explanation },
      stamps: [{ hopId: holding.id, stamp: 'passed' as const }],
    }),
    notices: [{ unit: refOf(to), kind: 'hop-arrived' }],
  };
}
