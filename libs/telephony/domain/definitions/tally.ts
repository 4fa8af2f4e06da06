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

const waits = (visits: readonly VisitRow[]): number[] =>
  visits.flatMap((visit) => (visit.wait ? [visit.wait.us] : []));

/** @param visits of the queue (or queues) in question @param calls that reached the number */
export function tally(calls: readonly CallRow[], visits: readonly VisitRow[]): Tally {
  const of = (outcome: VisitRow['outcome'], entered = true): VisitRow[] =>
    visits.filter((visit) => visit.outcome === outcome && visit.entered === entered);
  const answered = of('answered');
  const abandoned = of('abandoned');
  return {
    arrived: calls.length,
    leftIvr: calls.filter((call) => call.outcome === 'left_ivr').length,
    closed: calls.filter((call) => call.outcome === 'closed').length,
    asked: visits.length,
    entered: visits.filter((visit) => visit.entered).length,
    answered: answered.length,
    abandoned: abandoned.length,
    limit: of('limit').length,
    key: of('key').length,
    refusedFull: of('full', false).length,
    refusedEmpty: of('empty', false).length,
    leftEmpty: of('empty').length,
    withdrawn: of('withdrawn').length,
    unknown: of('lost').length + of('open').length,
    answeredWaits: waits(answered),
    abandonedWaits: waits(abandoned),
  };
}

/** Compared on microseconds, not on rounded seconds; the threshold itself is in time. */
export const answeredWithin = (of: Tally, seconds: number): number =>
  of.answeredWaits.filter((us) => us <= seconds * SECOND).length;

export const abandonedUnder = (of: Tally, seconds: number): number =>
  of.abandonedWaits.filter((us) => us < seconds * SECOND).length;
