import {
  type AgentSegment,
  type CallRow,
  type DialledRow,
  type FeedGap,
  type FoldedRows,
  type LegRow,
  type VisitRow,
} from '../fold/rows.js';

/** A visit as it is stored: with the leg of its call's row and the moment that decides its interval. */
export interface StoredVisit extends VisitRow {
  /** null for a stay of no call from outside */
  callKey: string | null;
  countedUs: number;
}

export interface StoredCall extends CallRow {
  askedUs: number | null;
  callbackRequested: boolean;
  /** where its sound is kept, in the switchboard's own words */
  recording: string | null;
}

export interface StoredDialled extends DialledRow {
  recording: string | null;
}

export interface StoredLeg extends LegRow {
  callKey: string | null;
  family: string;
}

/** Rows of one family as they stand in the tables, by key. */
export interface Standing {
  calls: ReadonlyMap<string, StoredCall>;
  /** calls dialled from inside, by the leg they began with */
  dialled: ReadonlyMap<string, StoredDialled>;
  visits: ReadonlyMap<string, StoredVisit>;
  legs: ReadonlyMap<string, StoredLeg>;
  segments: ReadonlyMap<string, AgentSegment>;
  gaps: ReadonlyMap<string, FeedGap>;
}
export type RowKind = keyof Standing;
export const ROW_KINDS = [
  'calls',
  'dialled',
  'visits',
  'legs',
  'segments',
  'gaps',
] as const satisfies readonly RowKind[];

type RowsOf<K extends RowKind> = Standing[K] extends ReadonlyMap<string, infer R> ? R : never;
export type RowChanges = { [K in RowKind]: { put: RowsOf<K>[]; gone: RowsOf<K>[] } };

export const NOTHING_STANDS: Standing = {
  calls: new Map(),
  dialled: new Map(),
  visits: new Map(),
  legs: new Map(),
  segments: new Map(),
  gaps: new Map(),
};

export const segmentKey = (one: AgentSegment): string =>
  [one.agent, one.state, one.queue ?? '', one.from.us].join('|');

/** What the fold gave, as it is stored. */
export function standing(rows: Omit<FoldedRows, 'queues' | 'agents'>, family: string): Standing {
  const recording = recordings(rows.legs);
  const calls = new Map(
    rows.calls.map((call) => [call.callerLegId, withVisits(call, rows.visits, recording(call.callId))]),
  );
  const dialled = new Map(
    rows.dialled.map((call) => [call.legId, { ...call, recording: recording(call.legId) }]),
  );
  const ofLeg = new Map<string, string>();
  const ofCall = new Map([...calls.values()].map((call) => [call.callId, call.callerLegId]));
  for (const { legId, otherLegIds } of rows.dialled)
    for (const leg of [legId, ...otherLegIds]) ofLeg.set(leg, legId);
  return {
    calls,
    dialled,
    visits: new Map(rows.visits.map((visit) => [visit.visitId, placed(visit, calls)])),
    legs: new Map(
      rows.legs.map((leg) => [
        leg.legId,
        {
          ...leg,
          family,
          callKey: calls.has(leg.legId)
            ? leg.legId
            : (ofCall.get(leg.callId ?? '') ?? ofLeg.get(leg.legId) ?? null),
        },
      ]),
    ),
    segments: new Map(rows.segments.map((one) => [segmentKey(one), one])),
    gaps: new Map(rows.gaps.map((gap) => [String(gap.fromUs), gap])),
  };
}

/** Of several recordings of one call the first. */
function recordings(legs: readonly LegRow[]): (callId: string) => string | null {
  const found = new Map<string, string>();
  for (const { callId, legId, recording } of legs)
    if (recording !== null && !found.has(callId ?? legId)) found.set(callId ?? legId, recording);
  return (callId) => found.get(callId) ?? null;
}

function withVisits(call: CallRow, visits: readonly VisitRow[], recording: string | null): StoredCall {
  const own = visits.filter((visit) => visit.callerLegId === call.callerLegId);
  const asked = own.flatMap(({ requested, joined }) => requested?.us ?? joined?.us ?? []);
  return {
    ...call,
    askedUs: asked.length > 0 ? Math.min(...asked) : null,
    callbackRequested: own.some((visit) => visit.callbackRequested),
    recording,
  };
}

/** The interval a stay counts in: of its joining, else of its request, else of the call's arrival. */
function placed(visit: VisitRow, calls: ReadonlyMap<string, StoredCall>): StoredVisit {
  const call = calls.get(visit.callerLegId);
  const { requested, joined, answered, left, lastSeenUs } = visit;
  const countedUs =
    joined?.us ??
    requested?.us ??
    call?.arrived.us ??
    Math.min(answered?.us ?? lastSeenUs, left?.us ?? lastSeenUs);
  return { ...visit, callKey: call?.callerLegId ?? null, countedUs };
}

/** A stay that goes on is seen with every event of its leg: that alone is no change. */
function isSame(kind: RowKind, old: object, row: object): boolean {
  if (kind !== 'visits') return equal(old, row);
  const visit = row as StoredVisit;
  const goesOn = visit.outcome === 'open' || (visit.answered !== null && visit.talkEnded === null);
  return equal(old, goesOn ? { ...visit, lastSeenUs: (old as StoredVisit).lastSeenUs } : visit);
}

/** By value; rows are plain objects, lists and scalars. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in left) if (!equal(left[key], right[key])) return false;
  for (const key in right) if (!(key in left)) return false;
  return true;
}

export const noChanges = (): RowChanges => ({
  calls: { put: [], gone: [] },
  dialled: { put: [], gone: [] },
  visits: { put: [], gone: [] },
  legs: { put: [], gone: [] },
  segments: { put: [], gone: [] },
  gaps: { put: [], gone: [] },
});

/** Adds to `changes` what differs between two folds of the same events' family. */
export function addChanges(changes: RowChanges, before: Standing, after: Standing): void {
  for (const kind of ROW_KINDS) addOfKind(changes[kind], kind, before[kind], after[kind]);
}

function addOfKind(
  into: { put: object[]; gone: object[] },
  kind: RowKind,
  before: ReadonlyMap<string, object>,
  after: ReadonlyMap<string, object>,
): void {
  for (const [key, row] of after) {
    const old = before.get(key);
    if (!old || !isSame(kind, old, row)) into.put.push(row);
  }
  for (const [key, row] of before) if (!after.has(key)) into.gone.push(row);
}
