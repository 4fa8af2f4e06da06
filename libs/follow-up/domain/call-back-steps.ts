import type { Tree, Unit } from '@hotline/organization';
import {
  CALL_BACK_ATTEMPTS,
  custody,
  fitReceiver,
  moveCustody,
  refOf,
  reviewChain,
  stageClocks,
  type StartClock,
  type Step,
  type TicketFacts,
} from '@hotline/ticket';
import type { CallBackAnswer } from './answer.js';

// After so many rounds another one would only pass the worker around; the rating stands and is counted.
export const REDO_ROUNDS = 3;

/** 回访: what the worker said, or that nobody answered. Closing it is a step of its own. */
export function recordCallBack(facts: TicketFacts, answer: CallBackAnswer & { readonly id: string }): Step {
  const attempt = facts.callBacks.attempts + 1;
  const done = answer.reached || attempt >= CALL_BACK_ATTEMPTS;
  return {
    event: {
      kind: 'call-back-recorded',
      unitId: facts.intake.id,
      facts: {
        callBackId: answer.id,
        attempt,
        reached: answer.reached,
        notReachedReason: answer.notReachedReason,
        solved: answer.solved,
        handlingRating: answer.handlingRating,
        callRating: answer.callRating,
      },
    },
    state: 'call-back',
    turn: { unit: facts.intake, expected: done ? 'close' : 'call-back' },
  };
}

export function asksForRedo(facts: Pick<TicketFacts, 'redoCount'>, answer: CallBackAnswer): boolean {
  return answer.handlingRating === 'dissatisfied' && facts.redoCount < REDO_ROUNDS;
}

/**
 * 重办, one level up: the superior that passed the ticket down has to handle it now. Directly below the intake unit
 * there is no such level, so the same unit handles it once more, unless it may no longer have it (回避, or the worker has
 * taken back the word for the employer's own union).
 */
export function redoTarget(facts: TicketFacts, tree: Tree): Unit {
  const [superior] = reviewChain(facts);
  const oneUp = superior === undefined || superior === facts.intake.id ? custody(facts).toUnitId : superior;
  return fitReceiver(facts, tree.get(oneUp), tree).unit;
}

export function orderRedo(facts: TicketFacts, tree: Tree, sentBy: string, start: StartClock): Step {
  const holding = custody(facts);
  const target = redoTarget(facts, tree);
  const event = {
    kind: 'redo-ordered',
    unitId: facts.intake.id,
    facts: { from: holding.toUnitId, to: target.id },
  } as const;
  const notices = [{ unit: refOf(target), kind: 'redo' }] as const;
  if (target.id === facts.intake.id && target.id === holding.toUnitId)
    return { event, ...againAtIntake(facts, target, start), redo: true, notices };
  const explanation = {
    text: `职工不满意，重办 → ${target.name}`,
    catalogueVersion: null,
    rule: null,
  };
  const move = moveCustody({
    facts,
    tree,
    to: target,
    from: tree.get(facts.intake.id),
    arrives: true,
    explanation,
    sentBy,
    leaves: 'passed',
    start,
  });
  return { event, ...move, targetUnitId: target.id, redo: true, notices };
}

/** The unit that took the case handles it without a new hop; one that never signed (it declined, or followed a master) signs first. */
function againAtIntake(
  facts: TicketFacts,
  unit: Unit,
  start: StartClock,
): Pick<Step, 'state' | 'turn' | 'stopClocks' | 'startClocks' | 'targetUnitId'> {
  const { id: hopId, signedAt } = custody(facts);
  const kinds = signedAt ? (['handle'] as const) : (['sign', 'contact', 'handle'] as const);
  return {
    state: signedAt ? 'handling' : 'dispatched',
    turn: { unit: refOf(unit), expected: signedAt ? 'report' : 'sign' },
    stopClocks: stageClocks(facts),
    startClocks: kinds.map((kind) => start(kind, unit, hopId)),
    targetUnitId: unit.id,
  };
}

/** 办结. Whether the worker was reached stays in the record: a close after three silent attempts rates nothing. */
export function closeTicket(facts: TicketFacts): Step {
  return {
    event: {
      kind: 'ticket-closed',
      unitId: facts.intake.id,
      facts: { reached: facts.callBacks.reached, attempts: facts.callBacks.attempts, redo: facts.redoCount },
    },
    state: 'closed',
    turn: null,
    // A petition has stages and time of its own, with other bodies (信访工作条例 35, 36): it goes on.
    stopClocks: facts.openClocks.filter((clock) => clock.kind !== 'petition').map((clock) => clock.id),
  };
}
