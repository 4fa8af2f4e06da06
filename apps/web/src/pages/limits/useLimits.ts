import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { LimitRow, LimitsComparison, LimitsMatrix, LimitsShelf, RuleFault } from '../../api/contract';
import { useSavedDraft, type SavedDraft } from '../../parts';

const SHELF = ['limits', 'versions'] as const;

export type LimitsDraft = NonNullable<LimitsShelf['draft']>;

export function useLimits(): UseQueryResult<LimitsShelf> {
  return useQuery({ queryKey: SHELF, queryFn: ({ signal }) => get('/limits/versions', undefined, signal) });
}

export function useLimitFaults(version: number | undefined): UseQueryResult<RuleFault[]> {
  return useQuery({
    queryKey: ['limits', 'faults', version] as const,
    queryFn: async ({ signal }) => (await send('POST', '/limits/draft/check', undefined, { signal })).faults,
    enabled: version !== undefined,
    placeholderData: (previous) => previous,
  });
}

export function useComparison(from: number, draftVersion: number): UseQueryResult<LimitsComparison> {
  return useQuery({
    queryKey: ['limits', 'comparison', from, draftVersion] as const,
    queryFn: ({ signal }) => get('/limits/comparison', { from }, signal),
  });
}

function useShelfChange<V>(
  change: (value: V) => Promise<LimitsShelf>,
): UseMutationResult<LimitsShelf, Error, V> {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (after) => client.setQueryData(SHELF, after) });
}

export const useOpenDraft = (): UseMutationResult<LimitsShelf, Error, number> =>
  useShelfChange((basedOn: number) => send('POST', '/limits/draft', { basedOn }));

export const useDiscard = (): UseMutationResult<LimitsShelf, Error, number> =>
  useShelfChange((version: number) => send('DELETE', '/limits/draft', undefined, { ifMatch: version }));

export interface Publication {
  version: number;
  effectiveFrom: string;
  note: string;
}

export const usePublish = (): UseMutationResult<LimitsShelf, Error, Publication> =>
  useShelfChange(({ version, effectiveFrom, note }: Publication) =>
    send('POST', '/limits/draft/publish', { effectiveFrom, note }, { ifMatch: version }),
  );

export interface EditedMatrix extends Omit<SavedDraft<LimitsMatrix>, 'keepMine' | 'takeTheirs'> {
  keepMine: () => void;
  takeTheirs: () => void;
}

const savedOf = ({ version, changedAt, rows, maxExtensions }: LimitsDraft) => ({
  value: { rows, maxExtensions },
  version,
  savedAt: changedAt,
});

/** The draft of the matrix, edited here and saved after every pause. */
export function useMatrix(draft: LimitsDraft): EditedMatrix {
  const client = useQueryClient();
  const edited = useSavedDraft(savedOf(draft), async (version, matrix: LimitsMatrix) => {
    const after = await send('PUT', '/limits/draft', matrix, { ifMatch: version });
    client.setQueryData(SHELF, after);
    return { version: after.draft?.version ?? version, savedAt: after.draft?.changedAt ?? draft.changedAt };
  });
  const newest = async (take: (draft: LimitsDraft) => void): Promise<void> => {
    const theirs = await get('/limits/versions');
    if (theirs.draft) take(theirs.draft);
  };
  return {
    ...edited,
    keepMine: () => void newest((theirs) => edited.keepMine(theirs.version)),
    takeTheirs: () => void newest((theirs) => edited.takeTheirs(savedOf(theirs))),
  };
}

/** Rows that ask the same question are the same row, whatever their ids. */
export const cellOf = (row: LimitRow): string =>
  [row.clock, row.urgency, row.difficulty, row.kind, row.field, row.level]
    .map((part) => part ?? '*')
    .join(' ');
