/** What is told to a unit about requests, pauses and their ends. */
export const REQUEST_NOTICES = [
  'return-raised',
  'extension-requested',
  'extension-ruled',
  'exclusion-requested',
  'exclusion-ruled',
  'ticket-paused',
  'ticket-resumed',
  'ticket-assigned',
  'ticket-withdrawn',
] as const;

/** What requests, pauses, referrals and assignments leave in the record of a ticket. */
export const REQUEST_EVENTS = [
  'return-raised',
  'extension-requested',
  'extension-raised',
  'extension-granted',
  'extension-refused',
  'exclusion-requested',
  'exclusion-raised',
  'exclusion-granted',
  'exclusion-refused',
  'exclusion-revoked',
  'ticket-paused',
  'ticket-resumed',
  'ticket-withdrawn',
  'ticket-declined',
  'ticket-referred',
  'referral-replied',
  'ticket-assigned',
] as const;
