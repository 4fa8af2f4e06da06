import {
  type InfiniteData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { CatalogueProposal, Page } from '../../api/contract';

const PAGE = 50;
const PROPOSALS = ['catalogue', 'proposals'] as const;
export type ProposalState = CatalogueProposal['state'];

export function useProposals(
  state: ProposalState,
): UseInfiniteQueryResult<InfiniteData<Page<CatalogueProposal>>> {
  return useInfiniteQuery({
    queryKey: [...PROPOSALS, state] as const,
    queryFn: ({ pageParam, signal }) =>
      get('/catalogue/proposals', { state, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export interface ProposalRuling {
  decision: 'accepted' | 'refused';
  reason?: string;
  draftId?: string;
  unitId?: string;
}

export function useRuleProposal(id: string): UseMutationResult<CatalogueProposal, Error, ProposalRuling> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ruling: ProposalRuling) => send('POST', `/catalogue/proposals/${id}/ruling`, ruling),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: PROPOSALS });
      await client.invalidateQueries({ queryKey: ['catalogue', 'drafts'] });
    },
  });
}
