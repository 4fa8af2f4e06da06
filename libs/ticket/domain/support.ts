import { type Instant, newId } from '@hotline/kernel';
import type { Unit } from '@hotline/organization';
import type { Explanation, OpenClock, TicketFacts, UnitRef } from './facts.js';
import type { NewClock, NewSupportHop, Step } from './step.js';
import { partClock } from './support-deadline.js';

/** Who wanted the part: a person, the setting of the industry, or the rule that the home province helps. */
export const PART_SOURCES = ['person', 'chain', 'home-province'] as const;
export type PartSource = (typeof PART_SOURCES)[number];

export const PART_ENDINGS = ['reported', 'withdrawn', 'waived', 'closed'] as const;
export type PartEnding = (typeof PART_ENDINGS)[number];

/** One part (协办) asked of a unit beside the accountable one; custody never depends on it. */
export interface SupportFacts {
  readonly id: string;
  /** The supporting hop in whose hands it is. */
  readonly hopId: string;
  readonly unitId: string;
  readonly path: string;
  readonly askedUnitId: string;
  readonly askedBy: string | null;
  readonly askedAt: Instant;
  readonly signedAt: Instant | null;
  readonly passedAt: Instant | null;
  readonly declinedAt: Instant | null;
  readonly insistedAt: Instant | null;
  readonly ending: PartEnding | null;
}

export interface NewPart {
  readonly id: string;
  readonly hopId: string;
  readonly unitId: string;
  readonly asked: string;
  readonly source: PartSource;
  readonly askedUnitId: string;
}

export interface PartReport {
  readonly outcome: string;
  readonly narrative: string;
  readonly attachmentIds: readonly string[];
}

export type PartChange =
  | { readonly id: string; readonly change: 'signed' }
  | { readonly id: string; readonly change: 'passed'; readonly hopId: string; readonly unitId: string }
  | { readonly id: string; readonly change: 'declined' | 'insisted'; readonly reason: string }
  | { readonly id: string; readonly change: 'reported'; readonly report: PartReport }
  | { readonly id: string; readonly change: 'withdrawn' | 'waived'; readonly reason: string };

type WithSupports = Pick<TicketFacts, 'supports'>;

export const isOpenPart = (part: SupportFacts): boolean => part.ending === null;
export const openParts = ({ supports }: WithSupports): SupportFacts[] => supports.filter(isOpenPart);

/** Declined, and the lead has not answered yet: the unit waits. */
export const awaitsLead = (part: SupportFacts): boolean =>
  part.declinedAt !== null && part.insistedAt === null;

/** The facts as they concern one part, so that rules about parts speak of that one alone. */
export const aboutPart = (facts: TicketFacts, partId: string): TicketFacts => ({
  ...facts,
  supports: facts.supports.filter((part) => part.id === partId),
});

/** What is left as it is by everything done beside the custody. */
export const custodyAsItIs = (
  facts: TicketFacts,
): Pick<Step, 'state' | 'turn' | 'queueReason' | 'recallUntil'> => ({
  state: facts.state,
  turn: facts.turn,
  queueReason: facts.queueReason,
  recallUntil: facts.recallUntil,
});

/** A part somebody wants. */
export interface PartWish {
  readonly unit: Unit;
  readonly asked: string;
  /** Another deadline than the limit gives; never beyond the promise. */
  readonly dueAt: Instant | null;
  readonly source: PartSource;
  readonly explanation: Explanation;
}

export interface Asking {
  readonly facts: Pick<TicketFacts, 'dueAt'>;
  readonly wishes: readonly PartWish[];
  /** The lead hop the parts hang under. */
  readonly parentHopId: string;
  /** The unit in whose name they are asked. */
  readonly from: UnitRef;
  readonly sentBy: string | null;
  readonly now: Instant;
  readonly start: (kind: 'support', unit: Unit, hopId: string, subjectId: string) => NewClock;
}

export type AskedParts = Required<Pick<Step, 'supportHops' | 'asks' | 'startClocks' | 'notices'>>;

/** Asks units for their parts: a supporting hop, a record and a clock each. Custody stays where it is. */
export function askParts({ facts, wishes, parentHopId, from, sentBy, now, start }: Asking): AskedParts {
  const made = wishes.map(({ unit, asked, dueAt, source, explanation }) => {
    const id = newId();
    const hopId = newId();
    const to = { id: unit.id, path: unit.path };
    const hop: NewSupportHop = { id: hopId, from, to, sentBy, explanation, parentHopId };
    const part: NewPart = { id, hopId, unitId: unit.id, asked, source, askedUnitId: from.id };
    const clock = partClock(start('support', unit, hopId, id), dueAt, facts.dueAt, now);
    return { hop, part, clock, notice: { unit: to, kind: 'support-asked' as const } };
  });
  return {
    supportHops: made.map(({ hop }) => hop),
    asks: made.map(({ part }) => part),
    startClocks: made.map(({ clock }) => clock),
    notices: made.map(({ notice }) => notice),
  };
}

/** The step with the parts asked in the same breath: written together or not at all. */
export function withParts(step: Step, parts: AskedParts): Step {
  if (parts.asks.length === 0) return step;
  const units = parts.asks.map((part) => part.unitId);
  return {
    ...step,
    event: { ...step.event, facts: { ...step.event.facts, support: units } },
    supportHops: [...(step.supportHops ?? []), ...parts.supportHops],
    asks: [...(step.asks ?? []), ...parts.asks],
    startClocks: [...(step.startClocks ?? []), ...parts.startClocks],
    notices: [...(step.notices ?? []), ...parts.notices],
  };
}

/** Ends parts without a report: taken back by who asked, or declared unnecessary by the lead. */
export function endParts(
  facts: Pick<TicketFacts, 'openClocks'>,
  parts: readonly SupportFacts[],
  change: 'withdrawn' | 'waived',
  reason: string,
): Required<Pick<Step, 'partChanges' | 'stamps' | 'stopClocks' | 'notices'>> {
  return {
    partChanges: parts.map(({ id }) => ({ id, change, reason })),
    stamps: change === 'withdrawn' ? parts.map(({ hopId }) => ({ hopId, stamp: 'recalled' })) : [],
    stopClocks: parts.flatMap(({ id }) => clocksOfPart(facts, id).map((clock) => clock.id)),
    notices: parts.map(({ unitId, path }) => ({ unit: { id: unitId, path }, kind: 'support-ended' })),
  };
}

export const clocksOfPart = ({ openClocks }: Pick<TicketFacts, 'openClocks'>, partId: string): OpenClock[] =>
  openClocks.filter((clock) => clock.kind === 'support' && clock.subjectId === partId);

/** 免除: the lead states why its report needs no word of this part. */
export function waivePart(facts: TicketFacts, part: SupportFacts, reason: string): Step {
  return {
    event: {
      kind: 'support-waived',
      unitId: facts.accountable.id,
      facts: { supportId: part.id, unitId: part.unitId },
    },
    ...custodyAsItIs(facts),
    ...endParts(facts, [part], 'waived', reason),
  };
}

/** The first open part no waiver speaks of: it stands in the way of the lead's report. */
export function unwaivedPart(facts: WithSupports, waivedIds: readonly string[]): SupportFacts | undefined {
  return openParts(facts).find((part) => !waivedIds.includes(part.id));
}
