import { percentOf } from '@hotline/telephony';
import { type Share, type Shares } from './rates.js';
import { type AgentSum, type QueueSum, type Sums } from './sums.js';

/** A rate is never shown without its halves. */
export interface ShownShare extends Share {
  /** two decimals; null of nothing */
  readonly percent: number | null;
}

export interface ShownMean {
  readonly totalMs: number;
  /** how many have a known length */
  readonly count: number;
  readonly meanMs: number | null;
}

export const shareFigure = ({ numerator, denominator }: Share): ShownShare => ({
  numerator,
  denominator,
  percent: percentOf(numerator, denominator),
});

const meanFigure = (us: number, count: number): ShownMean => ({
  totalMs: Math.round(us / 1000),
  count,
  meanMs: count > 0 ? Math.round(us / count / 1000) : null,
});

const ms = (us: number): number => Math.round(us / 1000);

type CallTimes = Sums<
  'waited' | 'wait_us' | 'talked' | 'talk_us' | 'held' | 'hold_us' | 'wrapped' | 'wrap_us'
>;

/**
 * The means of calls. Talk leaves out what was on hold, so that talk + hold + wrap-up is the handling time; its mean is
 * taken over calls whose talk is known to its end.
 */
const means = (sums: CallTimes) => ({
  wait: meanFigure(sums.wait_us, sums.waited),
  talk: meanFigure(sums.talk_us - sums.hold_us, sums.talked),
  hold: meanFigure(sums.hold_us, sums.held),
  wrapUp: meanFigure(sums.wrap_us, sums.wrapped),
  handling: meanFigure(sums.talk_us + sums.wrap_us, sums.talked),
});

export function queueFigures(
  sums: Sums<QueueSum>,
  shares: Shares,
  short: number,
  longestWaitSeconds: number,
) {
  return {
    arrived: sums.arrived,
    leftIvr: sums.left_ivr,
    closed: sums.closed,
    asked: sums.asked,
    entered: sums.entered,
    answered: sums.answered,
    abandoned: sums.abandoned,
    shortAbandoned: short,
    limits: sums.limits,
    keys: sums.keys,
    refusedFull: sums.refused_full,
    refusedEmpty: sums.refused_empty,
    leftEmpty: sums.left_empty,
    withdrawn: sums.withdrawn,
    unknown: sums.unknown,
    unassigned: sums.unassigned,
    rungOut: sums.rung_out,
    rejected: sums.rejected,
    ringCancelled: sums.ring_cancelled,
    transferred: sums.transferred,
    connectionRate: shareFigure(shares.connection_rate),
    serviceLevel: shareFigure(shares.service_level),
    abandonment: shareFigure(shares.abandonment),
    ...means(sums),
    longestWaitSeconds,
  };
}
export type QueueFigures = ReturnType<typeof queueFigures>;

export function agentFigures(sums: Sums<AgentSum>) {
  const busy = ms(sums.talking_us + sums.holding_us + sums.wrapping_us);
  return {
    offered: sums.answered + sums.rung_out + sums.rejected + sums.ring_cancelled,
    answered: sums.answered,
    rungOut: sums.rung_out,
    rejected: sums.rejected,
    ringCancelled: sums.ring_cancelled,
    transferred: sums.transferred,
    dialled: sums.dialled,
    reached: sums.reached,
    ...means(sums),
    // breaks, training and dialling are in neither half
    occupancy: shareFigure({ numerator: busy, denominator: busy + ms(sums.idle_us) }),
    adherence: shareFigure({ numerator: ms(sums.adhered_us), denominator: ms(sums.rostered_us) }),
    signedMs: ms(sums.signed_us),
    idleMs: ms(sums.idle_us),
    ringingMs: ms(sums.ringing_us),
    talkingMs: ms(sums.talking_us),
    holdingMs: ms(sums.holding_us),
    wrappingMs: ms(sums.wrapping_us),
    breakMs: ms(sums.break_us),
    trainingMs: ms(sums.training_us),
    outboundMs: ms(sums.outbound_us),
    otherMs: ms(sums.other_us),
    rosteredMs: ms(sums.rostered_us),
  };
}
export type AgentFigures = ReturnType<typeof agentFigures>;
