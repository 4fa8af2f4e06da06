import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { WallLimits } from '../../api/contract';
import { type ServerDraft, useServerDraft } from '../../parts';

const LIMITS = ['wall-limits'] as const;

export function useLimits(unitId: string) {
  return useQuery({
    queryKey: [...LIMITS, unitId] as const,
    queryFn: ({ signal }) => get('/wallboard/limits', { unitId }, signal),
  });
}

export interface EditedLimits {
  basedOn: number;
  /** null: gives its own back */
  limits: WallLimits | null;
}

/** On a conflict the newer ones are read, so that they can be shown beside what was typed. */
export function useSetLimits(unitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edited: EditedLimits) => send('PUT', '/wallboard/limits', { unitId, ...edited }),
    onSettled: () => client.invalidateQueries({ queryKey: LIMITS }),
  });
}

export const useLimitsDraft = (unitId: string): ServerDraft<{ edited: EditedLimits | null }> =>
  useServerDraft<{ edited: EditedLimits | null }>(
    'wallboard-limits',
    unitId,
    { edited: null },
    { follow: true },
  );
