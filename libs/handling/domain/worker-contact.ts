import { clocksOf, custody, type Step, type TicketFacts } from '@hotline/ticket';

export const MEANS = ['call', 'sms', 'visit', 'meeting', 'online'] as const;
export type Means = (typeof MEANS)[number];

export interface WorkerContact {
  readonly id: string;
  readonly means: Means;
  readonly reached: boolean;
  readonly note: string;
}

/**
 * 联系职工. The first attempt meets the limit of first contact (首次联系) whether or not somebody answered: the unit owes
 * the attempt, and the record says what came of it.
 */
export function logContact(facts: TicketFacts, contact: WorkerContact): Step {
  const holding = custody(facts);
  return {
    event: {
      kind: 'worker-contacted',
      unitId: holding.toUnitId,
      facts: { workerContactId: contact.id, means: contact.means, reached: contact.reached },
    },
    state: 'handling',
    turn: facts.openReturn
      ? facts.turn
      : { unit: { id: holding.toUnitId, path: holding.toPath }, expected: 'report' },
    stamps: holding.firstContactAt ? [] : [{ hopId: holding.id, stamp: 'firstContact' }],
    stopClocks: clocksOf(facts, 'contact'),
  };
}
