import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { TicketView } from '../api/contract';
import { keys } from '../api/queries';

/** Orders, ladder and urgent path of a ticket; asked again whenever the ticket moves. */
export function useSupervision({ id, version }: Pick<TicketView, 'id' | 'version'>) {
  return useQuery({
    queryKey: [...keys.supervision(id), version],
    queryFn: ({ signal }) => get(`/tickets/${id}/supervision`, undefined, signal),
    placeholderData: (old) => old,
  });
}
