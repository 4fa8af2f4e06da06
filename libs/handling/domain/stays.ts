import type { Step, TicketFacts } from '@hotline/ticket';

/** Custody, state and turn stay as they are. */
export const stays = (facts: TicketFacts): Pick<Step, 'state' | 'turn' | 'queueReason' | 'recallUntil'> => ({
  state: facts.state,
  turn: facts.turn,
  queueReason: facts.queueReason,
  recallUntil: facts.recallUntil,
});
