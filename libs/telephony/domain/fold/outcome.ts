import { type CallEvent } from '../call-event/call-event.js';
import { isPrecise, type LegBook } from './leg-book.js';
import { type FeedGap, type VisitOutcome } from './rows.js';
import { live, logged, type VisitFacts } from './visit-facts.js';

const SECOND = 1_000_000;
/** A caller who hung up is gone at once; one whose wait was cut hears an announcement first. */
const GONE_WITHIN = 1.5 * SECOND;
const PROVISIONAL = 2 * SECOND;

export interface Verdict {
  outcome: VisitOutcome;
  provisional: boolean;
  /** nothing said so outright; a later log line overrules */
  guessed: boolean;
}

const sure = (outcome: VisitOutcome): Verdict => ({ outcome, provisional: false, guessed: false });
const guess = (outcome: VisitOutcome): Verdict => ({ outcome, provisional: false, guessed: true });

/** What the judge may look at besides the visit's own events. */
export interface Surroundings {
  legs: LegBook;
  gaps: readonly FeedGap[];
  /** the latest moment known of this source: "now" of a recording */
  nowUs: number;
}

const OF_REASON: Partial<Record<string, VisitOutcome>> = {
  key: 'key',
  limit: 'limit',
  empty: 'empty',
  withdrawn: 'withdrawn',
  caller_hangup: 'abandoned',
};

/**
 * How a visit ended. Rank: answered > key > limit > full, empty, withdrawn > abandoned > lost. The log is the book of
 * record; a statement of AMI counts next; what follows only from a leg's behaviour is a guess.
 */
export function judge(facts: VisitFacts, around: Surroundings): Verdict {
  const ended = live(facts, 'answered') ?? live(facts, 'talk_ended');
  if (ended || logged(facts, 'answered') || logged(facts, 'talk_ended')) return sure('answered');
  const written = OF_REASON[logged(facts, 'queue_left')?.reason ?? ''];
  if (written) return sure(written);
  return stated(facts) ?? implied(facts, around) ?? unseen(facts, around);
}

function stated(facts: VisitFacts): Verdict | null {
  if (live(facts, 'callback_requested')) return sure('key');
  const left = facts.live.filter((event) => event.type === 'queue_left' && !event.provisional);
  for (const reason of ['key', 'limit', 'empty', 'withdrawn', 'caller_hangup'])
    if (left.some((event) => event.reason === reason)) return sure(OF_REASON[reason] ?? 'open');
  const refused = live(facts, 'queue_refused');
  return refused ? sure(refused.reason === 'full' ? 'full' : 'empty') : null;
}

function implied(facts: VisitFacts, around: Surroundings): Verdict | null {
  const left = facts.live.filter((event) => event.type === 'queue_left');
  // Before the leg that was picked up: a caller may give up while the agent still hears the queue's announcement.
  const abandon = left.find((event) => event.provisional);
  if (abandon) return abandoned(facts, abandon, around);
  if (pickedUpLeg(facts, around.legs)) return guess('answered');
  const bare = left.find((event) => event.reason === null);
  return bare ? leftBare(facts, bare, around) : null;
}

/**
 * AgentConnect lost, but an agent's leg of this visit was bridged, or it was answered and the caller has left the queue.
 * Answered alone is not enough: the agent may hear the queue's announcement first, and either may hang up meanwhile.
 */
export function pickedUpLeg(facts: VisitFacts, legs: LegBook): string | null {
  const offered = facts.live.filter((event) => event.type === 'agent_offered' && event.legId !== null);
  const seen = (leg: string | null, sign: 'bridge_entered' | 'agent_dumped'): boolean =>
    legs.find(facts.source, leg, sign).length > 0;
  const bridged = offered.find((event) => seen(event.legId, 'bridge_entered'));
  if (bridged || !facts.live.some((event) => event.type === 'queue_left')) return bridged?.legId ?? null;
  const answered = offered.find(
    ({ legId }) =>
      !seen(legId, 'agent_dumped') &&
      legs.find(facts.source, legId, 'dial_ended').some((end) => end.rawReason === 'ANSWER'),
  );
  return answered?.legId ?? null;
}

