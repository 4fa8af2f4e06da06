import { defineJob } from '@hotline/kernel';

/** One batch of the clocks that a newly published year makes definite; asks for the next batch itself. */
export const RESTATE_CLOCKS = defineJob<{ recomputationId: string }>({
  queue: 'clocks',
  name: 'restate-clocks',
  attempts: 8,
});

export const CALENDAR_JOBS = [RESTATE_CLOCKS];
