import type { Instant } from '@hotline/kernel';
import type { OpenedRows } from '@hotline/intake';
import { type HopFacts, NO_RECORDS, openClockOf, type Step, type TicketFacts } from '@hotline/ticket';

const STAMPED = {
  signed: 'signedAt',
  firstContact: 'firstContactAt',
  passed: 'passedAt',
  reported: 'reportedAt',
  returned: 'returnedAt',
  recalled: 'recalledAt',
} as const;

const UNSTAMPED = {
  signedAt: null,
  firstContactAt: null,
  passedAt: null,
  reportedAt: null,
  returnedAt: null,
  recalledAt: null,
};

/** A ticket just opened, as rules see it. */
export function openedFacts({ ticket, hop, clocks }: OpenedRows): TicketFacts {
  const intake = { id: ticket.intake_unit_id, path: ticket.path };
  return {
    id: ticket.id,
    no: '',
    version: 1,
    state: 'queued',
    kind: ticket.kind,
    field: ticket.field,
    item: ticket.item ?? null,
    tags: ticket.tags,
    industry: ticket.industry,
    difficulty: ticket.difficulty,
    urgency: ticket.urgency,
    confidentiality: ticket.confidentiality,
    employer: ticket.employer,
    places: placesOf(ticket),
    identityId: ticket.identity_id,
    intake,
    targetUnitId: ticket.target_unit_id,
    accountable: intake,
    turn: { unit: intake, expected: 'dispatch' },
    queueReason: null,
    dueAt: ticket.due_at,
    redoCount: 0,
    openedAt: ticket.opened_at,
    recallUntil: ticket.recall_until,
    recallHopId: ticket.recall_hop_id,
    lastSeq: 1,
    hops: [firstHop(hop)],
    openClocks: clocks.map(openClockOf),
    ...NO_RECORDS,
  };
}

function placesOf(ticket: OpenedRows['ticket']): TicketFacts['places'] {
  const place = (code: string | null, guessed: boolean) => ({ code, guessed });
  return {
    caller: place(ticket.caller_code, ticket.caller_guessed),
    workplace: place(ticket.workplace_code, ticket.workplace_guessed),
    employerSeat: place(ticket.employer_seat_code, ticket.employer_seat_guessed),
    insurance: place(ticket.insurance_code, ticket.insurance_guessed),
  };
}

const firstHop = (hop: OpenedRows['hop']): HopFacts => ({
  id: hop.id,
  seq: 1,
  fromUnitId: null,
  toUnitId: hop.to_unit_id,
  toPath: hop.to_path,
  sentAt: hop.sent_at,
  sentBy: hop.sent_by,
  ...UNSTAMPED,
  explanation: hop.explanation,
});

/** What the ticket's store makes of a step, in memory. */
export function factsAfter(facts: TicketFacts, step: Step, at: Instant): TicketFacts {
  const stopped = new Set(step.stopClocks ?? []);
  return {
    ...facts,
    version: facts.version + 1,
    state: step.state,
    turn: step.turn,
    accountable: step.hop?.to ?? facts.accountable,
    queueReason: step.queueReason ?? null,
    targetUnitId: step.targetUnitId === undefined ? facts.targetUnitId : step.targetUnitId,
    redoCount: facts.redoCount + (step.redo ? 1 : 0),
    recallUntil: step.recallUntil ?? null,
    recallHopId: step.recallUntil ? (step.hop?.id ?? null) : null,
    lastSeq: facts.lastSeq + (step.hop ? 1 : 0),
    hops: hopsAfter(facts, step, at),
    openClocks: [
      ...facts.openClocks.filter((clock) => !stopped.has(clock.id)),
      ...(step.startClocks ?? []).map(openClockOf),
    ],
  };
}

function hopsAfter({ hops }: TicketFacts, step: Step, at: Instant): HopFacts[] {
  const stamped = hops.map((hop) => {
    const stamps = (step.stamps ?? []).filter((one) => one.hopId === hop.id);
    return { ...hop, ...Object.fromEntries(stamps.map(({ stamp }) => [STAMPED[stamp], at])) };
  });
  if (!step.hop) return stamped;
  const { id, from, to, sentBy, explanation } = step.hop;
  const sent = {
    fromUnitId: from?.id ?? null,
    toUnitId: to.id,
    toPath: to.path,
    sentAt: at,
    sentBy,
    explanation,
  };
  return [...stamped, { id, seq: hops.length + 1, ...sent, ...UNSTAMPED }];
}
