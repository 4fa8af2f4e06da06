import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { LadderStepSetting } from '../../api/contract';
import { useDebounced, useServerDraft, type ServerDraft } from '../../parts';
import { type Edit, type Edits, type Level, without } from './edits';

const keyOf = (unitId: string) => ['ladder', unitId] as const;

export function useLadder(unitId: string) {
  return useQuery({
    queryKey: keyOf(unitId),
    queryFn: ({ signal }) => get('/ladder', { unitId }, signal),
    enabled: unitId !== '',
  });
}

/** What the server says such a ladder would do to an example ticket, and what is wrong with it. */
export function usePreview(unitId: string, level: Level, steps: readonly LadderStepSetting[]) {
  const body = useDebounced(JSON.stringify({ unitId, level, steps }), 250);
  return useQuery({
    queryKey: ['ladder', 'preview', body] as const,
    queryFn: ({ signal }) =>
      send(
        'POST',
        '/ladder/preview',
        JSON.parse(body) as { unitId: string; level: Level; steps: LadderStepSetting[] },
        { signal },
      ),
    enabled: unitId !== '' && steps.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export interface Publication extends Omit<Edit, 'from'> {
  level: Level;
  effectiveFrom: string;
}

/** On a conflict the ladder is read again, so that what the other one published can be shown beside what is kept here. */
export function usePublishLadder(unitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ steps, ...rest }: Publication) =>
      send('PUT', '/ladder', { unitId, ...rest, steps: [...steps] }),
    onSuccess: (after) => client.setQueryData(keyOf(unitId), after),
    onError: () => void client.invalidateQueries({ queryKey: keyOf(unitId) }),
  });
}

const NOTHING: { edits: Edits } = { edits: {} };

export interface LadderEdits {
  edits: Edits;
  /** With null the edit is forgotten: published, given up, or back to what is in force. */
  change: (key: string, edit: Edit | null) => void;
  draft: ServerDraft<{ edits: Edits }>;
}

/** What is typed and not yet published, kept on the server for all units and levels together. */
export function useLadderEdits(): LadderEdits {
  const draft = useServerDraft('ladder', null, NOTHING, { follow: true });
  const { edits } = draft.body;
  const change = (key: string, edit: Edit | null): void => {
    const others = without(edits, key);
    if (edit) draft.setBody({ edits: { ...others, [key]: edit } });
    else if (Object.keys(others).length > 0) draft.setBody({ edits: others });
    else void draft.discard();
  };
  return { edits, change, draft };
}
