import { allow, type Decision, deny, type Instant, newId } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import {
  clocksOfPart,
  custody,
  custodyAsItIs,
  endParts,
  fitReceiver,
  openParts,
  partClock,
  type PartChange,
  type PartReport,
  type StartClock,
  type Step,
  type SupportFacts,
  type TicketEventKind,
  type TicketFacts,
} from '@hotline/ticket';

const lead = (facts: TicketFacts) => ({ id: custody(facts).toUnitId, path: custody(facts).toPath });

function beside(
  facts: TicketFacts,
  part: SupportFacts,
  kind: TicketEventKind,
  unitId: string,
  rest: Readonly<Record<string, string | null>> = {},
): Pick<Step, 'event' | 'state' | 'turn' | 'queueReason' | 'recallUntil'> {
  return { event: { kind, unitId, facts: { supportId: part.id, ...rest } }, ...custodyAsItIs(facts) };
}

/** The supporting unit confirms receipt; its clock has run since it was asked. */
export function signPart(facts: TicketFacts, part: SupportFacts): Step {
  return {
    ...beside(facts, part, 'support-signed', part.unitId),
    stamps: [{ hopId: part.hopId, stamp: 'signed' }],
    partChanges: [{ id: part.id, change: 'signed' }],
  };
}

export interface PassingPart {
  readonly facts: TicketFacts;
  readonly part: SupportFacts;
  readonly target: Unit;
  readonly tree: Tree;
  readonly parentHopId: string;
  readonly sentBy: string;
  readonly now: Instant;
  readonly start: StartClock;
}

/** Hands the part to a unit of one's own subtree, once; the deadline stays the one that was set. */
export function passPart(passing: PassingPart): Decision<Step> {
  const { facts, part, target, tree, parentHopId, sentBy, now, start } = passing;
  if (target.id === part.unitId || !target.path.startsWith(part.path)) {
    return deny('not-below-you', { field: 'unitId' });
  }
  if (target.id === custody(facts).toUnitId)
    return deny('invalid-input', { field: 'unitId', facts: { problem: 'leads' } });
  if (openParts(facts).some((one) => one.unitId === target.id)) return deny('duplicate', { field: 'unitId' });
  const { code } = fitReceiver(facts, target, tree);
  if (code) return deny(code, { field: 'unitId' });
  const hopId = newId();
  const to = { id: target.id, path: target.path };
  const running = clocksOfPart(facts, part.id);
  const clock = partClock(
    start('support', target, hopId, part.id),
    running[0]?.dueAt ?? null,
    facts.dueAt,
    now,
  );
  const explanation = { text: `协办转下级 → ${target.name}`, catalogueVersion: null, rule: null };
  return allow({
    ...beside(facts, part, 'support-passed', part.unitId, { to: target.id }),
    stamps: [{ hopId: part.hopId, stamp: 'passed' }],
    supportHops: [
      { id: hopId, from: { id: part.unitId, path: part.path }, to, sentBy, explanation, parentHopId },
    ],
    partChanges: [{ id: part.id, change: 'passed', hopId, unitId: target.id }],
    stopClocks: running.map(({ id }) => id),
    startClocks: [clock],
    notices: [{ unit: to, kind: 'support-asked' }],
  });
}

/** An attempt to speak with the worker for the part; the first one is stamped on the supporting hop. */
export function contactForPart(
  facts: TicketFacts,
  part: SupportFacts,
  reached: boolean,
  isFirst: boolean,
): Step {
  return {
    ...beside(facts, part, 'support-contacted', part.unitId, { reached: String(reached) }),
    stamps: isFirst ? [{ hopId: part.hopId, stamp: 'firstContact' }] : [],
  };
}

/** 协办反馈: the part is done; the lead is told. */
export function reportPart(facts: TicketFacts, part: SupportFacts, report: PartReport): Step {
  return {
    ...beside(facts, part, 'support-reported', part.unitId, { outcome: report.outcome }),
    stamps: [{ hopId: part.hopId, stamp: 'reported' }],
    partChanges: [{ id: part.id, change: 'reported', report }],
    stopClocks: clocksOfPart(facts, part.id).map(({ id }) => id),
    notices: [{ unit: lead(facts), kind: 'support-reported' }],
  };
}

/** A wish to be spared; the clock runs on until the lead has taken the part back or insisted. */
export function declinePart(facts: TicketFacts, part: SupportFacts, reason: string): Step {
  const change: PartChange = { id: part.id, change: 'declined', reason };
  return {
    ...beside(facts, part, 'support-declined', part.unitId),
    partChanges: [change],
    notices: [{ unit: lead(facts), kind: 'support-declined' }],
  };
}

/** The lead's answer to a unit that declined: it is asked all the same, and cannot decline again. */
export function insistOnPart(facts: TicketFacts, part: SupportFacts, byUnitId: string, reason: string): Step {
  return {
    ...beside(facts, part, 'support-insisted', byUnitId, { unitId: part.unitId }),
    partChanges: [{ id: part.id, change: 'insisted', reason }],
    notices: [{ unit: { id: part.unitId, path: part.path }, kind: 'support-insisted' }],
  };
}

export function withdrawPart(facts: TicketFacts, part: SupportFacts, byUnitId: string, reason: string): Step {
  return {
    ...beside(facts, part, 'support-withdrawn', byUnitId, { unitId: part.unitId }),
    ...endParts(facts, [part], 'withdrawn', reason),
  };
}
