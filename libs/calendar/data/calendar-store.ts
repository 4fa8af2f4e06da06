import { type Instant, refuse, type Transaction } from '@hotline/kernel';
import { changed, row, rows } from '@hotline/platform';
import { type CalendarPlan, planOf, type PublishedCalendar } from '../domain/calendar-plan.js';

export interface StoredVersion {
  readonly version: number;
  readonly body: PublishedCalendar;
  readonly publishedAt: Instant;
  readonly publishedBy: string | null;
  readonly note: string;
}

export interface StoredDraft {
  readonly version: number;
  readonly basedOn: number | null;
  readonly plan: CalendarPlan;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

const VERSION = `c.version, c.body, c.published_at as "publishedAt", a.display_name as "publishedBy", c.note`;
const DRAFT = `d.version, d.based_on as "basedOn", d.plan, a.display_name as "changedBy", d.changed_at as "changedAt"`;
// Whoever drafts or publishes any calendar waits for the one before: a base and what stands on it move together.
const PUBLICATION_LOCK = 123_513;

/** The newest version of every calendar, in order of id. */
export function newestVersions(tx: Transaction): Promise<StoredVersion[]> {
  return rows(
    tx,
    `select distinct on (c.id) ${VERSION} from calendar c left join account a on a.id = c.published_by
     order by c.id, c.version desc`,
  );
}

/** All versions of one calendar, newest first. */
export function versionsOf(tx: Transaction, id: string): Promise<StoredVersion[]> {
  return rows(
    tx,
    `select ${VERSION} from calendar c left join account a on a.id = c.published_by
     where c.id = $1 order by c.version desc`,
    [id],
  );
}

export async function calendarVersion(
  tx: Transaction,
  id: string,
  version: number,
): Promise<PublishedCalendar | null> {
  const found = await row<{ body: PublishedCalendar }>(
    tx,
    'select body from calendar where id = $1 and version = $2',
    [id, version],
  );
  return found?.body ?? null;
}

export async function newestCalendar(tx: Transaction, id: string): Promise<PublishedCalendar | null> {
  const found = await row<{ body: PublishedCalendar }>(
    tx,
    'select body from calendar where id = $1 order by version desc limit 1',
    [id],
  );
  return found?.body ?? null;
}

/** The plans behind the newest versions. */
export async function publishedPlans(tx: Transaction): Promise<CalendarPlan[]> {
  return (await newestVersions(tx)).map(({ body }) => planOf(body));
}

export function draftsOf(tx: Transaction): Promise<(StoredDraft & { calendarId: string })[]> {
  return rows(
    tx,
    `select d.calendar_id as "calendarId", ${DRAFT} from calendar_draft d join account a on a.id = d.changed_by`,
  );
}

export function draftOf(tx: Transaction, id: string): Promise<StoredDraft | null> {
  return row<StoredDraft & Record<string, unknown>>(
    tx,
    `select ${DRAFT} from calendar_draft d join account a on a.id = d.changed_by where d.calendar_id = $1`,
    [id],
  );
}

/**
 * @throws Refused `not-found` for a calendar nobody knows, `wrong-state` with the version in force when the draft has been
 * published or discarded, `stale-version` with the newer draft when `version` is not its present one
 */
export async function lockDraft(tx: Transaction, id: string, version: number): Promise<StoredDraft> {
  await lockPublication(tx);
  const draft = await draftOf(tx, id);
  if (!draft) {
    const newest = (await newestCalendar(tx, id)) ?? refuse('not-found');
    return refuse('wrong-state', { facts: { problem: 'no-draft', newest: newest.version }, current: newest });
  }
  if (draft.version === version) return draft;
  return refuse('stale-version', { facts: { yours: version, newest: draft.version }, current: draft });
}

export async function lockPublication(tx: Transaction): Promise<void> {
  await rows(tx, 'select pg_advisory_xact_lock($1)', [PUBLICATION_LOCK]);
}

/** @throws Refused `duplicate` when somebody is drafting the same calendar already */
export async function insertDraft(
  tx: Transaction,
  plan: CalendarPlan,
  basedOn: number | null,
): Promise<void> {
  const inserted = await changed(
    tx,
    `insert into calendar_draft (calendar_id, based_on, plan, changed_by, changed_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [plan.id, basedOn, JSON.stringify(plan), tx.scope.accountId, tx.now],
  );
  if (inserted === 0) refuse('duplicate', { field: 'id' });
}

export async function changeDraft(tx: Transaction, plan: CalendarPlan): Promise<void> {
  await rows(
    tx,
    `update calendar_draft set plan = $2, version = version + 1, changed_by = $3, changed_at = $4
     where calendar_id = $1`,
    [plan.id, JSON.stringify(plan), tx.scope.accountId, tx.now],
  );
}

export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await rows(tx, 'delete from calendar_draft where calendar_id = $1', [id]);
}

/** Versions are only ever added; the primary key refuses a number that is taken. */
export async function insertVersion(
  tx: Transaction,
  calendar: PublishedCalendar,
  note: string,
): Promise<void> {
  await rows(
    tx,
    `insert into calendar (id, version, body, known_from, known_to, published_at, published_by, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      calendar.id,
      calendar.version,
      JSON.stringify(calendar),
      calendar.knownFrom,
      calendar.knownTo,
      tx.now,
      tx.scope.accountId,
      note,
    ],
  );
}
