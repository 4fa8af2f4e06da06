import { defineJob } from '@hotline/kernel';

/** Writes a file for some seconds; asks for itself again until the file is there. Few at once: they read at length. */
export const WRITE_EXPORT = defineJob<{ exportId: string }>({
  queue: 'exports',
  name: 'write-export',
  attempts: 6,
  atOnce: 2,
});

export const EXPORT_JOBS = [WRITE_EXPORT];
