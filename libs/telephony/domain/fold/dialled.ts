import { type CallEvent } from '../call-event/call-event.js';
import { extensionOf } from '../call-event/ami-fields.js';
import { dialResultOf } from './dial-result.js';
import {
  type Around,
  causesOf,
  type Dialling,
  directionOf,
  isDialled,
  isOrdered,
  mayBeOrdered,
  numberOf,
  peerOf,
} from './dialling.js';
import { coarse, exact, first } from './evidence.js';
import { holdsOf } from './holds.js';
import { entranceOf, isFirstLeg, type Knowledge } from './knowledge.js';
import { type LegBook } from './leg-book.js';
import { type CallRow, type DialledRow, type FeedGap, type Moment, type VisitRow } from './rows.js';

/**
 * Calls that were dialled from inside: outbound, or from one telephone to another. They are rows apart from the calls that
 * reached the number, so that no figure of those can count them. A first leg is such a call where something says so: it was
 * ordered under an id of the orderer's own (`ChannelId` of Originate), or it stands at an inside telephone and rang another
 * leg. Where no trunk is known yet, only the first counts. A FreeSWITCH itself says whose telephone a leg is on.
 */
export function dialledRows(
  legs: LegBook,
  calls: readonly CallRow[],
  visits: readonly VisitRow[],
  gaps: readonly FeedGap[],
  known: Knowledge,
): DialledRow[] {
  const around = { legs, gaps, entrance: entranceOf(known) };
  const inbound = new Set(calls.map((call) => `${call.source}|${call.callerLegId}`));
  const rows: DialledRow[] = [];
  let rung: ReturnType<typeof rungBy> | undefined;
  for (const [source, legId, events] of legs.legs()) {
    const key = `${source}|${legId}`;
    if (inbound.has(key)) continue;
    const own = events.filter((event) => event.legId === legId);
    if (!mayBeOrdered(legId) && !own.some((event) => event.sign === 'leg_created' && isFirstLeg(event)))
      continue;
    rung ??= rungBy(legs);
    const asked = visits.filter((visit) => visit.source === source && visit.callerLegId === legId);
    const dialling = { source, legId, own, asked, rung: rung.get(key) ?? new Map<string, CallEvent[]>() };
    if (isDialled(dialling, around)) rows.push(rowOf(dialling, around));
  }
  return rows.sort((a, b) => a.started.us - b.started.us || (a.legId < b.legId ? -1 : 1));
}

/** Legs by the call that they were made for. */
function rungBy(legs: LegBook): Map<string, Map<string, CallEvent[]>> {
  const rung = new Map<string, Map<string, CallEvent[]>>();
  for (const [source, legId, events] of legs.legs()) {
    const own = events.filter((event) => event.legId === legId);
    const callId = own.find((event) => event.callId !== null)?.callId;
    if (callId == null || callId === legId) continue;
    const key = `${source}|${callId}`;
    const of = rung.get(key) ?? new Map<string, CallEvent[]>();
    rung.set(key, of.set(legId, own));
  }
  return rung;
}

const earliest = (moments: readonly (Moment | null)[]): Moment | null =>
  moments.reduce((least, one) => (one && (!least || one.us < least.us) ? one : least), null);

const momentOf = (event: CallEvent | undefined): Moment | null => first(exact(event), coarse(event));

/** When any of the other legs was so. */
const ofRung = ({ rung }: Dialling, is: (event: CallEvent) => boolean): Moment | null =>
  earliest([...rung.values()].flatMap((events) => events.filter(is).map(momentOf)));

const ANSWERED = (event: CallEvent): boolean => event.sign === 'dial_ended' && event.rawReason === 'ANSWER';

