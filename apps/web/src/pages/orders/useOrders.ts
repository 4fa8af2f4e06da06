import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { get } from '../../api/client';
import { useLive } from '../../api/live';
import { type Filters, queryOf } from './filters';

const ORDERS = ['orders'] as const;

/** One keyset list; a change of a ticket that is on it asks for it again. */
export function useOrders(filters: Filters) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: [...ORDERS, filters] as const,
    queryFn: ({ pageParam, signal }) =>
      get('/orders', { ...queryOf(filters), cursor: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (old) => old,
    refetchInterval: 60_000,
  });
  const orders = query.data?.pages.flatMap((page) => page.items) ?? [];
  useLive('ticket', (event) => {
    if (orders.some(({ ticket }) => ticket.id === event.id))
      void client.invalidateQueries({ queryKey: ORDERS });
  });
  return { query, orders };
}

export type OrdersQuery = ReturnType<typeof useOrders>['query'];
