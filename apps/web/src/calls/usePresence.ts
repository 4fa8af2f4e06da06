import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from '../api/client';
import type { OwnPresence } from '../api/contract';
import { useLive, useLiveConnected } from '../api/live';
import { setServerTime } from '../api/server-clock';
import { useCan } from '../api/session';

export const presenceKey = ['presence', 'me'] as const;
const lookAgain = 60_000; // ms; a message that was lost is caught up with

/** My state at the line. Asked again when the server says that it has changed, and after a broken stream. */
export function usePresence(): UseQueryResult<OwnPresence> {
  const on = useCan('presence.own');
  return useQuery({
    queryKey: presenceKey,
    queryFn: async ({ signal }) => {
      const presence = await get('/presence/me', undefined, signal);
      setServerTime(presence.now);
      return presence;
    },
    enabled: on,
    staleTime: Infinity,
    refetchInterval: lookAgain,
  });
}

/** Keeps it fresh; once on every page. */
export function usePresenceLive(): void {
  const client = useQueryClient();
  const connected = useLiveConnected();
  const ask = (): void => void client.invalidateQueries({ queryKey: presenceKey });
  useLive('presence', ask);
  useLive('call', ask);
  useEffect(() => {
    if (connected) void client.invalidateQueries({ queryKey: presenceKey });
  }, [connected, client]);
}
