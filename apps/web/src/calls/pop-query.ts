import { get } from '../api/client';
import type { CallPop } from '../api/contract';

/** Who calls, as the server shows it to the one whose telephone rang. */
export const popQuery = (callId: string) => ({
  queryKey: ['call-pop', callId] as const,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<CallPop> =>
    get(`/calls/${callId}/pop`, undefined, signal),
  staleTime: 30_000,
});
