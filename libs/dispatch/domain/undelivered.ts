import type { Tree, Unit } from '@hotline/organization';
import type { Step, TicketFacts } from '@hotline/ticket';
import { leaveToDispatcher } from './custody-steps.js';

/**
 * Lead and support are sent together or not at all: when one cannot be, the ticket waits for a dispatcher, and the event
 * names every receiver and the one that failed.
 */
export function leaveUndelivered(
  facts: TicketFacts,
  tree: Tree,
  receivers: readonly Unit[],
  failed: Unit | null,
): Step {
  const explanation = {
    text: failed ? `${failed.name}已停用，主办与协办均未派出` : '主办与协办未能同时写入，均未派出',
    catalogueVersion: null,
    rule: null,
  };
  const left = leaveToDispatcher(facts, tree, 'receiver-failed', explanation);
  const named = { receivers: receivers.map((unit) => unit.id), failed: failed?.id ?? null };
  return { ...left, event: { ...left.event, facts: { ...left.event.facts, ...named } } };
}

/** PostgreSQL refused the rows themselves (integrity, a trigger), so that another try would fail the same way. */
export function isUnwritable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:23|42|P0)/.test(code);
}
