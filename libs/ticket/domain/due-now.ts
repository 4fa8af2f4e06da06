import type { Instant } from '@hotline/kernel';
import { CLOCK_KINDS, type ClockKind, EXPECTED_STEPS, type ExpectedStep, type TicketFacts } from './facts.js';
import { openPause } from './request-facts.js';
import type { TicketVerb } from './lifecycle/index.js';

const BESIDE = [
  'rule-extension',
  'rule-exclusion',
  'sign-support',
  'report-support',
  'answer-order',
] as const satisfies readonly TicketVerb[];
/** What a ticket waits for: the step of the custody, a record beside it, or a third party while it is paused. */
export const NOW_STEPS = [...EXPECTED_STEPS, ...BESIDE, 'paused'] as const;
export type NowStep = (typeof NOW_STEPS)[number];

/** A running clock, with the record it is about. */
interface Running {
  readonly id: string;
  readonly kind: ClockKind;
  readonly unitId: string;
  readonly subjectId: string | null;
  readonly dueAt: Instant;
}

export interface DueNow {
  readonly step: NowStep;
  readonly unitId: string;
  /** The reader may do it. */
  readonly mine: boolean;
  /** The clock it is due by; null when none runs. */
  readonly clockId: string | null;
  /** Of a pause: when it ends by itself. */
  readonly pausedUntil: Instant | null;
}

/** Signing and the first contact are due together: the contact's clock, too, starts when the hop is sent. */
const STEP: Readonly<Record<ExpectedStep, { verb: TicketVerb | null; clocks: readonly ClockKind[] }>> = {
  dispatch: { verb: 'dispatch', clocks: ['dispatch'] },
  sign: { verb: 'sign', clocks: ['sign', 'contact'] },
  'contact-worker': { verb: 'log-worker-contact', clocks: ['contact'] },
  report: { verb: 'report', clocks: ['handle', 'promise'] },
  'rule-return': { verb: 'rule-return', clocks: ['ruling'] },
  review: { verb: 'review', clocks: ['review'] },
  'call-back': { verb: 'record-call-back', clocks: ['call-back'] },
  close: { verb: 'close', clocks: ['call-back'] },
  'follow-master': { verb: null, clocks: [] },
};
const BESIDE_CLOCK: Readonly<Record<(typeof BESIDE)[number], ClockKind>> = {
  'rule-extension': 'extension-ruling',
  'rule-exclusion': 'exclusion-ruling',
  'sign-support': 'support',
  'report-support': 'support',
  'answer-order': 'order',
};

/** The kind of a clock that belongs to a record beside the step a ticket waits for; null for a clock of that step. */
export function besideTheTurn(expected: ExpectedStep | null, kind: string | null): ClockKind | null {
  const clock = CLOCK_KINDS.find((known) => known === kind);
  return !clock || !expected || clock === 'promise' || STEP[expected].clocks.includes(clock) ? null : clock;
}

const firstDue = (clocks: readonly Running[]): Running | undefined =>
  clocks.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];

/**
 * What this reader has to do, or whom everybody waits for. The custody's own step comes first: a part, a request or an
 * order beside it is named only to somebody who does not hold the ticket. `ownParts` are the parts this reader may sign
 * or report. Null when nothing is owed.
 */
export function dueNow(
  facts: Pick<TicketFacts, 'turn' | 'pauses'>,
  verbs: readonly TicketVerb[],
  running: readonly Running[],
  ownParts: readonly string[] = [],
): DueNow | null {
  const { turn } = facts;
  const pause = openPause(facts);
  const own = turn && STEP[turn.expected];
  const held = own?.verb ? verbs.includes(own.verb) : false;
  if (!held) {
    const others = running.filter((one) => one.kind !== 'support' || ownParts.includes(one.subjectId ?? ''));
    for (const step of BESIDE.filter((verb) => verbs.includes(verb))) {
      const clock = firstDue(others.filter(({ kind }) => kind === BESIDE_CLOCK[step]));
      if (clock) return { step, unitId: clock.unitId, mine: true, clockId: clock.id, pausedUntil: null };
    }
  }
  if (!turn || !own) return null;
  const clock = firstDue(running.filter(({ kind }) => own.clocks.includes(kind)));
  const rests = pause !== undefined && turn.expected === 'report';
  return {
    step: rests ? 'paused' : turn.expected,
    unitId: turn.unit.id,
    mine: held || (rests && verbs.includes('resume')),
    clockId: clock?.id ?? null,
    pausedUntil: rests ? pause.until : null,
  };
}
