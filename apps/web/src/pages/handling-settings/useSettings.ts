import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import { useServerDraft, type ServerDraft } from '../../parts';
import type { Caps } from './caps';

const SETTINGS = ['handling-settings'] as const;

export function useHandlingSettings() {
  return useQuery({
    queryKey: SETTINGS,
    queryFn: ({ signal }) => get('/handling-settings', undefined, signal),
  });
}

/** On a conflict the newer version is read, so that it can be shown beside what was typed. */
export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...body }: Caps & { version: number; reason: string }) =>
      send('PUT', '/handling-settings', body, { ifMatch: version }),
    onSuccess: (after) => client.setQueryData(SETTINGS, after),
    onError: () => void client.invalidateQueries({ queryKey: SETTINGS }),
  });
}

/** Rows of the limits in force that time a ruling or an answer; only to show them, they are set on their own page. */
export function useRulingLimits(may: boolean) {
  return useQuery({
    queryKey: ['limits', 'versions'] as const,
    queryFn: ({ signal }) => get('/limits/versions', undefined, signal),
    enabled: may,
    select: ({ versions }) =>
      versions.find(({ standing }) => standing === 'in-force') ?? versions.at(-1) ?? null,
  });
}

export interface CapsDraft {
  /** On top of the version its editor saw. */
  edited: { basedOn: number; caps: Caps } | null;
  reason: string;
}
const NOTHING: CapsDraft = { edited: null, reason: '' };

/** What is typed and not yet published, kept on the server. */
export const useCapsDraft = (): ServerDraft<CapsDraft> =>
  useServerDraft('handling-settings', null, NOTHING, { follow: true });
