import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type {
  CatalogueVersion,
  CatalogueView,
  Confidentiality,
  Kind,
  PreviewRouteBody,
  RoutePreview,
} from '../../api/contract';
import type { ChosenPlace } from '../../parts';

export type Rule = CatalogueView['rules'][number];

export function useVersions(): UseQueryResult<CatalogueVersion[]> {
  return useQuery({
    queryKey: ['catalogue', 'versions'] as const,
    queryFn: async ({ signal }) => (await get('/catalogue', undefined, signal)).items,
    staleTime: 60_000,
  });
}

export function useVersion(version: number | undefined): UseQueryResult<CatalogueView> {
  return useQuery({
    queryKey: ['catalogue', 'version', version] as const,
    queryFn: ({ signal }) => get(`/catalogue/${version ?? 0}`, undefined, signal),
    enabled: version !== undefined,
    staleTime: 60_000,
  });
}

export interface Case {
  kind?: Kind | undefined;
  field?: string | undefined;
  tags: string[];
  industry?: string | undefined;
  confidentiality?: Confidentiality | undefined;
  workplace: ChosenPlace | null;
  employerSeat: ChosenPlace | null;
  caller: ChosenPlace | null;
}

export const EMPTY_CASE: Case = { tags: [], workplace: null, employerSeat: null, caller: null };

function bodyOf(tried: Case): PreviewRouteBody {
  const { workplace, employerSeat, caller, tags, ...rest } = tried;
  return {
    ...rest,
    ...(tags.length > 0 ? { tags } : {}),
    places: {
      ...(workplace ? { workplace: { code: workplace.code } } : {}),
      ...(employerSeat ? { employerSeat: { code: employerSeat.code } } : {}),
      ...(caller ? { caller: { code: caller.code } } : {}),
    },
  };
}

/** Asks the server's own router; nothing is decided here. */
export function usePreview(tried: Case): UseQueryResult<RoutePreview> {
  const body = bodyOf(tried);
  const enough =
    tried.field !== undefined ||
    tried.workplace !== null ||
    tried.employerSeat !== null ||
    tried.caller !== null;
  return useQuery({
    queryKey: ['catalogue', 'preview', body] as const,
    queryFn: ({ signal }) => send('POST', '/dispatch/preview', body, { signal }),
    enabled: enough,
    placeholderData: (previous) => (enough ? previous : undefined),
  });
}
