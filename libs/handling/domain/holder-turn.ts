import { custody, type Step, type TicketFacts } from '@hotline/ticket';

/** Whose turn it is once nothing stands between the unit in custody and its work: its own, with the next thing to do. */
export function holderTurn(facts: TicketFacts): Pick<Step, 'state' | 'turn'> {
  const holding = custody(facts);
  const unit = { id: holding.toUnitId, path: holding.toPath };
  if (!holding.signedAt) return { state: 'dispatched', turn: { unit, expected: 'sign' } };
  return { state: 'handling', turn: { unit, expected: nextWork(facts) } };
}

/** An anonymous worker may have left nothing to call; nobody waits for a contact then. */
export function nextWork(facts: TicketFacts): 'contact-worker' | 'report' {
  const done = custody(facts).firstContactAt !== null || facts.confidentiality === 'anonymous';
  return done ? 'report' : 'contact-worker';
}
