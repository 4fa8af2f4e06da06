import { allow, type Decision, deny, type Refusal } from '@hotline/kernel';
import { type Actor, actsFor, type Tree, type Unit } from '@hotline/organization';
import {
  clockMoves,
  clocksAbout,
  custody,
  grantedSoFar,
  type MoveClock,
  type OpenClock,
  refOf,
  type RequestFacts,
  type RequestKind,
  reviewChain,
  type StartClock,
  type Step,
  type TicketFacts,
  unbiased,
  withoutRecused,
} from '@hotline/ticket';
import { stays } from './stays.js';

// A calendar year has about 250 working days of 365.
const WORKED_SHARE = 5 / 7;
const HOURS_A_DAY = 8;

/**
 * Who rules a request of the accountable unit: the superior its report would go to. The unit that took the case has none,
 * so its own superior in the tree rules an exclusion, and another person of the unit itself an extension.
 */
export function superiorOf(facts: TicketFacts, tree: Tree, kind: RequestKind): Unit {
  const unit = tree.get(custody(facts).toUnitId);
  const sender = reviewChain(facts)[0];
  if (sender) return tree.get(sender);
  if (kind === 'extension' || !unit.parentId) return unit;
  return unbiased(facts, tree.get(unit.parentId), tree);
}

/** Working days a limit lasts, at least one. */
function workingDaysOf({ limitAmount, limitUnit }: Pick<OpenClock, 'limitAmount' | 'limitUnit'>): number {
  const days: Readonly<Record<string, number>> = {
    'working-days': limitAmount,
    'calendar-days': limitAmount * WORKED_SHARE,
    hours: limitAmount / 24,
    minutes: limitAmount / 60 / 24,
    'working-hours': limitAmount / HOURS_A_DAY,
    'working-minutes': limitAmount / 60 / HOURS_A_DAY,
  };
  return Math.max(1, days[limitUnit] ?? limitAmount);
}

/** Working days that may be asked for at most: a share of the limit promised to the worker, never less than one. */
export function longestExtension(facts: TicketFacts): number {
  const promise = facts.openClocks.find((clock) => clock.kind === 'promise');
  const days = promise ? workingDaysOf(promise) : 1;
  return Math.max(1, Math.floor((days * facts.settings.extensionPercent) / 100));
}

/** Is this an extension the ticket may still be given? */
export function checkExtension(facts: TicketFacts, workingDays: number, cap: number): Refusal | null {
  const granted = facts.requests.filter(
    (one) => one.kind === 'extension' && one.decision === 'granted',
  ).length;
  if (granted >= cap) return { code: 'extension-cap-reached', facts: { cap } };
  const most = longestExtension(facts);
  return workingDays > most ? { code: 'invalid-input', field: 'workingDays', facts: { most } } : null;
}

export interface Plea {
  readonly id: string;
  readonly kind: RequestKind;
  readonly unitId: string;
  readonly reasonCode: string;
  readonly workingDays: number | null;
}

/** A request goes to a superior; every clock of the ticket runs on meanwhile. */
export function askSuperior(facts: TicketFacts, ruler: Unit, plea: Plea, start: StartClock): Step {
  const { id: requestId, kind, unitId, reasonCode, workingDays } = plea;
  const clock = kind === 'extension' ? 'extension-ruling' : 'exclusion-ruling';
  return {
    event: {
      kind: `${kind}-requested`,
      unitId,
      facts: { requestId, reasonCode, ruler: ruler.id, ...(workingDays === null ? {} : { workingDays }) },
    },
    ...stays(facts),
    startClocks: [start(clock, ruler, custody(facts).id, requestId)],
    notices: [{ unit: refOf(ruler), kind: `${kind}-requested` }],
  };
}

export interface Verdict {
  readonly request: RequestFacts;
  readonly decision: 'granted' | 'refused';
}

/** A granted extension moves the promise and the unit's clock, visibly; everything else only ends the request. */
export function ruleRequest(
  facts: TicketFacts,
  tree: Tree,
  { request, decision }: Verdict,
  move: MoveClock,
): Step {
  const { id: requestId, kind, reasonCode, workingDays } = request;
  const asking = tree.get(request.unitId);
  const moves = kind === 'extension' && decision === 'granted';
  const so = grantedSoFar(facts);
  const granted = { ...so, extensions: [...so.extensions, { ...request, ruledAt: null }] };
  return {
    event: {
      kind: `${kind}-${decision}`,
      unitId: request.rulerUnitId,
      facts: { requestId, reasonCode, ...(workingDays === null ? {} : { workingDays }) },
    },
    ...stays(facts),
    stopClocks: clocksAbout(facts, requestId),
    ...(moves && {
      changeClocks: clockMoves(facts, granted, move, { reason: 'extended', subjectId: requestId }),
    }),
    notices: [{ unit: refOf(asking), kind: `${kind}-ruled` }],
  };
}

/** 撤销剔除: the ticket counts again. */
export function revokeExclusion(facts: TicketFacts, request: RequestFacts, unitId: string): Step {
  return {
    event: {
      kind: 'exclusion-revoked',
      unitId,
      facts: { requestId: request.id, reasonCode: request.reasonCode },
    },
    ...stays(facts),
  };
}

/** The unit in whose name a person of the accountable unit, or of one above it, acts. */
export function actingUnit(facts: TicketFacts, whoever: Actor): Decision<string> {
  const actor = withoutRecused(facts, whoever);
  const { toUnitId, toPath } = custody(facts);
  if (actsFor(actor, 'ticket.rule', toUnitId)) return allow(toUnitId);
  const above = actor.memberships
    .filter(({ path, unitId }) => toPath.startsWith(path) && actsFor(actor, 'ticket.rule', unitId))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return above ? allow(above.unitId) : deny('not-your-turn');
}
