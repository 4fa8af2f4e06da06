/** The shapes of the REST API as the console reads them. Times are ISO 8601 in UTC, days are `YYYY-MM-DD` in Asia/Shanghai. */

export type Role = 'agent' | 'dispatcher' | 'handler' | 'supervisor' | 'administrator' | 'auditor';
export type UnitLevel = 'national' | 'province' | 'city' | 'county' | 'township' | 'enterprise';
export type UnitKind = 'territorial' | 'industrial';
export type Kind = 'consult' | 'help' | 'complaint' | 'legal-aid' | 'suggestion' | 'praise' | 'invalid';
export type Difficulty = 'general' | 'difficult' | 'complex';
export type Urgency = 'general' | 'urgent';
export type Confidentiality = 'open' | 'employer-blind' | 'anonymous';
export type TicketState =
  'queued' | 'unclear' | 'dispatched' | 'handling' | 'reported' | 'call-back' | 'closed';
export type CardColour = 'none' | 'yellow' | 'red';
export type Channel = 'call' | 'web' | 'app' | 'letter' | 'station' | 'petition';
export type TicketVerb =
  | 'dispatch'
  | 'recall'
  | 'sign'
  | 'log-worker-contact'
  | 'pass-down'
  | 'request-return'
  | 'rule-return'
  | 'report'
  | 'review'
  | 'record-call-back'
  | 'close'
  | 'reveal-identity';

export interface UnitBrief {
  id: string;
  code: string;
  name: string;
  level: UnitLevel;
  kind: UnitKind;
}

export interface UnitView extends UnitBrief {
  shortName: string;
  regionCode: string | null;
  parentId: string | null;
  path: string;
  chain: UnitBrief[]; // ancestors, national first, itself excluded
  childCount: number;
  calendarId: string;
  active: boolean;
  version: number;
}

export interface Membership {
  id: string;
  role: Role;
  unit: UnitBrief;
}

// ---- session: SignIn POST /api/session, ShowSession GET /api/session, SignOut DELETE /api/session
export interface SignInBody {
  name: string;
  password: string;
}
export interface SessionView {
  account: { id: string; name: string; displayName: string };
  memberships: Membership[];
  permissions: string[]; // union over memberships, e.g. 'ticket.open'
  demo: boolean;
  serverTime: string;
}
// GET /api/session/demo-accounts (public; empty list outside demo mode): ListDemoAccounts
export interface DemoAccount {
  name: string;
  password: string;
  displayName: string;
  role: Role;
  unitName: string;
}

// ---- vocabulary: ShowVocabulary GET /api/vocabulary
export interface Term {
  code: string;
  zh: string;
  en: string;
}
export interface Vocabulary {
  version: number;
  kinds: Term[];
  fields: (Term & { items: Term[] })[];
  tags: Term[];
  difficulties: Term[];
  urgencies: Term[];
  confidentialities: Term[];
  industries: Term[];
  outcomes: Term[];
  returnReasons: Term[];
  channels: Term[];
}

// ---- units and places
// ListUnits GET /api/units?q=&parentId=&cursor=&limit= ; ShowUnit GET /api/units/{id}
// AddUnit POST /api/units ; ChangeUnit PATCH /api/units/{id} (If-Match version)
// SearchPlaces GET /api/places?q= → PlaceView[] ; GuessPlace POST /api/places/guess {number} → PlaceGuess
export interface PlaceView {
  code: string; // GB/T 2260, six digits
  name: string; // 南山区
  fullName: string; // 广东省深圳市南山区
  level: 'province' | 'prefecture' | 'county';
}
export interface PlaceGuess {
  place: PlaceView | null;
  basis: 'mobile-prefix' | 'area-code' | null;
  candidates: PlaceView[];
}

// ---- accounts: ListAccounts GET /api/accounts?q=&unitId=&cursor= ; AddAccount POST ; ChangeAccount PATCH /api/accounts/{id}
// GrantMembership POST /api/accounts/{id}/memberships {unitId, role} ; RevokeMembership DELETE /api/accounts/{id}/memberships/{membershipId}
// IssueToken POST /api/accounts/{id}/tokens {label, expiresAt} → {token} (shown once); RevokeToken DELETE /api/accounts/{id}/tokens/{tokenId}
export interface AccountView {
  id: string;
  name: string; // sign-in name
  displayName: string;
  active: boolean;
  version: number;
  lastSignInAt: string | null;
  memberships: Membership[];
  tokens: { id: string; label: string; createdAt: string; expiresAt: string; lastUsedAt: string | null }[];
}
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

