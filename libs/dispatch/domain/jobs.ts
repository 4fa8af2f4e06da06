import { defineJob } from '@hotline/kernel';

/** One batch of a dry run; each batch asks for the next, so that a killed worker loses one batch at most. */
export const JUDGE_BATCH = defineJob<{ runId: string }>({
  queue: 'catalogue',
  name: 'judge-batch',
  attempts: 5,
});
