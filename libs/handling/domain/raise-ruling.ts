import type { Instant } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import {
  type NoticeKind,
  type OpenClock,
  refOf,
  type StartClock,
  type Step,
  type TicketFacts,
  unbiased,
  unitRecused,
} from '@hotline/ticket';
import { stays } from './stays.js';

const RAISED = {
  ruling: { event: 'return-raised', notice: 'return-raised' },
  'extension-ruling': { event: 'extension-raised', notice: 'extension-requested' },
  'exclusion-ruling': { event: 'exclusion-raised', notice: 'exclusion-requested' },
} as const satisfies Record<string, { event: Step['event']['kind']; notice: NoticeKind }>;
type RulingClock = keyof typeof RAISED;

/** A request whose time for a ruling is over, and the superior it goes to. */
export interface Raise {
  readonly requestId: string;
  readonly clock: OpenClock & { readonly kind: RulingClock };
  readonly from: Unit;
  readonly to: Unit;
}

const isRuling = (clock: OpenClock): clock is Raise['clock'] => clock.kind in RAISED;

/** Judged again under the ticket's lock: what another sweep has raised already has a new clock. Above the root is nobody. */
export function toRaise(facts: TicketFacts, tree: Tree, now: Instant): Raise | null {
  for (const clock of facts.openClocks) {
    if (!isRuling(clock) || now <= clock.dueAt) continue;
    const from = tree.get(clock.unitId);
    const requestId = clock.subjectId ?? facts.openReturn?.id;
    if (!from.parentId || !requestId) continue;
    const to = unbiased(facts, tree.get(from.parentId), tree);
    if (!unitRecused(facts, to.id)) return { requestId, clock, from, to };
  }
  return null;
}

/** The next superior has to rule within a time of its own; the ticket's clocks run on. */
export function raiseRuling(
  facts: TicketFacts,
  { requestId, clock, from, to }: Raise,
  start: StartClock,
): Step {
  const { event, notice } = RAISED[clock.kind];
  const isReturn = clock.kind === 'ruling';
  return {
    event: { kind: event, unitId: to.id, facts: { requestId, from: from.id, to: to.id } },
    ...stays(facts),
    ...(isReturn && { turn: { unit: refOf(to), expected: 'rule-return' } }),
    stopClocks: [clock.id],
    startClocks: [start(clock.kind, to, clock.hopId, clock.subjectId ?? undefined)],
    notices: [{ unit: refOf(to), kind: notice }],
  };
}