// ---- the four places of a case
export interface CasePlace {
  code: string | null;
  name: string | null; // full name, filled by the server
  guessed: boolean;
}
export interface CasePlaces {
  caller: CasePlace;
  workplace: CasePlace;
  employerSeat: CasePlace;
  insurance: CasePlace;
}
export interface CasePlacesInput {
  caller?: { code: string; guessed?: boolean };
  workplace?: { code: string; guessed?: boolean };
  employerSeat?: { code: string; guessed?: boolean };
  insurance?: { code: string; guessed?: boolean };
}

// ---- contacts
// LogContact POST /api/contacts (Idempotency-Key) → ContactView. outcome 'answered' = answered and closed; 'open' = a ticket follows; 'abandoned' = missed
export interface LogContactBody {
  channel: Channel;
  number?: string; // caller's number; stored encrypted, returned masked
  callerName?: string;
  startedAt: string; // call rang
  answeredAt?: string; // absent: not answered
  endedAt?: string;
  outcome: 'answered' | 'open' | 'abandoned' | 'transferred' | 'silent' | 'abusive';
  kind?: Kind;
  field?: string;
  item?: string;
  places?: CasePlacesInput;
  employer?: string;
  summary?: string; // what was asked and answered
  answer?: string;
  callRating?: 'satisfied' | 'neutral' | 'dissatisfied' | 'not-rated'; // key press after the call: 话务满意度
  draftId?: string; // draft consumed by this contact
}
export interface ContactView {
  id: string;
  no: string; // 来件 20260316-01127
  channel: Channel;
  numberMasked: string | null;
  callerNameMasked: string | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  outcome: LogContactBody['outcome'];
  kind: Kind | null;
  field: string | null;
  item: string | null;
  summary: string | null;
  answer: string | null;
  callRating: string | null;
  agent: { id: string; displayName: string } | null;
  unit: UnitBrief;
  ticketId: string | null;
  ticketNo: string | null;
}
// ListContacts GET /api/contacts?mine=true&from=&to=&cursor= → Page<ContactView>
// LookUpCaller POST /api/callers/lookup {number?, employer?} → CallerView   (POST: a number never stands in a URL)
export interface CallerView {
  numberMasked: string | null;
  nameMasked: string | null;
  guess: PlaceGuess;
  contactsLastYear: number;
  lastRating: string | null;
  openTickets: TicketRow[]; // at most 5, only visible ones
  contacts: { id: string; at: string; summary: string | null; outcome: string; ticketNo: string | null }[]; // at most 5
  sameEmployer: {
    total: number;
    days: number;
    rows: { at: string; nameMasked: string | null; ticketId: string | null; ticketNo: string | null }[];
    ticket: TicketRow | null;
  } | null;
}

// ---- drafts: ListDrafts GET /api/drafts ; SaveDraft PUT /api/drafts/{id} {version, kind:'contact'|'report'|…, subjectId, body} ; DiscardDraft DELETE
export interface DraftView {
  id: string; // chosen by the client, uuid
  purpose: 'contact' | 'report' | 'review' | 'call-back';
  subjectId: string | null; // ticket id for report drafts
  body: Record<string, unknown>;
  version: number;
  savedAt: string;
}

// ---- tickets
// OpenTicket POST /api/tickets (Idempotency-Key)
export interface OpenTicketBody {
  contactId?: string; // an open contact; or `contact` to log one in the same transaction
  contact?: LogContactBody;
  kind: Kind;
  field: string;
  item?: string;
  tags?: string[];
  difficulty: Difficulty;
  urgency: Urgency;
  industry?: string; // code of vocabulary.industries
  places: CasePlacesInput;
  employer?: string;
  people?: number;
  confidentiality: Confidentiality;
  worker?: { name?: string; phone?: string; idNumber?: string; address?: string };
  title: string;
  text: string;
  attachmentIds?: string[];
  draftId?: string;
  dispatchTo?: { unitId: string; reason: string }; // the agent's override of the preview
}
export interface TicketRow {
  id: string;
  no: string; // 20260316-00655
  version: number;
  title: string;
  state: TicketState;
  kind: Kind;
  field: string;
  tags: string[];
  difficulty: Difficulty;
  urgency: Urgency;
  people: number | null;
  employer: string | null;
  accountable: UnitBrief | null; // null while queued/unclear at its first unit only if no hop exists
  turn: { unit: UnitBrief; expected: ExpectedStep } | null; // who must act now, and what
  dueAt: string | null; // the worker-facing promise
  nextDueAt: string | null; // the earliest open clock
  card: CardColour; // of the earliest open clock
  remaining: { overdue: boolean; workingDays: number; hours: number; minutes: number } | null; // working time to nextDueAt
  redo: boolean; // sent back at least once
  openedAt: string;
  updatedAt: string;
  closedAt: string | null;
  queueReason: QueueReason | null; // why it waits for a dispatcher
}
export type ExpectedStep =
  'dispatch' | 'sign' | 'contact-worker' | 'report' | 'rule-return' | 'review' | 'call-back' | 'close';
