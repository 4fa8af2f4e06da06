import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { AccountView as Account, AddAccountBody, ChangedAccount, Page, Role } from '../../api/contract';

export type { Account, ChangedAccount };

type Accounts = InfiniteData<Page<Account>>;
const LIST = ['accounts'] as const;

export function useAccounts(q: string): UseInfiniteQueryResult<Accounts> {
  return useInfiniteQuery({
    queryKey: [...LIST, q] as const,
    queryFn: ({ pageParam, signal }) => get('/accounts', { q, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  });
}

/** Puts one changed account into every list that shows it. */
function patch(client: QueryClient, id: string, change: (account: Account) => Account): void {
  client.setQueriesData<Accounts>(
    { queryKey: LIST },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === id ? change(item) : item)),
        })),
      },
  );
}

export function useAddAccount(): UseMutationResult<ChangedAccount, Error, AddAccountBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (account: AddAccountBody) => send('POST', '/accounts', account),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

export interface AccountChange {
  displayName?: string;
  active?: boolean;
  resetPassword?: boolean;
}

export function useChangeAccount(account: Account): UseMutationResult<ChangedAccount, Error, AccountChange> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: AccountChange) =>
      send('PATCH', `/accounts/${account.id}`, change, { ifMatch: account.version }),
    onSuccess: ({ initialPassword: _shownOnce, ...after }) => patch(client, account.id, () => after),
    onError: () => void client.invalidateQueries({ queryKey: LIST }),
  });
}

export function useGrant(
  account: Account,
): UseMutationResult<Account, Error, { unitId: string; role: Role }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (membership: { unitId: string; role: Role }) =>
      send('POST', `/accounts/${account.id}/memberships`, membership),
    onSuccess: (after) => patch(client, account.id, () => after),
  });
}

export function useRevoke(account: Account): UseMutationResult<Account, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (membershipId: string) =>
      send('DELETE', `/accounts/${account.id}/memberships/${membershipId}`),
    onSuccess: (after) => patch(client, account.id, () => after),
  });
}

export function useIssueToken(
  account: Account,
): UseMutationResult<{ token: string }, Error, { label: string; expiresAt: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: { label: string; expiresAt: string }) =>
      send('POST', `/accounts/${account.id}/tokens`, token),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

export function useRevokeToken(account: Account): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) => send('DELETE', `/accounts/${account.id}/tokens/${tokenId}`),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}
