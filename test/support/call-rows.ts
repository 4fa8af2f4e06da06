import type pg from 'pg';
import type { CallRow, Duration, Known, MissedRing, Moment, VisitRow } from '@hotline/telephony';

const us = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint::text`;

const VISITS = `select v.*, c.call_key, ${[
  'requested_at',
  'joined_at',
  'left_at',
  'answered_at',
  'talk_ended_at',
  'last_seen_at',
]
  .map((column) => `${us(`v.${column}`)} as ${column}_us`)
  .join(', ')},
  coalesce((select json_agg(json_build_object('agent', r.agent, 'agentExt', r.agent_ext, 'reason', r.reason,
    'at', ${us('r.at')}) order by r.ordinal) from call_ring r where r.visit_id = v.id), '[]') as rings
from call_visit v left join call c on c.id = v.call_id where v.source_id = $1 order by v.visit_key`;

type Row = Record<string, string | number | boolean | null>;

const moment = (text: unknown): Moment | null =>
  text === null ? null : { us: Number(text), known: 'exact' };
const duration = (length: unknown, known: unknown): Duration | null =>
  length === null ? null : { us: Number(length), known: known as Exclude<Known, 'order'> };

/** Visits as the tables hold them. How a moment is known is not stored, and neither are legs: `known` is always exact here. */
export async function storedVisits(db: pg.Client, sourceId: string): Promise<VisitRow[]> {
  const { rows } = await db.query<Row & { rings: (Omit<MissedRing, 'at'> & { at: string })[] }>(VISITS, [
    sourceId,
  ]);
  return rows.map((row) => ({
    source: sourceId,
    visitId: String(row.visit_key),
    callId: null,
    callerLegId: String(row.call_key ?? row.visit_key),
    queue: String(row.queue),
    ordinal: Number(row.ordinal),
    caller: null,
    requested: moment(row.requested_at_us),
    entered: row.entered === true,
    joined: moment(row.joined_at_us),
    left: moment(row.left_at_us),
    answered: moment(row.answered_at_us),
    talkEnded: moment(row.talk_ended_at_us),
    outcome: row.outcome as VisitRow['outcome'],
    provisional: row.provisional === true,
    endKnown: row.end_known === true,
    lastSeenUs: Number(row.last_seen_at_us),
    agent: row.agent as string | null,
    agentExt: row.agent_ext as string | null,
    agentLegId: null,
    wait: duration(row.wait_us, row.wait_known),
    waitS: row.wait_s as number | null,
    talk: duration(row.talk_us, row.talk_known),
    talkS: row.talk_s as number | null,
    hold: { us: Number(row.hold_us), known: 'exact' },
    holds: Number(row.holds),
    endedBy: row.ended_by as VisitRow['endedBy'],
    transfer: row.transfer as VisitRow['transfer'],
    offers: Number(row.offers),
    missed: row.rings.map((ring) => ({ ...ring, legId: null, at: { us: Number(ring.at), known: 'exact' } })),
    callbackRequested: row.callback_requested === true,
    exitKey: null,
  }));
}

/** The same of folded rows: what the tables do not hold is blanked. */
export const asStored = (visits: readonly VisitRow[]): VisitRow[] => {
  const exact = (one: Moment | null): Moment | null => one && { us: one.us, known: 'exact' };
  return visits
    .map((visit) => ({
      ...visit,
      callId: null,
      caller: null,
      agentLegId: null,
      exitKey: null,
      requested: exact(visit.requested),
      joined: exact(visit.joined),
      left: exact(visit.left),
      answered: exact(visit.answered),
      talkEnded: exact(visit.talkEnded),
      missed: visit.missed.map((ring) => ({
        ...ring,
        legId: null,
        at: { us: ring.at.us, known: 'exact' as const },
      })),
    }))
    .sort((a, b) => (a.visitId < b.visitId ? -1 : 1));
};

export async function storedCalls(db: pg.Client, sourceId: string): Promise<CallRow[]> {
  const { rows } = await db.query<Row>(
    `select c.*, ${us('arrived_at')} as arrived_us, ${us('ended_at')} as ended_us from call c
     where source_id = $1 and direction = 'in' order by call_key`,
    [sourceId],
  );
  return rows.map((row) => ({
    source: sourceId,
    callId: String(row.call_key),
    callerLegId: String(row.call_key),
    caller: null,
    dialled: row.dialled as string | null,
    arrived: { us: Number(row.arrived_us), known: 'exact' },
    arrivalSeen: row.arrival_seen === true,
    ended: moment(row.ended_us),
    asked: row.asked === true,
    outcome: row.outcome as CallRow['outcome'],
    visitIds: [],
  }));
}

export const callsAsStored = (calls: readonly CallRow[]): CallRow[] =>
  calls
    .map((call) => ({
      ...call,
      callId: call.callerLegId,
      caller: null,
      arrived: { us: call.arrived.us, known: 'exact' as const },
      ended: call.ended && { us: call.ended.us, known: 'exact' as const },
      visitIds: [],
    }))
    .sort((a, b) => (a.callerLegId < b.callerLegId ? -1 : 1));

/** Everything else, as text, by key. */
export async function storedRest(
  db: pg.Client,
  sourceId: string,
): Promise<Record<'legs' | 'segments' | 'gaps', unknown[]>> {
  const legs = await db.query(
    `select l.leg_key, l.kind, l.peer, c.call_key, ${us('created_at')} as created, ${us('l.ended_at')} as ended, cause
     from call_leg l left join call c on c.id = l.call_id where l.source_id = $1 order by leg_key`,
    [sourceId],
  );
  const segments = await db.query(
    `select s.agent, state, s.queue, ${us('from_at')} as from_us, ${us('to_at')} as to_us, reason, visit_key, s.account_id
     from agent_segment s left join call_visit v on v.id = s.visit_id where s.source_id = $1
     order by s.agent, state, s.queue, from_at`,
    [sourceId],
  );
  const gaps = await db.query(
    `select ${us('from_at')} as from_us, ${us('to_at')} as to_us, restarted from feed_gap where source_id = $1 order by from_at`,
    [sourceId],
  );
  return { legs: legs.rows, segments: segments.rows, gaps: gaps.rows };
}

/** Every column of every row of the source that is not a seal or a time of ours, as text, for a comparison of states. */
export async function allRows(db: pg.Client, sourceId: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const tables = ['call', 'call_visit', 'call_leg', 'agent_segment', 'feed_gap'];
  for (const table of tables) {
    const { rows } = await db.query<{ row: string }>(
      `select (to_jsonb(t) - 'caller_sealed' - 'folded_at' - 'family')::text as row from ${table} t
       where source_id = $1 order by 1`,
      [sourceId],
    );
    found[table] = rows.map(({ row }) => row);
  }
  const rings = await db.query<{ row: string }>(
    `select to_jsonb(r)::text as row from call_ring r join call_visit v on v.id = r.visit_id
     where v.source_id = $1 order by 1`,
    [sourceId],
  );
  found.call_ring = rings.rows.map(({ row }) => row);
  const events = await db.query<{ row: string }>(
    `select concat_ws(' ', feed, event_key, type, occurred_us) as row from call_event where source_id = $1 order by 1`,
    [sourceId],
  );
  found.call_event = events.rows.map(({ row }) => row);
  return found;
}