export type QueueReason =
  'place-unknown' | 'rules-conflict' | 'no-rule' | 'returned' | 'employer-conflict' | 'overridden';

export interface HopView {
  id: string;
  seq: number;
  fromUnit: UnitBrief | null;
  toUnit: UnitBrief;
  role: 'lead' | 'support';
  sentAt: string;
  sentBy: string | null; // display name; null = by the system
  signedAt: string | null;
  signedBy: string | null;
  firstContactAt: string | null;
  passedAt: string | null;
  reportedAt: string | null;
  returnedAt: string | null;
  explanation: { text: string; catalogueVersion: number | null; rule: number | null };
  clock: ClockView | null; // the stage clock of this hop
}
export interface ClockView {
  id: string;
  kind: 'promise' | 'dispatch' | 'sign' | 'contact' | 'handle' | 'review' | 'call-back' | 'ruling';
  unit: UnitBrief;
  startedAt: string;
  yellowAt: string;
  dueAt: string;
  originalDueAt: string;
  stoppedAt: string | null;
  card: CardColour;
  provisional: boolean; // reaches a year whose calendar is not published
  limit: {
    amount: number;
    unit: 'minutes' | 'hours' | 'working-minutes' | 'working-hours' | 'working-days' | 'calendar-days';
  };
  remaining: { overdue: boolean; workingDays: number; hours: number; minutes: number } | null;
}
export interface ReportView {
  id: string;
  hopId: string;
  unit: UnitBrief;
  by: string;
  at: string;
  outcome: string;
  amountRecovered: string | null; // yuan, two decimals
  peopleHelped: number | null;
  narrative: string;
  proof: { contactId?: string; attachmentIds: string[] };
  reviews: { unit: UnitBrief; by: string; at: string; decision: 'accept' | 'redo'; reason: string | null }[];
}
export interface ReturnView {
  id: string;
  unit: UnitBrief;
  by: string;
  at: string;
  reasonCode: string;
  clause: string | null;
  reason: string;
  proposedUnit: UnitBrief | null;
  ruler: UnitBrief;
  dueAt: string;
  ruling: {
    by: string;
    at: string;
    decision: 'granted' | 'refused';
    reason: string;
    toUnit: UnitBrief | null;
  } | null;
}
export interface WorkerContactView {
  id: string;
  at: string;
  unit: UnitBrief;
  by: string;
  means: 'call' | 'sms' | 'visit' | 'meeting' | 'online';
  reached: boolean;
  note: string;
}
export interface CallBackView {
  id: string;
  at: string;
  by: string;
  reached: boolean;
  notReachedReason: 'no-answer' | 'refused' | 'wrong-number' | 'powered-off' | null;
  solved: 'yes' | 'partly' | 'no' | null;
  handlingRating: Rating | null; // 职工满意度
  callRating: Rating | null; // 话务满意度
  reason: string | null;
  note: string | null;
}
export type Rating = 'satisfied' | 'neutral' | 'dissatisfied' | 'not-rated';
export interface TicketEventView {
  seq: number;
  kind: string; // e.g. 'ticket-opened', 'hop-sent', 'hop-signed'
  at: string;
  unit: UnitBrief | null;
  by: string | null;
  facts: Record<string, unknown>;
}
/** ShowTicket GET /api/tickets/{id}; ETag = version */
export interface TicketView extends TicketRow {
  item: string | null;
  industry: string | null;
  confidentiality: Confidentiality;
  text: string;
  places: CasePlaces;
  identity: {
    nameMasked: string | null;
    phoneMasked: string | null;
    idNumberMasked: string | null;
    addressMasked: string | null;
    withheld: boolean;
  };
  contacts: ContactView[];
  hops: HopView[];
  clocks: ClockView[];
  reports: ReportView[];
  returns: ReturnView[];
  workerContacts: WorkerContactView[];
  callBacks: CallBackView[];
  attachments: AttachmentView[];
  path: UnitBrief[]; // planned review chain above the accountable unit, nearest first
  verbs: TicketVerb[]; // what the server allows this person now
  recallUntil: string | null;
}
export interface AttachmentView {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  uploadedAt: string;
}
// UploadAttachment POST /api/attachments?name=… (raw body) → AttachmentView ; DownloadAttachment GET /api/attachments/{id}
// ShowTicketEvents GET /api/tickets/{id}/events → TicketEventView[]

