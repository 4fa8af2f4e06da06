import { ROW_COLUMNS, type TicketColumns } from './row-columns.js';
import type { TogetherRow } from './together-views.js';
import type { ClockJson } from './clock-views.js';
import { REQUEST_PARTS_SQL, type RequestPartsJson } from './view-parts/request-parts.js';
import { UNDELIVERED_SQL, type UndeliveredJson } from './view-parts/undelivered.js';

const NAME = (account: string): string => `(select a.display_name from account a where a.id = ${account})`;

const FILES_SQL = `(select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
    'uploadedAt', f.uploaded_at) order by f.uploaded_at, f.id)
    from attachment f where f.ticket_id = t.id)`;

// The call of an attempt is seen by who may see the hotline's calls; to others the attempt shows without it.
const CALL_BACKS_SQL = `(select json_agg(json_build_object('id', b.id, 'at', b.at, 'by', ${NAME('b.account_id')}, 'reached', b.reached,
    'notReachedReason', b.not_reached_reason, 'solved', b.solved, 'handlingRating', b.handling_rating,
    'callRating', b.call_rating, 'reason', b.reason, 'note', b.note, 'calledAt', k.arrived_at,
    'answeredAt', k.answered_at,
    'endedAt', coalesce(k.talk_ended_at, k.ended_at), 'talkSeconds', round(k.talk_us / 1000000.0), 'recording', k.recording) order by b.at)
    from call_back b left join call k on k.id = b.call_id where b.ticket_id = t.id)`;

/** One round trip for a whole ticket page; `predicate` is the reader's right to see it. */
export const viewSql = (predicate: string): string => `
select ${ROW_COLUMNS}, t.item, t.industry, t.confidentiality, t.text, t.recall_until, t.closing_note,
  i.name_masked, i.phone_masked, i.id_number_masked, i.address_masked,
  (select json_agg(json_build_object('id', c.id, 'no', c.no, 'channel', c.channel, 'numberMasked', ci.phone_masked,
    'callerNameMasked', ci.name_masked, 'startedAt', c.started_at, 'answeredAt', c.answered_at, 'endedAt', c.ended_at,
    'outcome', c.outcome, 'kind', c.kind, 'field', c.field, 'item', c.item, 'summary', c.summary, 'answer', c.answer,
    'callRating', c.call_rating, 'agentId', c.agent_id, 'agentName', ${NAME('c.agent_id')}, 'unitId', c.unit_id)
    order by c.started_at)
    from contact c left join identity ci on ci.id = c.identity_id where c.ticket_id = t.id) as contacts,
  (select json_agg(json_build_object('id', h.id, 'seq', h.seq, 'fromUnitId', h.from_unit_id, 'toUnitId', h.to_unit_id,
    'role', h.role, 'parentHopId', h.parent_hop_id, 'sentAt', h.sent_at, 'sentBy', ${NAME('h.sent_by')}, 'signedAt', h.signed_at,
    'signedBy', ${NAME('h.signed_by')}, 'firstContactAt', h.first_contact_at, 'passedAt', h.passed_at,
    'reportedAt', h.reported_at, 'returnedAt', h.returned_at, 'recalledAt', h.recalled_at,
    'explanation', h.explanation) order by h.seq)
    from hop h where h.ticket_id = t.id) as hops,
  (select json_agg(c order by c.started_at, c.due_at) from clock c where c.ticket_id = t.id) as clocks,
  (select json_agg(json_build_object('id', p.id, 'hopId', p.hop_id, 'unitId', p.unit_id, 'by', ${NAME('p.account_id')},
    'at', p.at, 'outcome', p.outcome, 'amountRecovered', p.amount_recovered::text, 'peopleHelped', p.people_helped,
    'narrative', p.narrative, 'proof', p.proof, 'reviews',
    (select json_agg(json_build_object('unitId', v.unit_id, 'by', ${NAME('v.account_id')}, 'at', v.at,
      'decision', v.decision, 'reason', v.reason) order by v.at) from review v where v.report_id = p.id)) order by p.at)
    from report p where p.ticket_id = t.id) as reports,
  (select json_agg(json_build_object('id', r.id, 'unitId', r.unit_id, 'by', ${NAME('r.account_id')}, 'at', r.at,
    'reasonCode', r.reason_code, 'clause', r.clause, 'reason', r.reason, 'proposedUnitId', r.proposed_unit_id,
    'rulerUnitId', r.ruler_unit_id, 'ruledAt', r.ruled_at, 'ruledBy', ${NAME('r.ruled_by')}, 'decision', r.decision,
    'rulingReason', r.ruling_reason, 'ruledUnitId', r.ruled_unit_id,
    'attachmentIds', r.attachment_ids) order by r.at)
    from return_request r where r.ticket_id = t.id) as returns,
  (select json_agg(json_build_object('id', w.id, 'at', w.at, 'unitId', w.unit_id, 'by', ${NAME('w.account_id')},
    'means', w.means, 'reached', w.reached, 'note', w.note) order by w.at)
    from worker_contact w where w.ticket_id = t.id) as worker_contacts,
  ${CALL_BACKS_SQL} as call_backs,
  ${FILES_SQL} as attachments,
  ${REQUEST_PARTS_SQL} as request_parts,
  ${UNDELIVERED_SQL} as undelivered
from ticket t left join identity i on i.id = t.identity_id
where t.id = $1 and ${predicate}`;

