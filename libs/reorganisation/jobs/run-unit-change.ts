import { defineJob } from '@hotline/kernel';

/** Carries a started change on for some seconds; asks for itself again until the change is done. */
export const RUN_UNIT_CHANGE = defineJob<{ changeId: string }>({
  queue: 'reorganise',
  name: 'run-unit-change',
  attempts: 20,
});

export const REORGANISATION_JOBS = [RUN_UNIT_CHANGE];
