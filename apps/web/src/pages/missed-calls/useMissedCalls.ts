import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { MissedAttemptBody, MissedCall, MissedSetting, SetMissedSettingBody } from '../../api/contract';
import { useLive } from '../../api/live';
import { useRevealed } from '../../parts';
import type { Filters } from './filters';

const MISSED = ['missed-calls'] as const;

/** One keyset list; it is asked for again when the server says that it has changed. */
export function useMissedCalls({ view, reason, unitId }: Filters) {
  const client = useQueryClient();
  useLive('missed-calls', () => void client.invalidateQueries({ queryKey: MISSED }));
  return useInfiniteQuery({
    queryKey: [...MISSED, 'list', view, reason, unitId] as const,
    queryFn: ({ pageParam, signal }) =>
      get('/missed-calls', { view, reason, unitId, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (old) => old,
    refetchInterval: 60_000,
  });
}

export function useMissedCounts(unitId: string | null) {
  return useQuery({
    queryKey: [...MISSED, 'counts', unitId] as const,
    queryFn: ({ signal }) => get('/missed-calls/counts', { unitId }, signal),
    refetchInterval: 60_000,
  });
}

/** Whatever the answer, the list is asked for again: after a conflict it shows what the other one did. */
function useChange<Given>(mutationFn: (given: Given) => Promise<MissedCall>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: MISSED }) });
}

export const useTake = () =>
  useChange(({ id, version }: MissedCall) =>
    send('POST', `/missed-calls/${id}/taking`, undefined, { ifMatch: version }),
  );

export const useRelease = () =>
  useChange(({ id, version }: MissedCall) =>
    send('POST', `/missed-calls/${id}/release`, undefined, { ifMatch: version }),
  );

export const useRecord = ({ id, version }: MissedCall) =>
  useChange((body: MissedAttemptBody) =>
    send('POST', `/missed-calls/${id}/attempts`, body, { ifMatch: version }),
  );

/** The number itself, for whoever has taken the duty; in no cache. */
export const useReveal = (id: string) =>
  useRevealed(id, (reason) => send('POST', `/missed-calls/${id}/number`, { reason }));

export function useMissedSetting(unitId: string | undefined) {
  return useQuery({
    queryKey: [...MISSED, 'setting', unitId] as const,
    queryFn: ({ signal }) => get(`/units/${unitId ?? ''}/missed-call-setting`, undefined, signal),
    enabled: unitId !== undefined,
  });
}

export function useSetMissedSetting({ unit, version }: Pick<MissedSetting, 'unit' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (setting: Omit<SetMissedSettingBody, 'basedOn'>) =>
      send('PUT', `/units/${unit.id}/missed-call-setting`, { ...setting, basedOn: version }),
    onSettled: () => client.invalidateQueries({ queryKey: [...MISSED, 'setting'] }),
  });
}