interface ContactJson {
  id: string;
  no: string;
  channel: string;
  numberMasked: string | null;
  callerNameMasked: string | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  outcome: string;
  kind: string | null;
  field: string | null;
  item: string | null;
  summary: string | null;
  answer: string | null;
  callRating: string | null;
  agentId: string | null;
  agentName: string | null;
  unitId: string;
}

interface HopJson {
  id: string;
  seq: number;
  fromUnitId: string | null;
  toUnitId: string;
  role: 'lead' | 'support';
  parentHopId?: string | null;
  sentAt: string;
  sentBy: string | null;
  signedAt: string | null;
  signedBy: string | null;
  firstContactAt: string | null;
  passedAt: string | null;
  reportedAt: string | null;
  returnedAt: string | null;
  recalledAt: string | null;
  explanation: { text: string; catalogueVersion: number | null; rule: number | null };
}

interface ReviewJson {
  unitId: string;
  by: string | null;
  at: string;
  decision: 'accept' | 'redo';
  reason: string | null;
}

interface ReportJson {
  id: string;
  hopId: string;
  unitId: string;
  by: string | null;
  at: string;
  outcome: string;
  amountRecovered: string | null;
  peopleHelped: number | null;
  narrative: string;
  proof: { workerContactId?: string; attachmentIds?: string[] };
  reviews: ReviewJson[] | null;
}

interface ReturnJson {
  id: string;
  unitId: string;
  by: string | null;
  at: string;
  reasonCode: string;
  clause: string | null;
  reason: string;
  proposedUnitId: string | null;
  rulerUnitId: string;
  ruledAt: string | null;
  ruledBy: string | null;
  decision: 'granted' | 'refused' | 'lapsed' | null;
  rulingReason: string | null;
  ruledUnitId: string | null;
  attachmentIds: string[];
}

interface WorkerContactJson {
  id: string;
  at: string;
  unitId: string;
  by: string | null;
  means: string;
  reached: boolean;
  note: string;
}

interface CallBackJson {
  id: string;
  at: string;
  by: string | null;
  reached: boolean;
  notReachedReason: string | null;
  solved: string | null;
  handlingRating: string | null;
  callRating: string | null;
  reason: string | null;
  note: string | null;
  calledAt: string | null;
  answeredAt: string | null;
  endedAt: string | null;
  talkSeconds: number | null;
  recording: string | null;
}

export interface ViewRow extends TicketColumns {
  [column: string]: unknown;
  readonly request_parts: RequestPartsJson;
  readonly undelivered: UndeliveredJson | null;
  readonly item: string | null;
  readonly industry: string | null;
  readonly confidentiality: string;
  readonly text: string;
  readonly recall_until: Date | null;
  readonly closing_note: string | null;
  readonly name_masked: string | null;
  readonly phone_masked: string | null;
  readonly id_number_masked: string | null;
  readonly address_masked: string | null;
  readonly contacts: ContactJson[] | null;
  readonly hops: HopJson[] | null;
  readonly clocks: ClockJson[] | null;
  readonly reports: ReportJson[] | null;
  readonly returns: ReturnJson[] | null;
  readonly worker_contacts: WorkerContactJson[] | null;
  readonly call_backs: CallBackJson[] | null;
  readonly together: TogetherRow;
  readonly attachments:
    { id: string; name: string; mediaType: string; size: number; uploadedAt: string }[] | null;
}
