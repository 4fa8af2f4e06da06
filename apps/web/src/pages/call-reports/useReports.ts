import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import type { Query } from '../../api/routes';

export type QueueQuery = Query<'/call-reports/queues'>;
export type AgentsQuery = Query<'/call-reports/agents'>;
export type LinesQuery = Query<'/call-reports/agents/lines'>;
export type RowsQuery = Query<'/call-reports/rows'>;

// The sums follow the calls within seconds; a report is read, not watched.
const FRESH = { placeholderData: keepPreviousData, refetchInterval: 60_000 };

export const useQueueReport = (query: QueueQuery, enabled: boolean) =>
  useQuery({
    queryKey: ['call-reports', 'queues', query] as const,
    queryFn: ({ signal }) => get('/call-reports/queues', query, signal),
    enabled,
    ...FRESH,
  });

export const useAgentsReport = (query: AgentsQuery, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['call-reports', 'agents', query] as const,
    queryFn: ({ pageParam, signal }) => get('/call-reports/agents', { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
    placeholderData: keepPreviousData,
  });

export const useAgentLines = (query: LinesQuery, enabled: boolean) =>
  useQuery({
    queryKey: ['call-reports', 'lines', query] as const,
    queryFn: ({ signal }) => get('/call-reports/agents/lines', query, signal),
    enabled,
    ...FRESH,
  });

export const useReportedCalls = (query: RowsQuery) =>
  useInfiniteQuery({
    queryKey: ['call-reports', 'rows', query] as const,
    queryFn: ({ pageParam, signal }) => get('/call-reports/rows', { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
