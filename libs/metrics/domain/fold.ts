import { type Fact, factKey, verdict } from './fact.js';
import { type Deadline, DEADLINES, type Exclusion } from './metrics.js';
import {
  type CallBackAnswer,
  type ContactEvent,
  endsWork,
  type StoryEvent,
  type TicketEvent,
} from './story.js';

/** Facts as they stand, by `factKey`. */
export type Before = (key: string) => Fact | undefined;

/** Whoever hangs up this soon has not waited for an answer. */
const SHORT_ABANDON_MS = 5_000;

/**
 * The facts an event changes, in full. Every event sets what it knows and keeps what it does not, so that an event
 * folded twice, or after a later one of its ticket, changes nothing.
 */
export function fold(event: StoryEvent, before: Before): Fact[] {
  if (event.about === 'contact') return ofContact(event);
  const facts = DEADLINES.map((metric) => promiseKept(metric, event, before));
  if (event.answer) facts.push(...ofCallBack(event, event.answer, before));
  return facts;
}

/** The facts an event may change, for reading them first. */
export function touchedKeys(event: StoryEvent): string[] {
  if (event.about === 'contact') return [];
  const subjectId = event.ticket.id;
  return [
    ...DEADLINES.map((metric) => factKey({ metric, subjectId })),
    ...(event.answer ? [factKey({ metric: 'worker-satisfaction', subjectId })] : []),
  ];
}

function promiseKept(metric: Deadline, { kind, at, ticket }: TicketEvent, before: Before): Fact {
  const known = before(factKey({ metric, subjectId: ticket.id }));
  const { dueAt, accountable } = metric === 'on-time' ? ticket.promised : ticket.extended;
  const closes = endsWork(kind);
  const closedAt = closes ? at : (known?.closedAt ?? null);
  return {
    metric,
    subjectId: ticket.id,
    unit: accountable,
    at: dueAt,
    // Work ended at the due moment itself is on time (民法典 203).
    ...verdict(closedAt !== null && closedAt <= dueAt, ticket.excluded),
    ticketId: ticket.id,
    contactId: null,
    closedAt,
    amount: closes ? ticket.worked : (known?.amount ?? null),
    callPace: null,
  };
}

function ofCallBack(event: TicketEvent, answer: CallBackAnswer, before: Before): Fact[] {
  const { ticket, at } = event;
  const shared = { at, ticketId: ticket.id, contactId: null, closedAt: null, amount: null, callPace: null };
  const handling = ratingVerdict(answer, answer.handlingRating);
  const facts: Fact[] = [];
  const known = before(factKey({ metric: 'worker-satisfaction', subjectId: ticket.id }));
  if (outranks(handling.counted, at, known)) {
    facts.push({
      metric: 'worker-satisfaction',
      subjectId: ticket.id,
      unit: answer.accountable,
      ...handling,
      ...shared,
    });
  }
  if (answer.reached && answer.callRating) {
    const call = ratingVerdict(answer, answer.callRating);
    facts.push({ metric: 'agent-satisfaction', subjectId: answer.id, unit: event.unit, ...call, ...shared });
  }
  return facts;
}

/** The last valid rating stands; only when there is none, the last attempt. */
function outranks(valid: boolean, at: Date, known: Fact | undefined): boolean {
  if (!known || valid !== known.counted) return !known || valid;
  return at >= known.at;
}

function ratingVerdict(answer: Pick<CallBackAnswer, 'reached' | 'refused'>, rating: string | null) {
  const valid = rating !== null && rating !== 'not-rated';
  const without: Exclusion | null = valid ? null : 'not-rated';
  const reason: Exclusion | null = answer.reached ? without : answer.refused ? 'refused' : 'unreached';
  return verdict(rating === 'satisfied', reason);
}

function ofContact(event: ContactEvent): Fact[] {
  const shared = {
    subjectId: event.contactId,
    unit: event.unit,
    at: event.startedAt,
    ticketId: null,
    contactId: event.contactId,
    closedAt: null,
    amount: null,
    callPace: null,
  };
  if (event.kind === 'contact-rated') {
    const rated = ratingVerdict({ reached: true, refused: false }, event.rating);
    return [{ metric: 'agent-satisfaction', ...shared, ...rated }];
  }
  if (!isLoggedCall(event) || event.byTelephone) return [];
  return [{ metric: 'connection', ...shared, ...verdict(event.answeredAt !== null, leftOut(event)) }];
}

/** What an agent logged of a call: the connection rate of units without a telephone of their own. */
export const isLoggedCall = ({ kind, channel }: ContactEvent): boolean =>
  kind === 'contact-logged' && channel === 'call';

function leftOut({ outcome, startedAt, endedAt }: ContactEvent): Exclusion | null {
  if (outcome === 'silent') return 'silent';
  const waited = endedAt ? endedAt.getTime() - startedAt.getTime() : Infinity;
  return outcome === 'abandoned' && waited < SHORT_ABANDON_MS ? 'short-abandon' : null;
}
