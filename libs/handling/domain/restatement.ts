import type { ClockChange, Step, TicketFacts } from '@hotline/ticket';

/**
 * Deadlines promised provisionally become definite: nothing else of the ticket changes, and its log says which moved.
 * Null when every one of the clocks has stopped since it was looked at.
 */
export function restatement(
  facts: TicketFacts,
  calendarId: string,
  calendarVersion: number,
  changes: readonly ClockChange[],
): Step | null {
  const running = new Map(facts.openClocks.map((clock) => [clock.id, clock]));
  const still = changes.filter((change) => running.has(change.clockId));
  if (still.length === 0) return null;
  const { state, turn, queueReason, targetUnitId, recallUntil } = facts;
  const clocks = still.map(({ clockId, dueAt }) => ({
    kind: running.get(clockId)?.kind,
    from: running.get(clockId)?.dueAt.toISOString(),
    to: dueAt.toISOString(),
  }));
  return {
    event: {
      kind: 'clocks-restated',
      unitId: facts.accountable.id,
      facts: { calendarId, calendarVersion, clocks },
    },
    state,
    turn,
    queueReason,
    targetUnitId,
    recallUntil,
    changeClocks: still,
  };
}
