import { hasEnded } from './ended';
import type { HopView, ReportView, TicketView, UnitBrief } from '../../api/contract';

export interface HopStep {
  kind: 'hop';
  hop: HopView;
  support: HopView[];
  current: boolean;
}
export interface ReviewStep {
  kind: 'review';
  unit: UnitBrief;
  phase: 'done' | 'redo' | 'current' | 'future';
  at: string | null;
}
export interface CallBackStep {
  kind: 'call-back';
  phase: 'done' | 'current' | 'future';
  unit: UnitBrief | null;
  at: string | null;
}
export type ChainStep = HopStep | ReviewStep | CallBackStep;

type ChainFacts = Pick<
  TicketView,
  'hops' | 'reports' | 'path' | 'turn' | 'state' | 'callBacks' | 'closedAt' | 'redo'
>;

function hopSteps({ hops, state }: ChainFacts): HopStep[] {
  const leads = hops.filter((hop) => hop.role === 'lead');
  const last = leads.at(-1);
  const working = state === 'dispatched' || state === 'handling';
  return leads.map((hop) => ({
    kind: 'hop',
    hop,
    support: hops.filter((other) => other.role === 'support' && other.parentHopId === hop.id),
    current: hop === last && working,
  }));
}

function reviewSteps({ reports, path, turn, state }: ChainFacts): ReviewStep[] {
  const reviewing = state === 'reported';
  const after = state === 'call-back' || hasEnded({ state });
  const latest: ReportView | undefined = reviewing || after ? reports.at(-1) : undefined;
  const done = (latest?.reviews ?? []).map<ReviewStep>((review) => ({
    kind: 'review',
    unit: review.unit,
    phase: review.decision === 'accept' ? 'done' : 'redo',
    at: review.at,
  }));
  if (after) return done;
  const ahead = path.filter((unit) => !done.some((step) => step.unit.id === unit.id));
  const planned = ahead.map<ReviewStep>((unit) => ({
    kind: 'review',
    unit,
    phase: reviewing && turn?.unit.id === unit.id ? 'current' : 'future',
    at: null,
  }));
  return [...done, ...planned];
}

/** The whole way of a ticket: custodies held, reviews still owed by each level above, and the call to the worker. */
export function chainSteps(ticket: ChainFacts): ChainStep[] {
  const called = ticket.callBacks.at(-1);
  const phase = hasEnded(ticket) ? 'done' : ticket.state === 'call-back' ? 'current' : 'future';
  const callBack: CallBackStep = {
    kind: 'call-back',
    phase,
    unit: phase === 'current' ? (ticket.turn?.unit ?? null) : null,
    at: called?.at ?? null,
  };
  // A ticket that ended before any report (withdrawn, not accepted) owes no call.
  const owesNone = hasEnded(ticket) && called === undefined && ticket.reports.length === 0;
  return [...hopSteps(ticket), ...reviewSteps(ticket), ...(owesNone ? [] : [callBack])];
}
