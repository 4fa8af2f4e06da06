import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../api/client';
import { useDebounced } from '../parts';
import { isEmpty, sendable, type LegalClocks, type LegalFacts } from './facts';

/** What the server computes of facts that are not stored, a moment after the last change. */
export function useReckoning(facts: LegalFacts, asked: boolean): UseQueryResult<LegalClocks> {
  const body = useDebounced(JSON.stringify(sendable(facts)), 300);
  return useQuery({
    queryKey: ['legal', body],
    queryFn: ({ signal }) => send('POST', '/legal/compute', JSON.parse(body) as LegalFacts, { signal }),
    enabled: asked && !isEmpty(facts),
    staleTime: 60_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });
}
