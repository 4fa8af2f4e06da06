import type { QueryClient } from '@tanstack/react-query';
import type { TicketView } from '../api/contract';
import { patchTicket } from '../api/live';
import { keys } from '../api/queries';

/** The newest version this tab has produced itself; a form opened before that need not call its own step a conflict. */
const ownVersions = new Map<string, number>();

export const ownVersion = (ticketId: string): number => ownVersions.get(ticketId) ?? 0;

/** The answer of a verb goes into the open page and into every list row on screen; lists are not fetched again. */
export function putTicket(client: QueryClient, ticket: TicketView): void {
  ownVersions.set(ticket.id, ticket.version);
  patchTicket(client, ticket);
  void client.invalidateQueries({ queryKey: ['counts'] });
  void client.invalidateQueries({ queryKey: keys.ticketEvents(ticket.id) });
}
