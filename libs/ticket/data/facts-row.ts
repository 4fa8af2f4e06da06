import type {
  CallBackFacts,
  Confidentiality,
  Difficulty,
  ExpectedStep,
  Explanation,
  HopFacts,
  OpenClock,
  QueueReason,
  TicketFacts,
  TicketState,
  Urgency,
} from '../domain/facts.js';
import type { OrderFacts } from '../domain/order-facts.js';
import { HEIR } from './heir.js';
import { REQUEST_FACTS_SQL, type RequestJson, toRequestRecords } from './request-facts.js';
import { TOGETHER_FACTS, type TogetherFactsRow, toTogether } from './together-sql.js';

/** One round trip for everything a rule may ask; the sub-selects go through the ticket's own indexes. */
export const FACTS_SQL = `
select t.*, iu.id as intake_id, iu.path as intake_path, tu.id as turn_id, tu.path as turn_path, gu.id as target_id,
  au.id as accountable_id, au.path as accountable_path,
  (select json_agg(to_jsonb(h) || jsonb_build_object('to_unit_id', u.id, 'to_path', u.path,
      'from_unit_id', (select coalesce(f.heir_id, f.id) from unit f where f.id = h.from_unit_id)) order by h.seq)
    from hop h join ${HEIR('u', 'h.to_unit_id')} where h.ticket_id = t.id and h.role = 'lead') as hops,
  (select coalesce(max(h.seq), 0) from hop h where h.ticket_id = t.id) as last_seq,
  (select json_agg(c) from clock c where c.ticket_id = t.id and c.stopped_at is null) as open_clocks,
  (select json_agg(json_build_object('id', r.id, 'unitId', r.unit_id, 'rulerUnitId', u.id,
    'open', r.ruled_at is null, 'reasonCode', r.reason_code, 'decision', r.decision))
    from return_request r join ${HEIR('u', 'r.ruler_unit_id')} where r.ticket_id = t.id) as returns,
  (select case when p.stage = 'ended' then 'ended' else 'open' end from petition p where p.ticket_id = t.id) as petition,
  (select json_build_object('total', count(*), 'reached', count(*) filter (where reached))
    from worker_contact w where w.ticket_id = t.id) as worker_contacts,
  (select json_build_object('id', p.id, 'at', p.at) from report p where p.ticket_id = t.id order by p.at desc limit 1)
    as last_report,
  (select json_build_object('attempts', count(*), 'reached', coalesce(bool_or(b.reached), false))
    from call_back b where b.ticket_id = t.id
      and b.at > coalesce((select max(c.started_at) from clock c
        where c.ticket_id = t.id and c.kind = 'call-back'), '-infinity')) as call_backs,
  (select json_build_object('id', m.group_id, 'following', m.followed_at is null and m.before is not null)
    from ticket_group_member m where m.ticket_id = t.id and m.unlinked_at is null) as member,
  (select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'fromUnitId', fu.id, 'toUnitId', u.id,
    'open', o.answered_at is null and o.ended_at is null, 'ended', o.ended_at is not null) order by o.at)
    from ticket_order o join ${HEIR('fu', 'o.from_unit_id')} join ${HEIR('u', 'o.to_unit_id')}
    where o.ticket_id = t.id) as orders,
  (select json_agg(json_build_object('hopId', l.hop_id, 'unitId', l.unit_id)) from ladder_run l
    where l.ticket_id = t.id and l.taken_over_at is not null) as ladders_stopped,
  ${REQUEST_FACTS_SQL} as request_records,
  ${TOGETHER_FACTS}
from ticket t join ${HEIR('iu', 't.intake_unit_id')} join ${HEIR('au', 't.accountable_unit_id')}
left join ${HEIR('tu', 't.turn_unit_id')} left join ${HEIR('gu', 't.target_unit_id')}
where t.id = any ($1::uuid[])`;

interface JsonHop {
  id: string;
  seq: number;
  from_unit_id: string | null;
  to_unit_id: string;
  to_path: string;
  sent_at: string;
  sent_by: string | null;
  signed_at: string | null;
  first_contact_at: string | null;
  passed_at: string | null;
  reported_at: string | null;
  returned_at: string | null;
  recalled_at: string | null;
  explanation: Explanation;
}

export interface JsonClock {
  id: string;
  kind: OpenClock['kind'];
  unit_id: string;
  hop_id: string | null;
  subject_id: string | null;
  started_at: string;
  yellow_at: string;
  due_at: string;
  original_due_at: string;
  calendar_id: string | null;
  calendar_version: number;
  limit_amount: number;
  limit_unit: string;
  is_right: boolean;
}

