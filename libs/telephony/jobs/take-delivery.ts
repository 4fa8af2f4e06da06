import { defineJob } from '@hotline/kernel';

/** Turns a delivery on record into calls. A database that is away for an hour must not bury it. */
export const TAKE_DELIVERY = defineJob<{ deliveryId: string }>({
  queue: 'telephony',
  name: 'take-delivery',
  attempts: 20,
});

export const TELEPHONY_JOBS = [TAKE_DELIVERY];
