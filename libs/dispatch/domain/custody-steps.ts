import { type Instant, newId } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import {
  clocksOf,
  custody,
  endParts,
  type Explanation,
  openParts,
  type QueueReason,
  type StartClock,
  type Step,
  type TicketFacts,
} from '@hotline/ticket';

export const RECALL_MS = 60_000;

const ref = (unit: Unit) => ({ id: unit.id, path: unit.path });

export interface SendInput {
  readonly facts: TicketFacts;
  readonly target: Unit;
  readonly tree: Tree;
  readonly explanation: Explanation;
  readonly sentBy: string | null;
  readonly now: Instant;
  readonly start: StartClock;
}

/**
 * One custody further along the route to the target unit. The clock of the receiving unit starts when the hop is
 * sent, not when it is signed. On arrival the unit has to sign; on the way it only has to pass the ticket on.
 */
export function sendOn({ facts, target, tree, explanation, sentBy, now, start }: SendInput): Step {
  const holding = custody(facts);
  const [, next] = tree.route(holding.toUnitId, target.id);
  const recallUntil = recallLimit(facts, sentBy, now);
  if (!next) return arriveHere({ facts, target, explanation, start, recallUntil });
  const hop = { id: newId(), from: ref(tree.get(holding.toUnitId)), to: ref(next), sentBy, explanation };
  const arrived = next.id === target.id;
  const startClocks = arrived
    ? (['sign', 'contact', 'handle'] as const).map((kind) => start(kind, next, hop.id))
    : [start('dispatch', next, hop.id)];
  return {
    event: {
      kind: 'hop-sent',
      unitId: next.id,
      facts: { from: holding.toUnitId, to: next.id, target: target.id, ...ruleFacts(explanation) },
    },
    state: arrived ? 'dispatched' : 'queued',
    turn: { unit: ref(next), expected: arrived ? 'sign' : 'dispatch' },
    hop,
    stamps: [{ hopId: holding.id, stamp: 'passed' }],
    stopClocks: clocksOf(facts, 'dispatch', 'sign', 'contact', 'handle', 'ruling', 'call-back'),
    startClocks,
    targetUnitId: target.id,
    recallUntil,
    notices: arrived ? [{ unit: ref(next), kind: 'hop-arrived' }] : [],
  };
}

function recallLimit(facts: TicketFacts, sentBy: string | null, now: Instant): Instant | null {
  if (sentBy) return new Date(now.getTime() + RECALL_MS);
  const fromOpening = facts.redoCount === 0 && !facts.recallUntil ? facts.openedAt.getTime() + RECALL_MS : 0;
  const until = Math.max(fromOpening, facts.recallUntil?.getTime() ?? 0);
  return until > now.getTime() ? new Date(until) : null;
}

const ruleFacts = (explanation: Explanation) => ({
  catalogueVersion: explanation.catalogueVersion,
  rule: explanation.rule,
});

/** The unit that took the case is the one that handles it: no hop, it signs for itself. */
function arriveHere(
  input: Pick<SendInput, 'facts' | 'target' | 'explanation' | 'start'> & { recallUntil: Instant | null },
): Step {
  const { facts, target, explanation, start, recallUntil } = input;
  const hopId = custody(facts).id;
  return {
    event: {
      kind: 'hop-sent',
      unitId: target.id,
      facts: { to: target.id, target: target.id, ...ruleFacts(explanation) },
    },
    state: 'dispatched',
    turn: { unit: ref(target), expected: 'sign' },
    stopClocks: clocksOf(facts, 'dispatch', 'ruling'),
    startClocks: (['sign', 'contact', 'handle'] as const).map((kind) => start(kind, target, hopId)),
    targetUnitId: target.id,
    recallUntil,
    notices: [{ unit: ref(target), kind: 'hop-arrived' }],
  };
}

/** The ticket waits for a dispatcher of the unit that holds it; its dispatch clock keeps running. */
export function leaveToDispatcher(
  facts: TicketFacts,
  tree: Tree,
  reason: QueueReason,
  explanation: Explanation,
): Step {
  const unit = tree.get(custody(facts).toUnitId);
  return {
    event: { kind: 'ticket-unclear', unitId: unit.id, facts: { reason, ...ruleFacts(explanation) } },
    state: 'unclear',
    turn: { unit: ref(unit), expected: 'dispatch' },
    queueReason: reason,
    targetUnitId: null,
  };
}

/** Takes a dispatch back to the unit it was sent from, with the parts that went with it and nobody has signed. */
export function recallHop(facts: TicketFacts, tree: Tree, accountId: string, start: StartClock): Step {
  const parts = openParts(facts).filter((part) => !part.signedAt && part.askedBy === accountId);
  const ended = endParts(facts, parts, 'withdrawn', '派单撤回');
  const step = recallLead(facts, tree, accountId, start);
  return {
    ...step,
    partChanges: ended.partChanges,
    stamps: [...(step.stamps ?? []), ...ended.stamps],
    stopClocks: [...(step.stopClocks ?? []), ...ended.stopClocks],
    notices: ended.notices,
  };
}

function recallLead(facts: TicketFacts, tree: Tree, accountId: string, start: StartClock): Step {
  const holding = custody(facts);
  const sent = facts.hops.filter((hop) => hop.sentBy === accountId).at(-1) ?? facts.hops[0];
  const unit = tree.get(sent?.fromUnitId ?? sent?.toUnitId ?? facts.intake.id);
  const event = { kind: 'dispatch-recalled', unitId: unit.id, facts: { from: holding.toUnitId } } as const;
  const turn = { unit: ref(unit), expected: 'dispatch' } as const;
  if (unit.id === holding.toUnitId) {
    const running = clocksOf(facts, 'dispatch').length > 0;
    return {
      event,
      state: 'unclear',
      turn,
      queueReason: 'recalled',
      targetUnitId: null,
      stopClocks: clocksOf(facts, 'sign', 'contact', 'handle'),
      startClocks: running ? [] : [start('dispatch', unit, holding.id)],
    };
  }
  const hop = {
    id: newId(),
    from: ref(tree.get(holding.toUnitId)),
    to: ref(unit),
    sentBy: accountId,
    explanation: { text: '派单撤回', catalogueVersion: null, rule: null },
  };
  return {
    event,
    state: 'unclear',
    turn,
    hop,
    stamps: [{ hopId: holding.id, stamp: 'recalled' }],
    stopClocks: clocksOf(facts, 'dispatch', 'sign', 'contact', 'handle'),
    startClocks: [start('dispatch', unit, hop.id)],
    queueReason: 'recalled',
    targetUnitId: null,
  };
}
