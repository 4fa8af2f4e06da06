import { type CallRow, type VisitRow } from '../fold/rows.js';

/** What rates are made of, counted over one queue (visits) with the calls that reached the number. */
export interface Tally {
  arrived: number;
  leftIvr: number;
  closed: number;
  asked: number;
  entered: number;
  answered: number;
  abandoned: number;
  limit: number;
  key: number;
  refusedFull: number;
  refusedEmpty: number;
  leftEmpty: number;
  withdrawn: number;
  /** entered, and the end is not known: neither answered nor abandoned */
  unknown: number;
  /** microseconds waited, where known */
  answeredWaits: readonly number[];
  abandonedWaits: readonly number[];
}

const SECOND = 1_000_000;
type Counted = Exclude<keyof Tally, 'answeredWaits' | 'abandonedWaits'>;

const OF_ENTERED: Readonly<Partial<Record<VisitRow['outcome'], Counted>>> = {
  answered: 'answered',
  abandoned: 'abandoned',
  limit: 'limit',
  key: 'key',
  empty: 'leftEmpty',
  withdrawn: 'withdrawn',
  lost: 'unknown',
  open: 'unknown',
};
const OF_REFUSED: Readonly<Partial<Record<VisitRow['outcome'], Counted>>> = {
  full: 'refusedFull',
  empty: 'refusedEmpty',
};

const nothing = (): Record<Counted, number> => ({
  arrived: 0,
  leftIvr: 0,
  closed: 0,
  asked: 0,
  entered: 0,
  answered: 0,
  abandoned: 0,
  limit: 0,
  key: 0,
  refusedFull: 0,
  refusedEmpty: 0,
  leftEmpty: 0,
  withdrawn: 0,
  unknown: 0,
});

/** Counts rows one by one, so that no row need be kept. */
export class TallyBook {
  readonly #counts = nothing();
  readonly #answeredWaits: number[] = [];
  readonly #abandonedWaits: number[] = [];

  call(call: Pick<CallRow, 'outcome'>): void {
    this.#counts.arrived += 1;
    if (call.outcome === 'left_ivr') this.#counts.leftIvr += 1;
    if (call.outcome === 'closed') this.#counts.closed += 1;
  }

  visit({ outcome, entered, wait }: Pick<VisitRow, 'outcome' | 'entered' | 'wait'>): void {
    this.#counts.asked += 1;
    if (entered) this.#counts.entered += 1;
    const counted = (entered ? OF_ENTERED : OF_REFUSED)[outcome];
    if (counted !== undefined) this.#counts[counted] += 1;
    if (!entered || !wait) return;
    if (outcome === 'answered') this.#answeredWaits.push(wait.us);
    if (outcome === 'abandoned') this.#abandonedWaits.push(wait.us);
  }

  get tally(): Tally {
    return {
      ...this.#counts,
      answeredWaits: this.#answeredWaits,
      abandonedWaits: this.#abandonedWaits,
    };
  }
}

/** @param visits of the queue (or queues) in question @param calls that reached the number */
export function tally(calls: readonly CallRow[], visits: readonly VisitRow[]): Tally {
  const book = new TallyBook();
  for (const call of calls) book.call(call);
  for (const visit of visits) book.visit(visit);
  return book.tally;
}

/** Compared on microseconds, not on rounded seconds; the threshold itself is in time. */
export const answeredWithin = (of: Tally, seconds: number): number =>
  of.answeredWaits.filter((us) => us <= seconds * SECOND).length;

export const abandonedUnder = (of: Tally, seconds: number): number =>
  of.abandonedWaits.filter((us) => us < seconds * SECOND).length;
