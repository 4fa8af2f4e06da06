import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type {
  CalendarCard,
  CalendarCheck,
  CalendarView,
  CalendarYear,
  ImportPreview,
  Recomputation,
} from '../../api/contract';
import type { Body } from '../../api/routes';

export type Edition = 'published' | 'draft';

export const calendarKeys = {
  all: ['calendars'] as const,
  one: (id: string) => ['calendars', id] as const,
  year: (id: string, year: number, of: Edition, version: number) =>
    ['calendars', id, 'year', year, of, version] as const,
  check: (id: string, version: number) => ['calendars', id, 'check', version] as const,
  recomputation: (id: string) => ['calendars', id, 'recomputation'] as const,
};

export function useCalendars(): UseQueryResult<CalendarCard[]> {
  return useQuery({
    queryKey: calendarKeys.all,
    queryFn: ({ signal }) => get('/calendars', undefined, signal),
  });
}

export function useCalendar(id: string | undefined): UseQueryResult<CalendarView> {
  return useQuery({
    queryKey: calendarKeys.one(id ?? ''),
    queryFn: ({ signal }) => get(`/calendars/${id}`, undefined, signal),
    enabled: id !== undefined,
  });
}

/** @param version of the edition that is looked at, so that a saved draft is drawn anew */
export function useCalendarYear(
  id: string,
  year: number,
  of: Edition,
  version: number,
): UseQueryResult<CalendarYear> {
  return useQuery({
    queryKey: calendarKeys.year(id, year, of, version),
    queryFn: ({ signal }) => get(`/calendars/${id}/years/${String(year)}`, { of }, signal),
    placeholderData: (previous) => (previous?.year === year ? previous : undefined),
  });
}

/** What is wrong with the draft, asked of the server after every save. */
export function useCheck(id: string, version: number | undefined): UseQueryResult<CalendarCheck> {
  return useQuery({
    queryKey: calendarKeys.check(id, version ?? 0),
    queryFn: ({ signal }) => send('POST', `/calendars/${id}/draft/check`, undefined, { signal }),
    enabled: version !== undefined,
    placeholderData: (previous) => previous,
  });
}

/** Looks again every second while the job runs; null when this calendar never had one. */
export function useRecomputation(id: string): UseQueryResult<Recomputation | null> {
  return useQuery({
    queryKey: calendarKeys.recomputation(id),
    queryFn: async ({ signal }) => (await get(`/calendars/${id}/recomputation`, undefined, signal)).latest,
    refetchInterval: ({ state }) => (state.data && !state.data.finishedAt ? 1_000 : false),
  });
}

/** How many open clocks wait for a year of this calendar; the server counts up to a thousand. */
export function useWaiting(calendarId: string): UseQueryResult<number> {
  return useQuery({
    queryKey: ['provisional-clocks', 'total', calendarId] as const,
    queryFn: async ({ signal }) => (await get('/provisional-clocks', { calendarId, limit: 1 }, signal)).total,
  });
}

function useChange<V>(
  change: (value: V) => Promise<CalendarView>,
): UseMutationResult<CalendarView, Error, V> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (after) => {
      client.setQueryData(calendarKeys.one(after.id), after);
      void client.invalidateQueries({ queryKey: calendarKeys.all, exact: true });
      void client.invalidateQueries({ queryKey: calendarKeys.recomputation(after.id) });
    },
  });
}

export type NewDraft = Body<'POST', '/calendars/drafts'>;

export const useOpenDraft = (): UseMutationResult<CalendarView, Error, NewDraft> =>
  useChange((order: NewDraft) => send('POST', '/calendars/drafts', order));

export const usePublish = (
  id: string,
): UseMutationResult<CalendarView, Error, { version: number; note: string }> =>
  useChange(({ version, note }: { version: number; note: string }) =>
    send('POST', `/calendars/${id}/draft/publish`, { note }, { ifMatch: version }),
  );

export function useDiscard(id: string): UseMutationResult<void, Error, number> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      send('DELETE', `/calendars/${id}/draft`, undefined, { ifMatch: version }),
    onSuccess: () => void client.invalidateQueries({ queryKey: calendarKeys.all }),
  });
}

export function usePreview(
  id: string,
): UseMutationResult<ImportPreview, Error, { year: number; text: string }> {
  return useMutation({
    mutationFn: (body: { year: number; text: string }) =>
      send('POST', `/calendars/${id}/draft/import-preview`, body),
  });
}
