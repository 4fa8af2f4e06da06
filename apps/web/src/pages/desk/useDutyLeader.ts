import { useQuery } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import { useRevealed } from '../../parts';

/** Who would be told now of something urgent in a unit; asked again every minute, because watches change. */
export function useDutyLeader(unitId: string | null) {
  return useQuery({
    queryKey: ['duty-leader', unitId] as const,
    queryFn: ({ signal }) => get(`/units/${unitId ?? ''}/duty-leader`, undefined, signal),
    enabled: unitId !== null,
    refetchInterval: 60_000,
  });
}

/** The number in the clear is never cached. */
export const useDutyPhone = (unitId: string) =>
  useRevealed(unitId, (reason) => send('POST', `/units/${unitId}/duty-leader/phone`, { reason }));
