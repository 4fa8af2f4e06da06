import { PERMISSIONS, type Role } from '@hotline/organization';
import { LIFECYCLE, TICKET_VERBS, type TicketVerb } from '@hotline/ticket';

/** An interest of one's own, and one's own reason to look at a worker's name: nobody else's words. */
const PERSONAL: readonly TicketVerb[] = ['recuse', 'reveal-identity'];
const HANDLER: Role = 'handler';

/**
 * Verbs whose half-written form goes along when the work of a handler is handed over: what a handler may do on the
 * ticket. Notes, contacts and plans of the tree are no verbs of a ticket and stay with who wrote them.
 */
export const HANDED_OVER_FORMS: readonly TicketVerb[] = TICKET_VERBS.filter((verb) => {
  const roles: readonly Role[] = PERMISSIONS[LIFECYCLE[verb].permission];
  return roles.includes(HANDLER) && !PERSONAL.includes(verb);
});
