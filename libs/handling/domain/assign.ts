import { custody, type Step, type TicketFacts } from '@hotline/ticket';
import { stays } from './stays.js';

/** 指派: a person of the accountable unit has it in hand; null gives it back to the unit. */
export function assignTicket(facts: TicketFacts, assigneeId: string | null, handOverId?: string): Step {
  const holding = custody(facts);
  const unit = { id: holding.toUnitId, path: holding.toPath };
  return {
    event: {
      kind: 'ticket-assigned',
      unitId: unit.id,
      facts: { assigneeId, before: facts.assigneeId, ...(handOverId ? { handOverId } : {}) },
    },
    ...stays(facts),
    notices: assigneeId ? [{ unit, kind: 'ticket-assigned' }] : [],
  };
}
