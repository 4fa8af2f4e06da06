import { DAY_MS, type Instant, newId, shanghaiDay } from '@hotline/kernel';
import type { LoggedRows } from '@hotline/intake';
import type { CaseFile } from './case-file.js';
import type { ClockRow } from './case-rows.js';
import type { Casting } from './scenes/play.js';
import type { StaffRows } from './staff.js';

type Rows = object[];

/** Everything the history writes, by table. */
export interface HistoryTables {
  readonly accounts: Rows;
  readonly memberships: Rows;
  readonly identities: Rows;
  readonly tickets: Rows;
  readonly accesses: Rows;
  readonly hops: Rows;
  readonly clocks: Rows;
  readonly contacts: Rows;
  readonly events: Rows;
  readonly reports: Rows;
  readonly reviews: Rows;
  readonly returns: Rows;
  readonly workerContacts: Rows;
  readonly callBacks: Rows;
  readonly ladderRuns: Rows;
  readonly notices: Rows;
  readonly documents: Rows;
  /** Notices before this are read. */
  readonly readUpTo: Instant;
}

export interface History {
  readonly files: readonly CaseFile[];
  readonly contacts: readonly LoggedRows[];
  /** Scenes still to be played on some of the files. */
  readonly castings: readonly Casting[];
  readonly staff: StaffRows;
  readonly now: Instant;
}

/** Serials of tickets and contacts, in order. */
export interface Numbers {
  readonly tickets: readonly number[];
  readonly contacts: readonly number[];
}

/** `20260316-00655` */
const numbered = (at: Instant, serial: number): string =>
  `${shanghaiDay(at).replaceAll('-', '')}-${String(serial).padStart(5, '0')}`;

const byTime = <T>(list: readonly T[], at: (one: T) => Instant): T[] =>
  [...list].sort((a, b) => at(a).getTime() - at(b).getTime());

export function tablesOf(
  { files, contacts, castings, staff, now }: History,
  serials: Numbers,
): HistoryTables {
  const played = new Set(castings.map(({ file }) => file));
  const ordered = byTime(files, (file) => file.opened.ticket.opened_at);
  const numbers = new Map(
    ordered.map((file, index) => [file, numbered(file.opened.ticket.opened_at, serials.tickets[index] ?? 0)]),
  );
  const taken = [
    ...contacts.map(({ contact }) => contact),
    ...files.flatMap(({ opened }) => opened.contact ?? []),
  ];
  const since = { created_at: new Date(now.getTime() - 400 * DAY_MS) };
  return {
    accounts: staff.accounts.map((one) => ({ ...one, ...since, kind: 'person', active: true, version: 1 })),
    memberships: staff.memberships.map((one) => ({ ...one, granted_at: since.created_at })),
    identities: [...contacts.flatMap(({ identity }) => identity ?? []), ...files.flatMap(identitiesOf)],
    tickets: ordered.map((file) => ticketRow(file, numbers.get(file) ?? '')),
    accesses: files.flatMap(accessRows),
    hops: files.flatMap(hopRows),
    clocks: files.flatMap((file) => clockRows(file, played.has(file) ? null : now)),
    contacts: byTime(taken, (contact) => contact.created_at).map((contact, index) => ({
      ...contact,
      no: numbered(contact.created_at, serials.contacts[index] ?? 0),
    })),
    events: [...contacts.flatMap(({ events }) => events), ...files.flatMap(eventsOf)],
    reports: files.flatMap(({ rows }) => rows.reports),
    reviews: files.flatMap(({ rows }) => rows.reviews),
    returns: files.flatMap(({ rows }) => rows.returns),
    workerContacts: files.flatMap(({ rows }) => rows.workerContacts),
    callBacks: files.flatMap(({ rows }) => rows.callBacks),
    ladderRuns: files.flatMap(({ rows }) => rows.ladderRuns),
    notices: files.flatMap((file) => noticeRows(file, played.has(file) ? null : now)),
    documents: ordered.map((file) => documentOf(file, numbers.get(file) ?? '')),
    readUpTo: new Date(now.getTime() - DAY_MS),
  };
}

