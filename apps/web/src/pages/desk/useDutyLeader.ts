import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, send } from '../../api/client';

/** Who would be told now of something urgent in a unit; asked again every minute, because watches change. */
export function useDutyLeader(unitId: string | null) {
  return useQuery({
    queryKey: ['duty-leader', unitId] as const,
    queryFn: ({ signal }) => get(`/units/${unitId ?? ''}/duty-leader`, undefined, signal),
    enabled: unitId !== null,
    refetchInterval: 60_000,
  });
}

/** The number in the clear lives in this component only and is gone at `shownUntil`; it is never cached. */
export function useDutyPhone(unitId: string) {
  const [shown, setShown] = useState<{ phone: string; name: string; shownUntil: string } | null>(null);
  const reveal = useMutation({
    mutationFn: (reason: string) => send('POST', `/units/${unitId}/duty-leader/phone`, { reason }),
    onSuccess: setShown,
  });
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), Math.max(0, Date.parse(shown.shownUntil) - Date.now()));
    return () => clearTimeout(timer);
  }, [shown]);
  useEffect(() => setShown(null), [unitId]);
  return {
    shown,
    hide: () => setShown(null),
    ask: reveal.mutate,
    pending: reveal.isPending,
    error: reveal.error,
  };
}
