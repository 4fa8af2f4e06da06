import { clocksOf, custody, type Step, type TicketFacts } from '@hotline/ticket';
import { nextWork } from './holder-turn.js';

/** 签收: the unit confirms receipt. Its other clocks have been running since the hop was sent. */
export function signHop(facts: TicketFacts): Step {
  const holding = custody(facts);
  return {
    event: { kind: 'hop-signed', unitId: holding.toUnitId, facts: { hopId: holding.id } },
    state: 'handling',
    turn: { unit: { id: holding.toUnitId, path: holding.toPath }, expected: nextWork(facts) },
    stamps: [{ hopId: holding.id, stamp: 'signed' }],
    stopClocks: clocksOf(facts, 'sign'),
  };
}
