import { allow, type Decision, deny } from '@hotline/kernel';
import type { Tree } from '@hotline/organization';
import {
  custody,
  type ExpectedStep,
  hasEnded,
  type OpenClock,
  type QueueReason,
  refOf,
  STAGE_CLOCKS,
  type StartClock,
  type Step,
  type TicketFacts,
  type TicketState,
} from '@hotline/ticket';

export const GROUP_KINDS = ['repeat', 'mass'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** What a ticket was when it was linked: enough to put everything back. */
export interface Before {
  readonly state: TicketState;
  readonly turnUnitId: string;
  readonly expected: ExpectedStep;
  readonly queueReason: QueueReason | null;
  /** Clocks that rest while it follows. */
  readonly clockIds: readonly string[];
}

const RESTING = STAGE_CLOCKS.filter((kind) => kind !== 'promise');

/** Clocks of the custody itself, the promise excepted: the worker was promised an answer whoever does the work. */
const restingClocks = (facts: TicketFacts): string[] =>
  facts.openClocks
    .filter((clock) => (RESTING as readonly string[]).includes(clock.kind))
    .map((clock) => clock.id);

export function beforeLink(facts: TicketFacts): Before {
  if (!facts.turn) throw new Error('an open ticket always has a turn');
  return {
    state: facts.state,
    turnUnitId: facts.turn.unit.id,
    expected: facts.turn.expected,
    queueReason: facts.queueReason,
    clockIds: restingClocks(facts),
  };
}

/** May this ticket lead others? It must still be handled, and follow nobody itself. */
export function checkMaster(member: TicketFacts, master: TicketFacts): Decision<true> {
  const refused = (problem: string) => deny('wrong-master', { field: 'masterTicketId', facts: { problem } });
  if (member.id === master.id) return refused('itself');
  if (hasEnded(master.state) || master.state === 'call-back') return refused('already-ended');
  return master.group?.following ? refused('follows-another') : allow(true);
}

/** 并单: the ticket stays where it is and waits for its master case; only the promise to its caller runs on. */
export function linkTicket(
  facts: TicketFacts,
  link: { readonly groupId: string; readonly master: TicketFacts },
): Step {
  const holding = custody(facts);
  const unit = { id: holding.toUnitId, path: holding.toPath };
  return {
    event: {
      kind: 'group-linked',
      unitId: unit.id,
      facts: { groupId: link.groupId, master: link.master.no, masterId: link.master.id },
    },
    state: 'grouped',
    turn: { unit, expected: 'follow-master' },
    stopClocks: restingClocks(facts),
    notices: [{ unit, kind: 'group-linked' }],
  };
}

/** 拆单: state, turn and deadlines are what they were before the link. */
export function unlinkTicket(
  facts: TicketFacts,
  tree: Tree,
  before: Before,
  resting: readonly OpenClock[],
): Step {
  const unit = refOf(tree.get(before.turnUnitId));
  return {
    event: { kind: 'group-unlinked', unitId: unit.id, facts: { groupId: facts.group?.id ?? null } },
    state: before.state,
    turn: { unit, expected: before.expected },
    queueReason: before.queueReason,
    resumeClocks: resting,
    notices: [{ unit, kind: 'group-unlinked' }],
  };
}

/** The master's report was accepted all the way up: this caller is informed and asked like every other. */
export function followMaster(
  facts: TicketFacts,
  tree: Tree,
  master: { readonly id: string; readonly no: string },
  start: StartClock,
): Step {
  const unit = tree.get(facts.intake.id);
  return {
    event: { kind: 'group-followed', unitId: unit.id, facts: { master: master.no, masterId: master.id } },
    state: 'call-back',
    turn: { unit: refOf(unit), expected: 'call-back' },
    startClocks: [start('call-back', unit, null)],
    notices: [{ unit: refOf(unit), kind: 'call-back-due' }],
  };
}
