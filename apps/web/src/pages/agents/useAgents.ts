import {
  type InfiniteData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, send } from '../../api/client';
import type { AgentNow, AgentPage } from '../../api/contract';
import { useLive } from '../../api/live';
import { setServerTime } from '../../api/server-clock';

const KEY = ['agents-now'] as const;
const GAP_MS = 1_000;

/** Who is signed in, renewed when somebody's state changes, no more often than once a second. */
export function useAgentsNow(): UseInfiniteQueryResult<InfiniteData<AgentPage>> {
  const client = useQueryClient();
  const [wanted, setWanted] = useState(0);
  useLive('presence', () => setWanted((count) => count + 1));
  useEffect(() => {
    if (wanted === 0) return undefined;
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: KEY }), GAP_MS);
    return () => clearTimeout(timer);
  }, [client, wanted]);
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: async ({ pageParam, signal }) => {
      const page = await get('/presence/agents', { cursor: pageParam, limit: 100 }, signal);
      setServerTime(page.now);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 15_000,
  });
}

export type Ear = AgentNow['ears'][number];

export function useEar() {
  return useMutation({
    mutationFn: ({ accountId, ear, reason }: { accountId: string; ear: Ear; reason: string }) =>
      ear === 'listen'
        ? send('POST', `/presence/agents/${accountId}/listen`, { reason })
        : send('POST', `/presence/agents/${accountId}/barge-in`, { reason }),
  });
}