export interface FactsRow extends TogetherFactsRow {
  [column: string]: unknown;
  id: string;
  no: string;
  version: number;
  state: TicketState;
  kind: string;
  field: string;
  item: string | null;
  tags: string[];
  industry: string | null;
  difficulty: Difficulty;
  urgency: Urgency;
  confidentiality: Confidentiality;
  employer: string | null;
  caller_code: string | null;
  caller_guessed: boolean;
  workplace_code: string | null;
  workplace_guessed: boolean;
  employer_seat_code: string | null;
  employer_seat_guessed: boolean;
  insurance_code: string | null;
  insurance_guessed: boolean;
  identity_id: string | null;
  intake_id: string;
  intake_path: string;
  target_id: string | null;
  accountable_id: string;
  accountable_path: string;
  turn_id: string | null;
  turn_path: string | null;
  turn_expected: ExpectedStep | null;
  queue_reason: QueueReason | null;
  due_at: Date | null;
  redo_count: number;
  opened_at: Date;
  archived_at: Date | null;
  recall_until: Date | null;
  recall_hop_id: string | null;
  hops: JsonHop[] | null;
  last_seq: number;
  open_clocks: JsonClock[] | null;
  petition: 'open' | 'ended' | null;
  returns: (TicketFacts['returns'][number] & { id: string; rulerUnitId: string; open: boolean })[] | null;
  request_records: RequestJson;
  assignee_id: string | null;
  worker_contacts: { total: number; reached: number };
  last_report: { id: string; at: string } | null;
  call_backs: CallBackFacts;
  member: TicketFacts['group'];
  orders: OrderFacts[] | null;
  ladders_stopped: { hopId: string; unitId: string }[] | null;
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

function toHop(hop: JsonHop): HopFacts {
  return {
    id: hop.id,
    seq: hop.seq,
    fromUnitId: hop.from_unit_id,
    toUnitId: hop.to_unit_id,
    toPath: hop.to_path,
    sentAt: new Date(hop.sent_at),
    sentBy: hop.sent_by,
    signedAt: instant(hop.signed_at),
    firstContactAt: instant(hop.first_contact_at),
    passedAt: instant(hop.passed_at),
    reportedAt: instant(hop.reported_at),
    returnedAt: instant(hop.returned_at),
    recalledAt: instant(hop.recalled_at),
    explanation: hop.explanation,
  };
}

function toPlaces(row: FactsRow): TicketFacts['places'] {
  return {
    caller: { code: row.caller_code, guessed: row.caller_guessed },
    workplace: { code: row.workplace_code, guessed: row.workplace_guessed },
    employerSeat: { code: row.employer_seat_code, guessed: row.employer_seat_guessed },
    insurance: { code: row.insurance_code, guessed: row.insurance_guessed },
  };
}

function toTurn({ turn_id: id, turn_path: path, turn_expected: expected }: FactsRow): TicketFacts['turn'] {
  return id && path && expected ? { unit: { id, path }, expected } : null;
}

export function toClock(clock: JsonClock): OpenClock {
  return {
    id: clock.id,
    kind: clock.kind,
    unitId: clock.unit_id,
    yellowAt: new Date(clock.yellow_at),
    dueAt: new Date(clock.due_at),
    subjectId: clock.subject_id,
    hopId: clock.hop_id,
    startedAt: new Date(clock.started_at),
    originalDueAt: new Date(clock.original_due_at),
    calendarId: clock.calendar_id,
    calendarVersion: clock.calendar_version,
    limitAmount: clock.limit_amount,
    limitUnit: clock.limit_unit,
    isRight: clock.is_right,
  };
}

/** Records beside the custody. */
function toRecords(row: FactsRow) {
  const returns = row.returns ?? [];
  return {
    archivedAt: row.archived_at,
    openReturn: returns.find((one) => one.open) ?? null,
    returns,
    petition: row.petition,
    workerContacts: row.worker_contacts,
    lastReport: row.last_report && { id: row.last_report.id, at: new Date(row.last_report.at) },
    callBacks: row.call_backs,
    group: row.member,
    orders: row.orders ?? [],
    laddersStopped: row.ladders_stopped ?? [],
    ...toTogether(row),
    ...toRequestRecords(row.request_records, row.assignee_id),
  } satisfies Partial<TicketFacts>;
}

export function toFacts(row: FactsRow): TicketFacts {
  return {
    id: row.id,
    no: row.no,
    version: row.version,
    state: row.state,
    kind: row.kind,
    field: row.field,
    item: row.item,
    tags: row.tags,
    industry: row.industry,
    difficulty: row.difficulty,
    urgency: row.urgency,
    confidentiality: row.confidentiality,
    employer: row.employer,
    places: toPlaces(row),
    identityId: row.identity_id,
    intake: { id: row.intake_id, path: row.intake_path },
    targetUnitId: row.target_id,
    accountable: { id: row.accountable_id, path: row.accountable_path },
    turn: toTurn(row),
    queueReason: row.queue_reason,
    dueAt: row.due_at,
    redoCount: row.redo_count,
    openedAt: row.opened_at,
    recallUntil: row.recall_until,
    recallHopId: row.recall_hop_id,
    lastSeq: row.last_seq,
    hops: (row.hops ?? []).map(toHop),
    openClocks: (row.open_clocks ?? []).map(toClock),
    ...toRecords(row),
  };
}
