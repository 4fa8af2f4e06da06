import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { keys } from '../../api/queries';

/** One ticket with everything about it. Live events patch it; while the network is down the last copy stays. */
export function useTicket(id: string | null) {
  return useQuery({
    queryKey: keys.ticket(id ?? ''),
    queryFn: ({ signal }) => get(`/tickets/${id ?? ''}`, undefined, signal),
    enabled: id !== null && id !== '',
  });
}
