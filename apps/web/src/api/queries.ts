import { QueryClient } from '@tanstack/react-query';
import { OfflineError, ProblemError } from './client';
import type { ListTicketsQuery, MetricName } from './contract';

/** The keys of the query cache: everyone who reads or patches a thing names it the same. */
export const keys = {
  tickets: (query: ListTicketsQuery) => ['tickets', query] as const,
  ticket: (id: string) => ['ticket', id] as const,
  ticketEvents: (id: string) => ['ticket', id, 'events'] as const,
  ticketGroup: (id: string) => ['ticket', id, 'group'] as const,
  supervision: (id: string) => ['ticket', id, 'supervision'] as const,
  notes: (id: string) => ['ticket', id, 'notes'] as const,
  suggestions: (id: string) => ['ticket', id, 'suggestions'] as const,
  counts: (unitId?: string) => ['counts', unitId ?? ''] as const,
  unit: (id: string) => ['unit', id] as const,
  units: (query: Record<string, unknown>) => ['units', query] as const,
  numbers: (query: Record<string, unknown>) => ['numbers', query] as const,
  numberRows: (metric: MetricName, query: Record<string, unknown>) =>
    ['numbers', metric, 'rows', query] as const,
  notices: ['notices'] as const,
  drafts: ['drafts'] as const,
};

/** A refusal is an answer and is not asked again; a broken network is. */
function retry(failures: number, error: Error): boolean {
  if (error instanceof ProblemError) return error.status >= 500 && failures < 1;
  return error instanceof OfflineError && failures < 3;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry, staleTime: 10_000, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
