import {
  type InfiniteData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { get, send } from '../../api/client';
import type { CatalogueDraft, DryRun, DryRunRow, Page } from '../../api/contract';
import { draftKey } from './useCatalogue';

const LOOK_MS = 1_000;
const PAGE = 50;
const runKey = (id: string) => ['catalogue', 'dry-run', id] as const;

export const isGoing = (run: DryRun | undefined): boolean =>
  run?.state === 'queued' || run?.state === 'running';

/** A run as it comes along. It lives on the server: after a reload the draft names it and the page goes on looking. */
export function useDryRun(draftId: string, id: string | undefined): UseQueryResult<DryRun> {
  const client = useQueryClient();
  const run = useQuery({
    queryKey: runKey(id ?? ''),
    queryFn: ({ signal }) => get(`/catalogue/dry-runs/${id ?? ''}`, undefined, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (isGoing(state.data) ? LOOK_MS : false),
  });
  const ended = run.data !== undefined && !isGoing(run.data);
  useEffect(() => {
    // Whether these rules count as tried is the server's word.
    if (ended) void client.invalidateQueries({ queryKey: draftKey(draftId) });
  }, [ended, client, draftId]);
  return run;
}

export interface RunStart {
  version: number; // of the draft
  tickets: number;
}

export function useStartDryRun(draftId: string): UseMutationResult<DryRun, Error, RunStart> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, tickets }: RunStart) =>
      send('POST', `/catalogue/drafts/${draftId}/dry-runs`, { tickets }, { ifMatch: version }),
    onSuccess: (run) => {
      client.setQueryData(runKey(run.id), run);
      client.setQueryData<CatalogueDraft>(draftKey(draftId), (draft) => draft && { ...draft, dryRun: run });
    },
  });
}

export function useCancelDryRun(): UseMutationResult<DryRun, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send('POST', `/catalogue/dry-runs/${id}/cancellation`),
    onSuccess: (run) => client.setQueryData(runKey(run.id), run),
  });
}

/** Which tickets: an outcome, and the units from and to; `none` is a dispatcher. */
export interface RowsAsked {
  outcome: DryRunRow['outcome'];
  from: string | null;
  to: string | null;
}

export function useDryRunRows(
  id: string,
  asked: RowsAsked,
): UseInfiniteQueryResult<InfiniteData<Page<DryRunRow>>> {
  return useInfiniteQuery({
    queryKey: [...runKey(id), 'rows', asked] as const,
    queryFn: ({ pageParam, signal }) =>
      get(`/catalogue/dry-runs/${id}/rows`, { ...asked, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
