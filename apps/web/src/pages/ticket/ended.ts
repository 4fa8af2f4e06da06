import type { TicketState } from '../../api/contract';

/** Nothing is owed any more; the words of the state are the server's. */
export const hasEnded = ({ state }: { readonly state: TicketState }): boolean =>
  state === 'closed' || state === 'archived';
