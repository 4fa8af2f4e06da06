import type { Actor, Permission } from '@hotline/organization';
import { actsFor } from '@hotline/organization';
import { EXPECTED_STEPS, type ExpectedStep, hasEnded, TICKET_STATES, type TicketState } from './facts.js';

export const TICKET_VIEWS = [
  'mine-to-do',
  'to-sign',
  'due-today',
  'redo',
  'open',
  'red',
  'yellow',
  'all',
  'unclear',
  'call-back',
  'to-review',
  'supporting',
  'once-handled',
] as const;
export type TicketViewName = (typeof TICKET_VIEWS)[number];

const STEP_PERMISSION: Readonly<Record<ExpectedStep, Permission>> = {
  dispatch: 'ticket.dispatch',
  sign: 'ticket.sign',
  'contact-worker': 'ticket.handle',
  report: 'ticket.handle',
  'rule-return': 'ticket.rule',
  review: 'ticket.review',
  'call-back': 'ticket.call-back',
  close: 'ticket.call-back',
  'follow-master': 'ticket.group',
};

/** A ticket that follows its master case asks nothing of anybody. */
const TO_DO = EXPECTED_STEPS.filter((step) => step !== 'follow-master');

/** Views of what a person's own units have to do: whose turn it is decides, not where the ticket lies. */
const OWN_STEPS: Partial<Readonly<Record<TicketViewName, readonly ExpectedStep[]>>> = {
  'mine-to-do': TO_DO,
  'due-today': TO_DO,
  redo: TO_DO,
  'to-sign': ['sign'],
  'to-review': ['review'],
  'call-back': ['call-back', 'close'],
};

/** Units that have to act and the steps this person may do for them. */
export interface OwnTurn {
  readonly unitIds: readonly string[];
  readonly steps: readonly ExpectedStep[];
}

/** Null for views that ask where tickets lie; an empty list when the person acts for no unit of the view. */
export function ownTurns(view: TicketViewName, actor: Actor, below: string | null): OwnTurn[] | null {
  const asked = OWN_STEPS[view];
  if (!asked) return null;
  const turns = new Map<string, { unitIds: string[]; steps: ExpectedStep[] }>();
  const units = new Map(actor.memberships.map((one) => [one.unitId, one.path]));
  for (const [unitId, path] of units) {
    if (below && !path.startsWith(below)) continue;
    const steps = asked.filter((step) => actsFor(actor, STEP_PERMISSION[step], unitId));
    const same = turns.get(steps.join());
    if (same) same.unitIds.push(unitId);
    else if (steps.length > 0) turns.set(steps.join(), { unitIds: [unitId], steps });
  }
  return [...turns.values()];
}

/** Units for which this person may work on a part; null for every view but that of parts. */
export function supportingUnits(view: TicketViewName, actor: Actor, below: string | null): string[] | null {
  if (view !== 'supporting') return null;
  const own = actor.memberships.filter(
    ({ unitId, path }) => actsFor(actor, 'ticket.handle', unitId) && (!below || path.startsWith(below)),
  );
  return [...new Set(own.map((one) => one.unitId))];
}

/** What is left of the visible subtrees below one path. */
export function narrowed(prefixes: readonly string[], below: string | null): string[] {
  if (below === null) return [...prefixes];
  if (prefixes.some((prefix) => below.startsWith(prefix))) return [below];
  return prefixes.filter((prefix) => prefix.startsWith(below));
}

export const SORTS = ['due', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * A list is one or two runs of rows, each in the order of an index: open ones by their next deadline, closed ones and
 * "newest" by the time of opening. Views of open work have no closed run.
 */
export const RUNS = ['open', 'closed', 'newest'] as const;
export type Run = (typeof RUNS)[number];

export function showsClosed(view: TicketViewName): boolean {
  return view === 'all' || view === 'once-handled';
}

export function runsOf(view: TicketViewName, sort: Sort, states: readonly TicketState[] = []): Run[] {
  // The deadlines of what others handle now are not this unit's order of work.
  if (sort === 'newest' || view === 'once-handled') return ['newest'];
  const wanted = states.length > 0 ? states : TICKET_STATES;
  const runs: Run[] = [];
  if (wanted.some((state) => !hasEnded(state))) runs.push('open');
  if (showsClosed(view) && wanted.some(hasEnded)) runs.push('closed');
  return runs;
}