// ListTickets GET /api/tickets → Page<TicketRow>
export interface ListTicketsQuery {
  view?:
    | 'mine-to-do'
    | 'to-sign'
    | 'due-today'
    | 'redo'
    | 'open'
    | 'red'
    | 'yellow'
    | 'all'
    | 'unclear'
    | 'call-back'
    | 'to-review'
    | 'once-handled';
  unitId?: string; // and below
  state?: TicketState[]; // repeated parameter
  kind?: Kind;
  field?: string;
  tag?: string;
  urgency?: Urgency;
  dueWithin?: 'overdue' | 'today' | '1wd' | '3wd';
  queueReason?: QueueReason;
  q?: string; // number, employer, words of title and text
  sort?: 'due' | 'newest' | 'updated';
  cursor?: string;
  limit?: number; // ≤ 100
}
// CountTickets GET /api/tickets/counts?unitId= → capped at 10,000 each ("atLeast" true when capped)
export interface ViewCounts {
  views: Record<string, { count: number; atLeast: boolean }>;
  queueReasons: Record<string, number>;
  dispatchedToday: number;
}

// ---- dispatch
// PreviewRoute POST /api/dispatch/preview
export interface PreviewRouteBody {
  kind?: Kind;
  field?: string;
  tags?: string[];
  industry?: string;
  places: CasePlacesInput;
  employer?: string;
  urgency?: Urgency;
  difficulty?: Difficulty;
  confidentiality?: Confidentiality;
}
export interface RoutePreview {
  clear: boolean;
  chain: UnitBrief[]; // custody chain from the agent's unit to the target
  target: UnitBrief | null;
  explanation: { text: string; catalogueVersion: number; rule: number | null };
  queueReason: QueueReason | null;
  signLimit: string | null; // ISO due of signing, if sent now
  dueAt: string | null; // promise, if opened now
  promiseLimit: ClockView['limit'] | null;
}
// ShowSuggestions GET /api/tickets/{id}/suggestions
export interface Suggestion {
  unit: UnitBrief;
  support: UnitBrief[];
  chain: UnitBrief[];
  share: number; // 0–100, all suggestions add up to 100
  reasons: { text: string; rule: number | null }[];
}
// DispatchTicket POST /api/tickets/{id}/dispatch {unitId, reasonCode?, reason?} If-Match
// RecallDispatch POST /api/tickets/{id}/recall {} within 60 s and unsigned
// SignHop POST /api/tickets/{id}/sign
// LogWorkerContact POST /api/tickets/{id}/worker-contacts {means, reached, note}
// PassDown POST /api/tickets/{id}/pass-down {unitId, note?}
// RequestReturn POST /api/tickets/{id}/returns {reasonCode, clause?, reason, proposedUnitId?}
// RuleReturn POST /api/tickets/{id}/returns/{returnId}/ruling {decision, reason, toUnitId?}
// ReportHop POST /api/tickets/{id}/reports {outcome, amountRecovered?, peopleHelped?, narrative, proof:{workerContactId?, attachmentIds?}}
// ReviewReport POST /api/tickets/{id}/reviews {decision, reason?}
// RecordCallBack POST /api/tickets/{id}/call-backs {reached, notReachedReason?, solved?, handlingRating?, callRating?, reason?, note?}
// CloseTicket POST /api/tickets/{id}/close {note?}   (after call-back, or after the allowed attempts failed)
// RevealIdentity POST /api/tickets/{id}/identity {fields: ('name'|'phone'|'idNumber'|'address')[], reason} → IdentityReveal
// every changing call: header If-Match: "<version>"; answers TicketView; 409 problem carries `current` (TicketView)
export interface IdentityReveal {
  name: string | null;
  phone: string | null;
  idNumber: string | null;
  address: string | null;
  shownUntil: string;
}

