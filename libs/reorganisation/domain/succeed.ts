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
  /** Kinds of records beside the custody that follow. */
  readonly records: readonly string[];
  /** Open parts asked of the unit. */
  readonly parts: readonly { readonly id: string; readonly hopId: string }[];
}

/** Custody, turn, and the parts asked of the ended unit that go on under hops of their own. */
export interface SuccessionStep {
  readonly step: Step;
  /** Old hop of each part and its new one, in the order given. */
  readonly partHops: readonly { readonly partId: string; readonly newHopId: string }[];
}

/** What the record says: which unit goes on, and with what beside the custody. */
function reorganised({ changeId, kind, from, to, records, parts }: Succession): Step['event'] {
  const followed = [...records, ...(parts.length > 0 ? ['support'] : [])];
  const facts = { changeId, change: kind, from: from.id, to: to.id };
  return {
    kind: 'unit-reorganised',
    unitId: to.id,
    facts: { ...facts, ...(followed.length > 0 && { records: followed }) },
  };
}

/**
 * Another unit goes on where one ended: same state, same turn, the same running clocks. The custody chain shows it as a
 * hop; what was signed stays signed. Facts read a unit that ended as its heir, so reports go up the same way; a part of a
 * split unit is no heir of the others, and its hop comes from whoever had sent the ticket. Records beside the custody
 * (`records`, `parts`) follow without a hop of the custody.
 */
export function succeed(facts: TicketFacts, tree: Tree, succession: Succession): SuccessionStep {
  const { kind, from, to, holds, turn, by, parts } = succession;
  const holding = custody(facts);
  const sender = holding.fromUnitId === null ? null : refOf(tree.get(holding.fromUnitId));
  const hopFrom = kind === 'split' ? sender : refOf(from);
  const text = `${WORDS[kind]}：${from.name} → ${to.name}，期限不变`;
  const explanation = { text, catalogueVersion: null, rule: null };
  const hop = holds ? { id: newId(), from: hopFrom, to: refOf(to), sentBy: by, explanation } : undefined;
  const partHops = parts.map(({ id, hopId }) => ({ partId: id, newHopId: newId(), oldHopId: hopId }));
  const step: Step = {
    event: reorganised(succession),
    state: facts.state,
    turn: turn && facts.turn ? { unit: refOf(to), expected: facts.turn.expected } : facts.turn,
    queueReason: facts.queueReason,
    ...(hop && { hop }),
    supportHops: partHops.map(({ newHopId }) => ({
      id: newHopId,
      from: refOf(from),
      to: refOf(to),
      sentBy: by,
      explanation,
      parentHopId: hop?.id ?? holding.id,
    })),
    stamps: [
      ...(hop ? [{ hopId: holding.id, stamp: 'passed' as const }] : []),
      ...partHops.map(({ oldHopId }) => ({ hopId: oldHopId, stamp: 'passed' as const })),
    ],
    notices: [{ unit: refOf(to), kind: holds || turn ? 'hop-arrived' : 'work-followed' }],
  };
  return { step, partHops };
}
