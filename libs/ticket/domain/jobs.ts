import { defineJob } from '@hotline/kernel';

/** Sends an opened or re-queued ticket one step on its way. The room that opens a ticket does not know who dispatches it. */
export const DISPATCH_HOP = defineJob<{ ticketId: string }>({
  queue: 'dispatch',
  name: 'dispatch-hop',
  attempts: 5,
});

export const TICKET_JOBS = [DISPATCH_HOP];