const identitiesOf = ({ opened }: CaseFile) => opened.written.identities;
const eventsOf = ({ opened, rows }: CaseFile): Rows => [...opened.written.events, ...rows.events];

/**
 * `now`: what the sweeps would have noted by then is noted, and the ladder looks on from there; null leaves that to the
 * scene that goes on with the ticket.
 */
function clockRows({ rows }: CaseFile, now: Instant | null): Rows {
  const clocks = [...rows.clocks.values()];
  return clocks.map((clock) => (now ? { ...carded(clock, now), laddered_at: now } : clock));
}

const noticeRows = (file: CaseFile, now: Instant | null): Rows => [
  ...file.rows.notices,
  ...(now ? cardNotices(file, now) : []),
];

function ticketRow({ opened, facts, at, closedAt }: CaseFile, no: string): object {
  const next = facts.openClocks.reduce<(typeof facts.openClocks)[number] | null>(
    (first, clock) => (!first || clock.dueAt < first.dueAt ? clock : first),
    null,
  );
  return {
    ...opened.ticket,
    no,
    version: facts.version,
    state: facts.state,
    target_unit_id: facts.targetUnitId,
    accountable_unit_id: facts.accountable.id,
    path: facts.accountable.path,
    turn_unit_id: facts.turn?.unit.id ?? null,
    turn_expected: facts.turn?.expected ?? null,
    queue_reason: facts.queueReason,
    next_due_at: next?.dueAt ?? null,
    next_yellow_at: next?.yellowAt ?? null,
    redo_count: facts.redoCount,
    updated_at: at,
    closed_at: closedAt,
    archived_at: facts.state === 'archived' ? at : null,
    recall_until: facts.recallUntil,
    recall_hop_id: facts.recallHopId,
  };
}

/** `away`: the ticket has left this unit's subtree; the unit keeps read access. */
function accessRows({ rows, facts }: CaseFile): object[] {
  return [...rows.accesses].map((path) => {
    const away = !facts.accountable.path.startsWith(path);
    return { ticket_id: facts.id, path, ...(away ? { away } : {}) };
  });
}

function hopRows({ facts, rows }: CaseFile): object[] {
  return facts.hops.map((hop) => ({
    id: hop.id,
    ticket_id: facts.id,
    seq: hop.seq,
    from_unit_id: hop.fromUnitId,
    to_unit_id: hop.toUnitId,
    to_path: hop.toPath,
    role: 'lead',
    sent_at: hop.sentAt,
    sent_by: hop.sentBy,
    signed_at: hop.signedAt,
    signed_by: rows.signedBy.get(hop.id) ?? null,
    first_contact_at: hop.firstContactAt,
    passed_at: hop.passedAt,
    reported_at: hop.reportedAt,
    returned_at: hop.returnedAt,
    recalled_at: hop.recalledAt,
    explanation: hop.explanation,
  }));
}

/** The cards a clock was given while it ran, as the clock sweep would have noted them. */
function carded(clock: ClockRow, now: Instant): object {
  if (clock.is_right) return { ...clock, yellow_carded_at: null, red_carded_at: null };
  const end = clock.stopped_at ?? now;
  const shownAt = (at: Instant) => (at < end ? at : null);
  return { ...clock, yellow_carded_at: shownAt(clock.yellow_at), red_carded_at: shownAt(clock.due_at) };
}

function cardNotices({ rows, facts }: CaseFile, now: Instant): object[] {
  return [...rows.clocks.values()]
    .filter((clock) => clock.stopped_at === null)
    .flatMap((clock) =>
      [
        { kind: 'yellow', at: clock.yellow_at },
        { kind: 'red', at: clock.due_at },
      ]
        .filter(({ at }) => at < now)
        .map(({ kind, at }) => ({ id: newId(), unit_id: clock.unit_id, ticket_id: facts.id, kind, at })),
    );
}

function documentOf({ opened, facts }: CaseFile, no: string): object {
  return { id: facts.id, lexemes: [...opened.written.lexemes, no, no.split('-')[1] ?? ''] };
}
