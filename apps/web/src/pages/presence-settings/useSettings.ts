import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, ProblemError, send } from '../../api/client';
import { type ServerDraft, useDebounced, useServerDraft } from '../../parts';
import { type Edited, isWhole } from './form';

const SETTINGS = ['presence-settings'] as const;

export function useUnitSettings(unitId: string | undefined) {
  return useQuery({
    queryKey: [...SETTINGS, 'of', unitId] as const,
    queryFn: ({ signal }) => get('/presence-settings', { unitId }, signal),
    placeholderData: keepPreviousData,
  });
}

/** On a conflict the newer version is read, so that it can be shown beside what was typed. */
export function useChange(unitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ edited, because }: { edited: Edited; because: string }) =>
      send('PUT', '/presence-settings', {
        unitId,
        basedOn: edited.basedOn,
        settings: edited.back ? null : edited.rules,
        because,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: SETTINGS }),
  });
}

/** What the change would do now, asked as the hand rests. A refusal names the field. */
export function usePreview(unitId: string, edited: Edited | null) {
  const asked = useDebounced(edited, 400);
  return useQuery({
    queryKey: [...SETTINGS, 'preview', unitId, asked?.back ? null : asked?.rules] as const,
    queryFn: () =>
      send('POST', '/presence-settings/preview', {
        unitId,
        settings: asked && !asked.back ? asked.rules : null,
      }),
    enabled: edited !== null && asked !== null && isWhole(asked),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}

export interface SettingsDraft {
  edited: Edited | null;
  because: string;
}
const NOTHING: SettingsDraft = { edited: null, because: '' };

/** What is typed for a unit and not yet published, kept on the server. */
export const useSettingsDraft = (unitId: string): ServerDraft<SettingsDraft> =>
  useServerDraft('presence-settings', unitId, NOTHING, { follow: true });

/** What a refusal says of one field. */
export function faultAt(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const { errors, field: named, detail } = error.problem;
  return errors?.find((one) => one.field === field)?.detail ?? (named === field ? detail : undefined);
}
