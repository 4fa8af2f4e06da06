import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { Confidentiality, Kind, PreviewRouteBody, RoutePreview } from '../../api/contract';
import type { ChosenPlace } from '../../parts';

export interface Case {
  kind?: Kind | undefined;
  field?: string | undefined;
  item?: string | undefined;
  tags: string[];
  industry?: string | undefined;
  employer?: string | undefined;
  confidentiality?: Confidentiality | undefined;
  workplace: ChosenPlace | null;
  employerSeat: ChosenPlace | null;
  caller: ChosenPlace | null;
  insurance: ChosenPlace | null;
}

export const EMPTY_CASE: Case = {
  tags: [],
  workplace: null,
  employerSeat: null,
  caller: null,
  insurance: null,
};

const PLACES = ['workplace', 'employerSeat', 'caller', 'insurance'] as const;

function bodyOf({ tags, employer, ...tried }: Case): PreviewRouteBody {
  const { kind, field, item, industry, confidentiality } = tried;
  const places = PLACES.flatMap((key) => {
    const chosen = tried[key];
    return chosen ? [[key, { code: chosen.code }] as const] : [];
  });
  return {
    kind,
    field,
    item,
    industry,
    confidentiality,
    ...(employer?.trim() ? { employer: employer.trim() } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    places: Object.fromEntries(places),
  };
}

/** Whose rules are asked: a version by its number, a draft by its id; its edition changes with every save. */
export interface Asked {
  catalogue: string | null; // the version in force
  edition?: number;
}

/** Asks the server's own router; nothing is decided here. */
export function usePreview(tried: Case, { catalogue, edition }: Asked): UseQueryResult<RoutePreview> {
  const body = { ...bodyOf(tried), ...(catalogue ? { catalogue } : {}) };
  const enough = tried.field !== undefined || PLACES.some((key) => tried[key] !== null);
  return useQuery({
    queryKey: ['catalogue', 'preview', body, edition ?? 0] as const,
    queryFn: ({ signal }) => send('POST', '/dispatch/preview', body, { signal }),
    enabled: enough,
    placeholderData: (previous) => (enough ? previous : undefined),
  });
}
