import {
  keepPreviousData,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { get } from '../../api/client';
import type {
  ChildNumbers,
  MetricName,
  NumbersView,
  RestatedDaysView,
  Tile,
  UnitView,
} from '../../api/contract';
import { useLive } from '../../api/live';
import { keys } from '../../api/queries';
import type { Period } from './figures/period';

/** Every key starts with 'numbers': one live event renews them all. */
const MINUTE = 60_000;

/** The figures of one unit. Old ones stay while another period loads, never while another unit does. */
export function useNumbers(unitId: string | undefined, period: Period): UseQueryResult<NumbersView> {
  const query = { unitId: unitId ?? '', ...period };
  return useQuery({
    queryKey: keys.numbers(query),
    queryFn: ({ signal }) => get('/numbers', query, signal),
    enabled: unitId !== undefined,
    refetchInterval: MINUTE,
    placeholderData: (previous) => (previous?.unit.id === unitId ? previous : undefined),
  });
}

function childrenOptions(unitId: string, period: Period) {
  const query = { unitId, ...period };
  return {
    queryKey: ['numbers', 'children', query] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => get('/numbers/children', query, signal),
  };
}

export function useChildren(unitId: string | undefined, period: Period): UseQueryResult<ChildNumbers[]> {
  return useQuery({
    ...childrenOptions(unitId ?? '', period),
    enabled: unitId !== undefined,
    refetchInterval: MINUTE,
  });
}

/** The rows below each opened unit, loaded when it is opened. */
export function useOpened(
  unitIds: readonly string[],
  period: Period,
): Map<string, UseQueryResult<ChildNumbers[]>> {
  const results = useQueries({ queries: unitIds.map((unitId) => childrenOptions(unitId, period)) });
  return new Map(unitIds.map((unitId, index) => [unitId, results[index] as UseQueryResult<ChildNumbers[]>]));
}

export function useTiles(metric: MetricName, period: Period, wanted: boolean): UseQueryResult<Tile[]> {
  const query = { metric, ...period };
  return useQuery({
    queryKey: ['numbers', 'tiles', query] as const,
    queryFn: ({ signal }) => get('/numbers/tiles', query, signal),
    enabled: wanted,
    refetchInterval: MINUTE,
    placeholderData: keepPreviousData,
  });
}

/** Asked for when somebody opens the definition of a number; frozen days do not change by the minute. */
export function useRestatedDays(
  metric: MetricName,
  unitId: string,
  period: Period,
): UseQueryResult<RestatedDaysView> {
  const query = { unitId, ...period };
  return useQuery({
    queryKey: ['numbers', 'restated', metric, query] as const,
    queryFn: ({ signal }) => get(`/numbers/${metric}/restated-days`, query, signal),
  });
}

export function useUnit(unitId: string | undefined): UseQueryResult<UnitView> {
  return useQuery({
    queryKey: keys.unit(unitId ?? ''),
    queryFn: ({ signal }) => get(`/units/${unitId}`, undefined, signal),
    enabled: unitId !== undefined,
    staleTime: 5 * MINUTE,
  });
}

const LEAST_GAP = 15_000;

/** Renews the figures when the server says they moved, at most every 15 s: a board on a wall must not become load. */
export function useFollowNumbers(): void {
  const client = useQueryClient();
  const last = useRef(0);
  useLive('numbers', () => {
    const now = Date.now();
    if (now - last.current < LEAST_GAP) return;
    last.current = now;
    void client.invalidateQueries({ queryKey: ['numbers'] });
  });
}
