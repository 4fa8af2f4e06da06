import {
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  type InfiniteData,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type {
  AccountView,
  AddSourceBody,
  ChangeSourceBody,
  GiveTelephoneBody,
  LineSource,
  LineSourceDetail,
  LineTest,
  Page,
  TelephoneView,
} from '../../api/contract';

const LIST = ['line-sources'] as const;
const detailKey = (id: string) => ['line-source', id] as const;
const telephonesKey = (id: string) => ['line-telephones', id] as const;

/** Health is looked at anew while somebody looks at it. */
const LOOK_MS = 5_000;

export function useSources(): UseInfiniteQueryResult<InfiniteData<Page<LineSource>>> {
  return useInfiniteQuery({
    queryKey: LIST,
    queryFn: ({ pageParam, signal }) => get('/telephony/sources', { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: LOOK_MS,
  });
}

export function useSource(id: string): UseQueryResult<LineSourceDetail> {
  return useQuery({
    queryKey: detailKey(id),
    queryFn: ({ signal }) => get(`/telephony/sources/${id}`, undefined, signal),
    refetchInterval: LOOK_MS,
  });
}

export function useAddSource(): UseMutationResult<LineSourceDetail, Error, AddSourceBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (source: AddSourceBody) => send('POST', '/telephony/sources', source),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

export function useChangeSource(
  source: Pick<LineSource, 'id' | 'version'>,
): UseMutationResult<LineSourceDetail, Error, ChangeSourceBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeSourceBody) =>
      send('PATCH', `/telephony/sources/${source.id}`, change, { ifMatch: source.version }),
    onSuccess: (after) => {
      client.setQueryData(detailKey(source.id), after);
      return client.invalidateQueries({ queryKey: LIST });
    },
    onError: () => client.invalidateQueries({ queryKey: detailKey(source.id) }),
  });
}

export function useTestLine(id: string): UseMutationResult<LineTest, Error, void> {
  return useMutation({ mutationFn: () => send('POST', `/telephony/sources/${id}/test`) });
}

export function useTelephones(
  id: string,
  past: boolean,
): UseInfiniteQueryResult<InfiniteData<Page<TelephoneView>>> {
  return useInfiniteQuery({
    queryKey: [...telephonesKey(id), past] as const,
    queryFn: ({ pageParam, signal }) =>
      get(`/telephony/sources/${id}/telephones`, { past, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  });
}

function useTelephoneChange<T>(
  id: string,
  mutationFn: (given: T) => Promise<TelephoneView>,
): UseMutationResult<TelephoneView, Error, T> {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: detailKey(id) });
      return client.invalidateQueries({ queryKey: telephonesKey(id) });
    },
  });
}

export const useGiveTelephone = (id: string): UseMutationResult<TelephoneView, Error, GiveTelephoneBody> =>
  useTelephoneChange(id, (telephone: GiveTelephoneBody) =>
    send('POST', `/telephony/sources/${id}/telephones`, telephone),
  );

export const useEndTelephone = (id: string): UseMutationResult<TelephoneView, Error, string> =>
  useTelephoneChange(id, (telephoneId: string) =>
    send('POST', `/telephony/sources/${id}/telephones/${telephoneId}/end`),
  );

/** Who may have a telephone: agents, and supervisors who listen by it. */
export function useAgents(q: string, wanted: boolean): UseQueryResult<AccountView[]> {
  return useQuery({
    queryKey: ['line-agents', q] as const,
    queryFn: async ({ signal }) => {
      const { items } = await get('/accounts', { q, limit: 50 }, signal);
      return items.filter(
        ({ active, memberships }) =>
          active && memberships.some(({ role }) => role === 'agent' || role === 'supervisor'),
      );
    },
    enabled: wanted,
    placeholderData: (previous) => previous,
  });
}