/** An abandon event is also raised on the limit: the caller hung up if his leg asked to, or was gone at once. */
function abandoned(facts: VisitFacts, abandon: CallEvent, around: Surroundings): Verdict {
  if (!isPrecise(abandon)) return guess('abandoned');
  const provisional = around.nowUs - abandon.occurredUs < PROVISIONAL;
  const stays = !hungUp(facts, abandon, around.legs) && outlives(facts, abandon, around.legs);
  return stays ? guess('limit') : { outcome: 'abandoned', provisional, guessed: false };
}

/** Leave alone: a key press, if the caller stayed; a lost abandon, if he hung up. Next to a hole nobody knows. */
function leftBare(facts: VisitFacts, left: CallEvent, around: Surroundings): Verdict | null {
  if (hungUp(facts, left, around.legs)) return guess('abandoned');
  const cut = around.gaps.some(
    (gap) => gap.fromUs >= left.occurredUs && gap.fromUs - left.occurredUs < 3 * SECOND,
  );
  if (cut) return null;
  return isPrecise(left) && !outlives(facts, left, around.legs) ? null : guess('key');
}

function hungUp(facts: VisitFacts, at: CallEvent, legs: LegBook): boolean {
  const span = { fromUs: at.occurredUs - GONE_WITHIN, toUs: at.occurredUs + SECOND / 5 };
  return legs.find(facts.source, facts.callerLegId, 'hangup_requested', span).length > 0;
}

const outlives = (facts: VisitFacts, at: CallEvent, legs: LegBook): boolean =>
  legs.lastSeenUs(facts.source, facts.callerLegId) > at.occurredUs + GONE_WITHIN;

/** Nothing says how it ended: still going on, refused without a trace, or lost in a hole of the feed. */
function unseen(facts: VisitFacts, around: Surroundings): Verdict {
  const { legs, nowUs } = around;
  const seen = Math.max(legs.lastSeenUs(facts.source, facts.callerLegId), lastOf(facts));
  const ended = legs.find(facts.source, facts.callerLegId, 'ended')[0];
  // What was not heard after the caller was gone hides nothing of him.
  const holes = around.gaps.filter(
    (gap) => gap.source === facts.source && gap.fromUs < (ended?.occurredUs ?? Infinity),
  );
  if (holes.some((gap) => gap.toUs >= seen) || isGone(facts, legs)) return sure('lost');
  const after = holes.filter((gap) => gap.toUs > lastOwn(facts)).at(-1);
  if (after) return afterHole(facts, legs, after);
  const over = ended !== undefined;
  if (onlyRequested(facts)) return over || nowUs - seen > 5 * SECOND ? guess('full') : sure('open');
  if (!over) return sure('open');
  const asked = legs.find(facts.source, facts.callerLegId, 'hangup_requested').length > 0;
  return asked ? guess('abandoned') : sure('lost');
}

/** The switchboard has the leg no more, and nothing said when it ended. */
const isGone = (facts: VisitFacts, legs: LegBook): boolean =>
  legs.all(facts.source, facts.callerLegId).some((event) => event.reason === 'lost_by_system');

const onlyRequested = (facts: VisitFacts): boolean =>
  facts.log.length === 0 &&
  facts.live.every((event) => event.type === 'queue_requested' || event.sign !== null);
const lastOf = (facts: VisitFacts): number =>
  [...facts.live, ...facts.log].reduce((last, event) => Math.max(last, event.occurredUs), 0);
const lastOwn = (facts: VisitFacts): number => lastOf({ ...facts, live: facts.live.filter((e) => !e.sign) });

/** The caller's leg was seen again after a hole in which his visit went on unseen. */
function afterHole(facts: VisitFacts, legs: LegBook, gap: FeedGap): Verdict {
  if (facts.live.some((event) => event.sign === 'waiting')) return sure('open');
  const present = legs
    .all(facts.source, facts.callerLegId)
    .find((event) => event.sign === 'leg_present' && event.occurredUs >= gap.toUs);
  const inTalk = present?.bridgeId && /^(App)?Queue$/i.test(present.application ?? '');
  return inTalk ? guess('answered') : sure('lost');
}
