import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import type { ListTicketsQuery, TicketState } from '../../api/contract';
import { keys } from '../../api/queries';

export const VIEW_GROUPS = [
  { name: 'mine', views: ['mine-to-do', 'to-sign', 'due-today', 'redo', 'supporting'] },
  { name: 'unit', views: ['open', 'red', 'yellow', 'to-review', 'once-handled', 'all'] },
] as const;

export type ViewName = (typeof VIEW_GROUPS)[number]['views'][number];
export const VIEWS: readonly ViewName[] = VIEW_GROUPS.flatMap((group) => [...group.views]);
export const STATES: readonly TicketState[] = [
  'queued',
  'unclear',
  'dispatched',
  'handling',
  'reported',
  'call-back',
  'grouped',
  'closed',
  'archived',
];
export const DUE_FILTERS = ['overdue', 'today', '1wd', '3wd'] as const;
export const SORTS = ['due', 'newest'] as const;

const PAGE_SIZE = 50;

function oneOf<T extends string>(value: string | null, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}

/** The URL is the filter: what is not in it is not filtered, what the list does not know is ignored. */
export function queryFromUrl(search: URLSearchParams): ListTicketsQuery {
  const text = (name: string) => search.get(name) ?? undefined;
  const states = search.getAll('state').flatMap((value) => oneOf(value, STATES) ?? []);
  const query: ListTicketsQuery = {
    view: oneOf(search.get('view'), VIEWS) ?? 'mine-to-do',
    unitId: text('unitId'),
    state: states.length > 0 ? states : undefined,
    kind: text('kind') as ListTicketsQuery['kind'],
    field: text('field'),
    tag: text('tag'),
    urgency: oneOf(search.get('urgency'), ['general', 'urgent']),
    dueWithin: oneOf(search.get('dueWithin'), DUE_FILTERS),
    assigned: oneOf(search.get('assigned'), ['me']),
    q: text('q'),
    sort: oneOf(search.get('sort'), SORTS) ?? 'due',
    limit: PAGE_SIZE,
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

/** Pages by key, never by offset; while a new filter loads, the old rows stay where they are. */
export function useTicketRows(query: ListTicketsQuery) {
  return useInfiniteQuery({
    queryKey: keys.tickets(query),
    queryFn: ({ pageParam, signal }) => get('/tickets', { ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useViewCounts(unitId?: string) {
  return useQuery({
    queryKey: keys.counts(unitId),
    queryFn: ({ signal }) => get('/tickets/counts', { unitId }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}
