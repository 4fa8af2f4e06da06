import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { WrittenShift } from '../../api/contract';

const key = (unitId: string, monday: string) => ['shift-week', unitId, monday] as const;

export const useShiftWeek = (unitId: string, monday: string) =>
  useQuery({
    queryKey: key(unitId, monday),
    queryFn: ({ signal }) => get(`/units/${unitId}/shift-weeks/${monday}`, undefined, signal),
    enabled: unitId !== '',
  });

export function useWriteWeek(unitId: string, monday: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { basedOn: number; shifts: WrittenShift[] }) =>
      send('PUT', `/units/${unitId}/shift-weeks/${monday}`, body),
    onSuccess: (week) => client.setQueryData(key(unitId, monday), week),
    // After a refusal the newer copy is the one to look at.
    onError: () => client.invalidateQueries({ queryKey: key(unitId, monday) }),
  });
}

export const readPasted = (unitId: string, monday: string, text: string) =>
  send('POST', `/units/${unitId}/shift-weeks/${monday}/paste`, { text });
