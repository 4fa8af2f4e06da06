import type { BoardSettings, QueueSettings } from '@hotline/practice-line';
import { PRACTICE_QUEUE, SECOND_QUEUE } from './practice-telephones.js';

const queue = (name: string): QueueSettings => ({
  name,
  ringMs: 15_000,
  retryMs: 1_000,
  limitMs: 180_000,
  mostWaiting: 12,
  serviceSeconds: 15,
});

/** The switchboard of the demonstration, in its past as now. */
export const PRACTICE_BOARD: BoardSettings = {
  number: '12351',
  ivrMs: 2_500,
  queues: [queue(PRACTICE_QUEUE), queue(SECOND_QUEUE)],
};
