import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { AddFormulaBody } from '../../api/contract';
import { useLive } from '../../api/live';
import type { Asked, Picked } from './address';

const FIGURES = ['call-figures'] as const;

export function useCallFigures({ unitId, from, to, per }: Asked) {
  const client = useQueryClient();
  useLive('numbers', () => void client.invalidateQueries({ queryKey: FIGURES }));
  return useQuery({
    queryKey: [...FIGURES, unitId, from, to, per] as const,
    queryFn: ({ signal }) => get('/call-figures', { unitId, from, to, per }, signal),
    placeholderData: (old) => old,
  });
}

export function useCountedCalls({ unitId, from, to, per }: Asked, picked: Picked | null) {
  return useInfiniteQuery({
    queryKey: [...FIGURES, 'rows', unitId, from, to, per, picked] as const,
    queryFn: ({ pageParam, signal }) =>
      get('/call-figures/rows', { unitId, from, to, per, ...picked, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: picked !== null,
  });
}

export function useFormulas(unitId: string | undefined) {
  return useQuery({
    queryKey: ['call-formulas', unitId] as const,
    queryFn: ({ signal }) => get('/call-formulas', { unitId }, signal),
  });
}

export function useAddFormula() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AddFormulaBody) => send('POST', '/call-formulas', body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['call-formulas'] });
      return client.invalidateQueries({ queryKey: FIGURES });
    },
  });
}
