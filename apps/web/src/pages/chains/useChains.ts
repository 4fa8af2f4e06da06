import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { IndustryChain, SetChainModeBody } from '../../api/contract';

const KEY = ['chain-settings'] as const;

export function useChains() {
  return useQuery<IndustryChain[]>({
    queryKey: KEY,
    queryFn: ({ signal }) => get('/chain-settings', undefined, signal),
  });
}

export function useSetChain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SetChainModeBody) => send('POST', '/chain-settings', body),
    onSuccess: (chains) => client.setQueryData(KEY, chains),
  });
}
