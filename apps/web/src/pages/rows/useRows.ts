import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { get } from '../../api/client';
import type { MetricName, NumberRows } from '../../api/contract';
import { keys } from '../../api/queries';
import { periodFrom, shanghaiDay, type Period } from '../board/figures/period';
import { metricFrom, resultFrom, type RowResult } from '../board/figures/rows-link';
import { useHomeUnit } from '../board/useAddress';

export interface RowsAddress {
  metric: MetricName;
  unitId: string | undefined;
  period: Period;
  result: RowResult;
}

/** What the address asks for; a parameter that was taken out falls back to the widest sensible value. */
export function useRowsAddress(): RowsAddress {
  const [parameters] = useSearchParams();
  const home = useHomeUnit();
  return {
    metric: metricFrom(parameters),
    unitId: parameters.get('unitId') ?? home?.id,
    period: periodFrom(parameters, shanghaiDay(new Date().toISOString())),
    result: resultFrom(parameters),
  };
}

const PAGE = 50;

/** The rows behind a number, by keyset: the next page begins where the last one ended, whatever was added meanwhile. */
export function useRows(address: RowsAddress): UseInfiniteQueryResult<InfiniteData<NumberRows>> {
  const { metric, unitId, period, result } = address;
  const query = { unitId, ...period, result, limit: PAGE };
  return useInfiniteQuery({
    queryKey: keys.numberRows(metric, query),
    queryFn: ({ pageParam, signal }) =>
      get(`/numbers/${metric}/rows`, { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: unitId !== undefined,
  });
}