/** A queue that was called from inside answers for itself: the talks are those of the stays. */
function talkOf(dialling: Dialling): Pick<DialledRow, 'rang' | 'answered' | 'talkEnded'> {
  const { own, asked } = dialling;
  if (asked.length > 0) {
    const ends = asked.map((visit) => visit.talkEnded ?? visit.left);
    return {
      rang: earliest(asked.map((visit) => visit.joined)),
      answered: earliest(asked.map((visit) => visit.answered)),
      talkEnded: ends.some((end) => end === null) ? null : (ends.at(-1) ?? null),
    };
  }
  const begun = ofRung(dialling, (event) => event.sign === 'dial_begun');
  const rang = begun ?? ofRung(dialling, (event) => event.sign === 'leg_created');
  const bridged = (event: CallEvent): boolean => event.sign === 'bridge_entered';
  const answered = ofRung(dialling, ANSWERED) ?? ofRung(dialling, bridged);
  if (!answered) return { rang, answered, talkEnded: null };
  const later = (is: (event: CallEvent) => boolean): Moment[] =>
    [own, ...dialling.rung.values()].flatMap((events) =>
      events
        .filter((event) => event.occurredUs >= answered.us && is(event))
        .flatMap((event) => momentOf(event) ?? []),
    );
  const left = earliest(later((event) => event.sign === 'bridge_left'));
  const gone = earliest(later((event) => event.type === 'ended' && event.reason === null));
  return { rang, answered, talkEnded: left ?? gone };
}

function rowOf(dialling: Dialling, around: Around): DialledRow {
  const { source, legId, own, rung, asked } = dialling;
  const number = numberOf(dialling);
  const direction = directionOf(dialling, around, number);
  const times = talkOf(dialling);
  const hangup = own.find((event) => event.type === 'ended');
  const seen = own.find((event) => event.sign === 'leg_created') ?? own[0];
  const over = endOf(dialling, hangup, around);
  const result =
    asked.length > 0 ? null : dialResultOf(times.answered !== null, causesOf(dialling), over.ended !== null);
  const endKnown = over.ended === null || !over.lost;
  const talkEnded = times.talkEnded ?? (times.answered && over.lost ? over.ended : null);
  const hold = holdOf(dialling, around.legs, { ...times, talkEnded });
  return {
    source,
    legId,
    otherLegIds: [...rung.keys()],
    direction,
    number: direction === 'out' ? number : null,
    dialled: direction === 'internal' ? number : null,
    agentExt: extensionOf(peerOf(own)),
    calledExt: direction === 'internal' ? extensionOf(peerOf([...rung.values()].flat())) : null,
    started: momentOf(seen) ?? { us: seen?.occurredUs ?? 0, known: 'second' },
    ordered: isOrdered(dialling),
    ...times,
    talkEnded,
    ended: over.ended,
    talk: endKnown ? lengthOf(times.answered, talkEnded) : null,
    ...hold,
    result,
    outcome: times.answered ? 'answered' : over.ended === null ? 'open' : over.lost ? 'lost' : 'not_answered',
    endKnown,
  };
}

/** Its own end; or, where the switchboard has it no more and nothing said when it went, the last time it was seen. */
function endOf(
  { source, own }: Dialling,
  hangup: CallEvent | undefined,
  { gaps }: Around,
): { ended: Moment | null; lost: boolean } {
  if (hangup && hangup.reason !== 'lost_by_system') return { ended: momentOf(hangup), lost: false };
  const seen = own.filter((event) => event.reason !== 'lost_by_system');
  const last = seen.reduce((most, event) => Math.max(most, event.occurredUs), 0);
  const died = gaps.some((gap) => gap.source === source && gap.restarted && gap.toUs >= last);
  return hangup || died
    ? { ended: { us: last || (hangup?.occurredUs ?? 0), known: 'second' }, lost: true }
    : { ended: null, lost: false };
}

function holdOf(
  { source, legId, rung }: Dialling,
  legs: LegBook,
  { answered, talkEnded }: Pick<DialledRow, 'answered' | 'talkEnded'>,
): Pick<DialledRow, 'hold' | 'holds'> {
  const [other] = [...rung.keys()];
  if (!answered || answered.known === 'order' || other === undefined)
    return { hold: { us: 0, known: 'exact' }, holds: 0 };
  const span = { fromUs: answered.us, toUs: talkEnded?.us ?? Number.MAX_SAFE_INTEGER };
  const holds = holdsOf(legs, source, other, [legId], span);
  const over = holds.filter(({ toUs }) => toUs < Number.MAX_SAFE_INTEGER);
  return {
    hold: { us: over.reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0), known: 'exact' },
    holds: holds.length,
  };
}

/** Never one fine and one whole-second end. */
function lengthOf(from: Moment | null, to: Moment | null): DialledRow['talk'] {
  if (!from || !to || from.known !== 'exact' || to.known !== 'exact') return null;
  return { us: Math.max(0, to.us - from.us), known: 'exact' };
}
