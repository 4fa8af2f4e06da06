import type { Tree } from '@hotline/organization';
import {
  clocksOf,
  custody,
  refOf,
  reviewChain,
  type StartClock,
  type Step,
  type TicketFacts,
} from '@hotline/ticket';
import { upTheChain } from './report-hop.js';

/** 审核通过: the next superior in the chain reviews, or the worker is called back. */
export function acceptReport(facts: TicketFacts, tree: Tree, start: StartClock): Step {
  const chain = reviewChain(facts);
  const reviewer = facts.turn?.unit.id ?? '';
  const next = chain[chain.indexOf(reviewer) + 1];
  return {
    event: reviewed(facts, 'accept'),
    ...upTheChain(facts, tree, next, start),
    stopClocks: clocksOf(facts, 'review'),
  };
}

/** 重办: the unit handles it again, with a new limit; what it has reported stays in the record. */
export function sendBack(facts: TicketFacts, tree: Tree, start: StartClock): Step {
  const holding = custody(facts);
  const unit = tree.get(holding.toUnitId);
  return {
    event: reviewed(facts, 'redo'),
    state: 'handling',
    turn: { unit: refOf(unit), expected: 'report' },
    stopClocks: clocksOf(facts, 'review'),
    startClocks: [start('handle', unit, holding.id)],
    redo: true,
    notices: [{ unit: refOf(unit), kind: 'redo' }],
  };
}

const reviewed = (facts: TicketFacts, decision: 'accept' | 'redo'): Step['event'] => ({
  kind: 'report-reviewed',
  unitId: facts.turn?.unit.id ?? null,
  facts: { reportId: facts.lastReport?.id ?? null, decision },
});
