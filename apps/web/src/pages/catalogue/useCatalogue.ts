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
import { get, send } from '../../api/client';
import type {
  CatalogueComparison,
  CatalogueDraft,
  CatalogueDraftLine,
  CatalogueVersion,
  CatalogueView,
  Page,
} from '../../api/contract';

export type Rule = CatalogueView['rules'][number];

const PAGE = 50;
const VERSIONS = ['catalogue', 'versions'] as const;
const DRAFTS = ['catalogue', 'drafts'] as const;
export const draftKey = (id: string) => ['catalogue', 'draft', id] as const;

type Pages<T> = UseInfiniteQueryResult<InfiniteData<Page<T>>>;

export function useVersions(): Pages<CatalogueVersion> {
  return useInfiniteQuery({
    queryKey: VERSIONS,
    queryFn: ({ pageParam, signal }) => get('/catalogue', { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 60_000,
  });
}

export function useDrafts(on: boolean): Pages<CatalogueDraftLine> {
  return useInfiniteQuery({
    queryKey: DRAFTS,
    queryFn: ({ pageParam, signal }) => get('/catalogue/drafts', { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: on,
    refetchOnMount: 'always',
  });
}

export const itemsOf = <T>({ data }: { data: InfiniteData<Page<T>> | undefined }): T[] =>
  data?.pages.flatMap((page) => page.items) ?? [];

export function useVersion(version: number | undefined): UseQueryResult<CatalogueView> {
  return useQuery({
    queryKey: ['catalogue', 'version', version] as const,
    queryFn: ({ signal }) => get(`/catalogue/${version ?? 0}`, undefined, signal),
    enabled: version !== undefined,
    staleTime: 60_000,
  });
}

/** `from` and `to` name a version by its number or a draft by its id; `edition` changes when the draft is saved. */
export function useComparison(
  from: string,
  to: string,
  edition: number | string = '',
): UseQueryResult<CatalogueComparison> {
  return useQuery({
    queryKey: ['catalogue', 'comparison', from, to, edition] as const,
    queryFn: ({ signal }) => get('/catalogue/comparison', { from, to }, signal),
    enabled: from !== '' && to !== '' && from !== to,
  });
}

export interface Beginning {
  note: string;
  effectiveFrom: string | null; // now
}

/** After a version was published or a draft came or went: every list of them is asked for again. */
function useForgetLists(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: VERSIONS });
    await client.invalidateQueries({ queryKey: DRAFTS });
    await client.invalidateQueries({ queryKey: ['catalogue', 'version'] });
  };
}

const dated = ({ note, effectiveFrom }: Beginning) => ({ note, ...(effectiveFrom ? { effectiveFrom } : {}) });

export function useRollBack(version: number): UseMutationResult<CatalogueView, Error, Beginning> {
  const forget = useForgetLists();
  return useMutation({
    mutationFn: (order: Beginning) => send('POST', `/catalogue/${version}/rollback`, dated(order)),
    onSuccess: forget,
  });
}

export interface Publication extends Beginning {
  version: number; // of the draft
  skipDryRun: string | null;
}

export function usePublish(id: string): UseMutationResult<CatalogueView, Error, Publication> {
  const forget = useForgetLists();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, skipDryRun, ...order }: Publication) =>
      send(
        'POST',
        `/catalogue/drafts/${id}/publication`,
        { ...dated(order), ...(skipDryRun ? { skipDryRun } : {}) },
        { ifMatch: version },
      ),
    onSuccess: forget,
    // Refused because something moved on: the page shows how it is now.
    onError: () => void client.invalidateQueries({ queryKey: draftKey(id) }),
  });
}

export interface DraftStart {
  from: string | null; // the version in force
  note: string;
}

export function useStartDraft(): UseMutationResult<CatalogueDraft, Error, DraftStart> {
  const forget = useForgetLists();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ from, note }: DraftStart) =>
      send('POST', '/catalogue/drafts', { note, ...(from ? { from } : {}) }),
    onSuccess: (draft) => {
      client.setQueryData(draftKey(draft.id), draft);
      return forget();
    },
  });
}

export function useDiscardDraft(id: string): UseMutationResult<void, Error, number> {
  const forget = useForgetLists();
  return useMutation({
    mutationFn: (version: number) =>
      send('DELETE', `/catalogue/drafts/${id}`, undefined, { ifMatch: version }),
    onSuccess: forget,
  });
}