// ---- numbers
export type MetricName = 'connection' | 'on-time' | 'worker-satisfaction' | 'agent-satisfaction';
export interface NumberView {
  metric: MetricName;
  definition: { version: number; zh: string; en: string; formula: string };
  numerator: number;
  denominator: number;
  excluded: { code: string; zh: string; en: string; count: number }[]; // unreached, refused, not yet due, short abandons …
  rate: number | null; // percent, null when the denominator is 0
  target: number | null;
  previous: { numerator: number; denominator: number; rate: number | null };
  trend: {
    day: string;
    numerator: number;
    denominator: number;
    rolling: number | null;
    previousRolling: number | null;
  }[];
}
// ShowNumbers GET /api/numbers?unitId=&from=&to= → NumbersView
export interface NumbersView {
  unit: UnitBrief;
  from: string;
  to: string;
  previousFrom: string;
  previousTo: string;
  asOf: string;
  numbers: NumberView[];
  openOverdue: number;
  medianWorkingDays: number | null;
  p90WorkingDays: number | null;
  durations: { bin: string; onTime: number; overdue: number }[]; // bins: 当日,1,2,3,4,5,6–10,11–15,16–30,>30 (codes '0','1',…,'6-10','11-15','16-30','31+')
  callHours: { weekday: number; hour: number; calls: number; answered: number }[]; // weekday 1 = Monday
}
// ShowNumbersByChild GET /api/numbers/children?unitId=&from=&to= → ChildNumbers[]
export interface ChildNumbers {
  unit: UnitBrief;
  regionCode: string | null;
  hasChildren: boolean;
  due: number;
  onTime: number;
  onTimeRate: number | null;
  previousOnTimeRate: number | null;
  offered: number;
  answered: number;
  connectionRate: number | null;
  ratings: number;
  satisfied: number;
  satisfactionRate: number | null;
  openOverdue: number;
  medianWorkingDays: number | null;
}
// ListNumberRows GET /api/numbers/{metric}/rows?unitId=&from=&to=&result=hit|miss|excluded|open-overdue|all&cursor=&limit= → NumberRows
export interface NumberRows {
  metric: MetricName;
  counts: Record<string, number>; // hit, miss, excluded …
  items: {
    subjectId: string;
    ticketId: string | null;
    no: string;
    title: string;
    field: string | null;
    unit: UnitBrief;
    at: string; // call time, due date, call-back time
    result: 'hit' | 'miss' | 'excluded' | 'not-yet-due';
    reason: string | null; // why excluded
    closedAt: string | null;
  }[];
  nextCursor: string | null;
}
// ListTiles GET /api/numbers/tiles?metric=on-time&from=&to= → Tile[] (34 provinces + industrial chains)
export interface Tile {
  unit: UnitBrief | null; // null: not in scope (台湾, 香港, 澳门)
  regionCode: string;
  shortName: string;
  row: number | null;
  col: number | null;
  numerator: number;
  denominator: number;
  rate: number | null;
  openOverdue: number;
}

// ---- catalogue: ListCatalogueVersions GET /api/catalogue ; ShowCatalogue GET /api/catalogue/{version}
export interface CatalogueView {
  version: number;
  effectiveFrom: string;
  author: string;
  note: string;
  rules: {
    no: number;
    name: string;
    when: {
      kinds?: Kind[];
      fields?: string[];
      tags?: string[];
      industries?: string[];
      confidentiality?: Confidentiality[];
    };
    routeBy: ('workplace' | 'employerSeat' | 'caller' | 'insurance')[];
    level: UnitLevel; // how deep it goes by itself
    chain: 'territorial' | 'industrial';
    rank: number;
    text: string; // zh sentence
    hits30d: number;
  }[];
}

// ---- live: GET /api/live (text/event-stream), events: `ticket` {id, version, state, turnUnitId}, `notice` NoticeView, `numbers` {asOf}, `ping`
// ---- notices: ListNotices GET /api/notices?cursor= → Page<NoticeView> ; ReadNotices POST /api/notices/read {upTo}
export interface NoticeView {
  id: string;
  at: string;
  kind:
    | 'hop-arrived'
    | 'return-requested'
    | 'return-ruled'
    | 'report-arrived'
    | 'redo'
    | 'yellow'
    | 'red'
    | 'call-back-due'
    | 'failed-job';
  ticketId: string | null;
  ticketNo: string | null;
  title: string;
  read: boolean;
}
// ---- failed jobs: ListFailedJobs GET /api/failed-jobs → Page<FailedJob> ; RedriveJob POST /api/failed-jobs/{id}/redrive
export interface FailedJob {
  id: string;
  queue: string;
  name: string;
  ticketId: string | null;
  ticketNo: string | null;
  failedAt: string;
  attempts: number;
  error: string; // code, never personal data
  redrivenAt: string | null;
}

/** application/problem+json (RFC 9457) */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string; // what to do, in the reader's language
  field?: string;
  errors?: { field: string; code: string; detail: string }[];
  requestId: string;
  current?: TicketView;
}
