import { type CallEvent, ORDERED } from '../call-event/call-event.js';
import { type DialledCause } from './dial-result.js';
import { type Entrance, isFirstLeg } from './knowledge.js';
import { type LegBook } from './leg-book.js';
import { type FeedGap, type VisitRow } from './rows.js';

export interface Around {
  readonly legs: LegBook;
  readonly gaps: readonly FeedGap[];
  readonly entrance: Entrance;
}

/** The leg a call began with, and the legs it rang. */
export interface Dialling {
  readonly source: string;
  readonly legId: string;
  readonly own: readonly CallEvent[];
  /** its stays in queues: an inside telephone that called a queue */
  readonly asked: readonly VisitRow[];
  readonly rung: ReadonlyMap<string, readonly CallEvent[]>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Only such an id can be an orderer's own; all of FreeSWITCH's are of this shape. */
export const mayBeOrdered = (legId: string): boolean => UUID.test(legId);

/** Asterisk's own ids are a moment and a number, so another shape is the orderer's; a FreeSWITCH says which leg was ordered. */
export const isOrdered = ({ legId, own }: Pick<Dialling, 'legId' | 'own'>): boolean =>
  UUID.test(legId) && own.some((event) => event.feed === 'ami' || event.application === ORDERED);

export function isDialled(dialling: Dialling, { entrance }: Around): boolean {
  const { own, rung, asked } = dialling;
  if (own.some((event) => event.type === 'arrived')) return false;
  if (isOrdered(dialling)) return own.some((event) => event.type !== 'ended' || event.reason === null);
  const created = own.find((event) => event.sign === 'leg_created');
  if (!created || !isFirstLeg(created) || (rung.size === 0 && asked.length === 0)) return false;
  const peer = peerOf(own);
  // The peer of an Asterisk is told from a trunk by the trunks that are known; a FreeSWITCH names only telephones here.
  const told = entrance.trunks.size > 0 || created.feed === 'esl';
  return told && peer !== null && !entrance.trunks.has(peer) && !cameIn(own, entrance);
}

const cameIn = (own: readonly CallEvent[], { contexts, numbers }: Entrance): boolean =>
  own.some(
    ({ context, exten }) => context !== null && exten !== null && contexts.has(context) && numbers.has(exten),
  );

export const peerOf = (events: readonly CallEvent[]): string | null =>
  events.find((event) => event.peer !== null)?.peer ?? null;

const NUMBER = /^\+?\d{2,20}$/;
/** An extension has fewer digits than any subscriber's number. */
const OUTSIDE = /^\+?\d{7,20}$/;

/** What was dialled: where the own leg went on to; else the number that the other leg stands for. */
export function numberOf({ own, rung }: Dialling): string | null {
  const gone = own.findLast(({ exten }) => exten !== null && NUMBER.test(exten))?.exten;
  const others = [...rung.values()].flat();
  const called = others.find(({ callee }) => callee !== null && NUMBER.test(callee))?.callee;
  const other = others.find(({ caller }) => caller !== null && NUMBER.test(caller));
  return gone ?? called ?? other?.caller ?? null;
}

/** A way out of the house that FreeSWITCH names itself (call-event/esl-fields.ts). */
export const isGateway = (peer: string | null): boolean => peer?.startsWith('gateway/') === true;

export function directionOf(
  dialling: Dialling,
  { entrance }: Around,
  number: string | null,
): 'out' | 'internal' {
  const peers = [...dialling.rung.values()].map(peerOf).filter((peer) => peer !== null);
  if (peers.some((peer) => entrance.trunks.has(peer) || isGateway(peer))) return 'out';
  if (isOrdered(dialling) && peers.length === 0) return 'out';
  return number !== null && OUTSIDE.test(number) ? 'out' : 'internal';
}

/** What the other side's network said, the newest try last. */
export function causesOf({ own, rung }: Dialling): DialledCause[] {
  const gaveUp = own.some((event) => event.sign === 'hangup_requested');
  const tries = [...rung.values()].map((events): DialledCause => ({
    status: events.findLast((event) => event.sign === 'dial_ended')?.rawReason ?? null,
    cause: causeOf(events),
    gaveUp,
  }));
  // The own telephone was taken and the way out has failed before there was another leg.
  const stuck = tries.length === 0 && own.some((event) => event.feed === 'esl' && event.sign === 'leg_seen');
  return stuck ? [{ status: 'CONGESTION', cause: causeOf(own), gaveUp }] : tries;
}

const causeOf = (events: readonly CallEvent[]): string | null =>
  events.find((event) => event.type === 'ended')?.rawReason ?? null;
