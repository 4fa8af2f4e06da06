import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type { ExportView, ExportWish } from '../api/contract';
import { settings } from '../app/settings';

const KEY = ['exports'] as const;
const PACE_MS = 1_500;

export const isOpen = ({ state }: ExportView): boolean => state === 'waiting' || state === 'running';

/** My files; looked at again while one of them is being written. */
export const useExports = () =>
  useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => get('/exports', { cursor: pageParam, limit: 20 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isOpen)) ? PACE_MS : false,
  });

/** Puts a file on order, with its words in the reader's language. */
export function useOrder(onOrdered: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ form, order }: { form: ExportWish['form']; order: Order }) =>
      order({ form, language: settings().language }),
    // The list first, so that the newest file in it is the one just asked for.
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY });
      onOrdered();
    },
  });
}

export type Order = (wish: ExportWish) => Promise<ExportView>;

export function useEnding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: ExportView) =>
      isOpen(file) ? send('POST', `/exports/${file.id}/cancel`) : send('DELETE', `/exports/${file.id}`),
    // Over meanwhile: the list says how.
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
