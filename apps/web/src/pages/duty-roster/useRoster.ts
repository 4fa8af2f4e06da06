import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { ChangeDutyRoster } from '../../api/contract';
import { useDebounced } from '../../parts';

const ROSTER = ['duty-roster'] as const;

export function useWeek(unitId: string, from: string) {
  return useQuery({
    queryKey: [...ROSTER, unitId, 'week', from] as const,
    queryFn: ({ signal }) => get(`/units/${unitId}/duty-week`, { from }, signal),
    enabled: unitId !== '',
    placeholderData: (old) => (old?.unit.id === unitId ? old : undefined),
    refetchInterval: 60_000,
  });
}

/** The lines behind the watches: on which weekdays, from when to when. */
export function useLines(unitId: string) {
  return useQuery({
    queryKey: [...ROSTER, unitId, 'lines'] as const,
    queryFn: ({ signal }) => get(`/units/${unitId}/duty-roster`, undefined, signal),
    enabled: unitId !== '',
  });
}

export function useRosterChange(unitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeDutyRoster) => send('POST', `/units/${unitId}/duty-roster`, change),
    // After a refusal too: somebody else may have changed the roster meanwhile. Not waited for: without a network the
    // failure is said at once.
    onSettled: () => void client.invalidateQueries({ queryKey: ROSTER }),
  });
}

export function useDutyPeople(unitId: string, typed: string) {
  const q = useDebounced(typed.trim(), 200);
  return useQuery({
    queryKey: ['duty-people', unitId, q] as const,
    queryFn: ({ signal }) => get(`/units/${unitId}/duty-people`, { q }, signal),
    placeholderData: keepPreviousData,
  });
}
