import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get } from '../api/client';
import type { OwnLine } from '../api/contract';
import { usePresence } from './usePresence';

const lookAgain = 5_000; // ms; the wait itself ticks from when the caller joined

/** Who waits in my queues and how those beside me are, while I am at the line. */
export function useOwnLine(): UseQueryResult<OwnLine> {
  const { data: presence } = usePresence();
  return useQuery({
    queryKey: ['presence', 'line'],
    queryFn: ({ signal }) => get('/presence/line', undefined, signal),
    enabled: presence?.signedIn === true && presence.queues.length > 0,
    refetchInterval: lookAgain,
    staleTime: lookAgain,
  });
}
