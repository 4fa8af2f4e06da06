import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { get, ProblemError, send } from '../../../api/client';
import type { PlanUnitChangeBody, UnitChange, UnitChangeRow } from '../../../api/contract';

const WATCH_MS = 1_000;
// A scheduled change begins without anybody at the screen.
const WAIT_MS = 15_000;

export const changeKeys = {
  all: ['unit-changes'] as const,
  one: (id: string) => ['unit-changes', id] as const,
};

/** Newest first; looked at again while one of them runs. */
export function useChanges() {
  return useInfiniteQuery({
    queryKey: [...changeKeys.all, 'list'],
    queryFn: ({ pageParam, signal }) => get('/unit-changes', { cursor: pageParam, limit: 30 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => {
      const items = state.data?.pages.flatMap((page) => page.items) ?? [];
      if (items.some(isRunning)) return 3 * WATCH_MS;
      return items.some(waits) ? WAIT_MS : false;
    },
  });
}

const waits = ({ state }: Pick<UnitChangeRow, 'state'>): boolean => state === 'scheduled';
const isRunning = ({ state }: Pick<UnitChangeRow, 'state'>): boolean => state === 'running';

/** One change; while it runs, its progress every second, and afterwards the tree anew. */
export function useChange(id: string | null): UseQueryResult<UnitChange> {
  const client = useQueryClient();
  return useQuery({
    queryKey: changeKeys.one(id ?? ''),
    queryFn: async ({ signal }) => {
      const change = await get(`/unit-changes/${id}`, undefined, signal);
      const before = client.getQueryData<UnitChange>(changeKeys.one(change.id));
      if (before?.state === 'running' && change.state !== 'running') refreshTree(client);
      return change;
    },
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) => {
      if (data && isRunning(data)) return WATCH_MS;
      return data && waits(data) ? WAIT_MS : false;
    },
  });
}

function refreshTree(client: ReturnType<typeof useQueryClient>): void {
  void client.invalidateQueries({ queryKey: ['units'] });
  void client.invalidateQueries({ queryKey: ['unit'] });
  void client.invalidateQueries({ queryKey: [...changeKeys.all, 'list'] });
}

/** A new plan, or another one in a record nothing has touched yet. */
export function usePlan(
  revised: UnitChange | null,
): UseMutationResult<UnitChange, Error, PlanUnitChangeBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (plan: PlanUnitChangeBody) =>
      revised
        ? send('PUT', `/unit-changes/${revised.id}`, plan, { ifMatch: revised.version })
        : send('POST', '/unit-changes', plan),
    onSuccess: (change) => {
      client.setQueryData(changeKeys.one(change.id), change);
      void client.invalidateQueries({ queryKey: [...changeKeys.all, 'list'] });
    },
  });
}

/** Starts or gives up on the version on screen; a stale one is fetched anew. */
export function useStep(
  change: UnitChange,
  step: 'start' | 'cancel',
): UseMutationResult<UnitChange, Error, void> {
  const client = useQueryClient();
  const options = { ifMatch: change.version };
  return useMutation({
    mutationFn: () =>
      step === 'start'
        ? send('POST', `/unit-changes/${change.id}/start`, undefined, options)
        : send('POST', `/unit-changes/${change.id}/cancel`, undefined, options),
    onSuccess: (after) => {
      client.setQueryData(changeKeys.one(after.id), after);
      refreshTree(client);
    },
    onError: (error) => {
      if (error instanceof ProblemError)
        void client.invalidateQueries({ queryKey: changeKeys.one(change.id) });
    },
  });
}

/** Sets the hour at which the change starts by itself. */
export function useSchedule(change: UnitChange): UseMutationResult<UnitChange, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (at: string) =>
      send('POST', `/unit-changes/${change.id}/schedule`, { at }, { ifMatch: change.version }),
    onSuccess: (after) => {
      client.setQueryData(changeKeys.one(after.id), after);
      refreshTree(client);
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 409)
        void client.invalidateQueries({ queryKey: changeKeys.one(change.id) });
    },
  });
}
