import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { get, ProblemError, send } from '../../api/client';
import type { AddUnitBody, ChangeUnitBody, Page, UnitView } from '../../api/contract';
import { keys } from '../../api/queries';

const PAGE = 100;

/** All direct children of a unit. A county may have more than one page of townships and enterprises. */
async function allChildren(parentId: string, signal: AbortSignal): Promise<UnitView[]> {
  const units: UnitView[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<UnitView> = await get('/units', { parentId, cursor, limit: PAGE }, signal);
    units.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return units;
}

export function useChildUnits(parentId: string, open: boolean): UseQueryResult<UnitView[]> {
  return useQuery({
    queryKey: ['units', 'children', parentId] as const,
    queryFn: ({ signal }) => allChildren(parentId, signal),
    enabled: open,
    staleTime: 60_000,
  });
}

export function useFoundUnits(q: string): UseQueryResult<Page<UnitView>> {
  const query = { q, limit: 50 };
  return useQuery({
    queryKey: keys.units(query),
    queryFn: ({ signal }) => get('/units', query, signal),
    enabled: q !== '',
    placeholderData: (previous) => previous,
  });
}

export function useUnitView(id: string | undefined): UseQueryResult<UnitView> {
  return useQuery({
    queryKey: keys.unit(id ?? ''),
    queryFn: ({ signal }) => get(`/units/${id}`, undefined, signal),
    enabled: id !== undefined,
  });
}

/** Renames, closes or opens a unit on the version that is on screen; a stale one is fetched anew. */
export function useChangeUnit(unit: UnitView): UseMutationResult<UnitView, Error, ChangeUnitBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeUnitBody) =>
      send('PATCH', `/units/${unit.id}`, change, { ifMatch: unit.version }),
    onSuccess: (after) => {
      client.setQueryData(keys.unit(unit.id), after);
      void client.invalidateQueries({ queryKey: ['units'] });
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 409)
        void client.invalidateQueries({ queryKey: keys.unit(unit.id) });
    },
  });
}

export function useAddUnit(): UseMutationResult<UnitView, Error, AddUnitBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (unit: AddUnitBody) => send('POST', '/units', unit),
    onSuccess: (added, { parentId }) => {
      client.setQueryData(keys.unit(added.id), added);
      void client.invalidateQueries({ queryKey: ['units'] });
      void client.invalidateQueries({ queryKey: keys.unit(parentId) });
    },
  });
}
