import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { get, ProblemError, send } from '../../api/client';
import type { CatalogueDraft } from '../../api/contract';
import { newId, useSavedDraft, type SavedDraft } from '../../parts';
import { type EditedRule, inputOf, keyed } from './rules';
import { draftKey } from './useCatalogue';

export function useDraft(id: string): UseQueryResult<CatalogueDraft> {
  return useQuery({
    queryKey: draftKey(id),
    queryFn: ({ signal }) => get(`/catalogue/drafts/${id}`, undefined, signal),
    refetchOnMount: 'always',
    refetchOnWindowFocus: true,
  });
}

export interface DraftText {
  note: string;
  effectiveFrom: string | null;
  rules: EditedRule[];
}

export interface EditedDraft extends Pick<SavedDraft<DraftText>, 'value' | 'status' | 'change' | 'flush'> {
  theirs: CatalogueDraft | null; // the newer copy after a refused save
  refused: ProblemError | null; // the server does not take what is written
  keepMine: () => void;
  takeTheirs: () => void;
  /** The version as last answered, also inside a handler that began before the save. */
  version: () => number;
}

const savedOf = ({ note, effectiveFrom, rules, version, savedAt }: CatalogueDraft) => ({
  value: { note, effectiveFrom, rules: keyed(rules, newId) },
  version,
  savedAt,
});

/** The server sends the newer copy of what was changed; the document types it for tickets. */
const newerOf = (error: ProblemError): CatalogueDraft | null => {
  const { current } = error.problem as { current?: unknown };
  return error.problem.code === 'stale-version' && current ? (current as CatalogueDraft) : null;
};

/** Leaving the page while something is not saved yet asks first, and saves meanwhile. */
function useLeaveGuard(unsaved: boolean, flush: () => Promise<void>): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      void flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved, flush]);
}

/** A draft of the catalogue, edited here and saved whole after every pause; faults come back with each save. */
export function useEditedDraft(draft: CatalogueDraft): EditedDraft {
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<CatalogueDraft | null>(null);
  const [refused, setRefused] = useState<ProblemError | null>(null);
  const known = useRef(draft.version);
  const key = draftKey(draft.id);
  const edited = useSavedDraft<DraftText>(savedOf(draft), async (version, { note, effectiveFrom, rules }) => {
    const body = { note, effectiveFrom, rules: rules.map(inputOf) };
    try {
      const after = await send('PUT', `/catalogue/drafts/${draft.id}`, body, { ifMatch: version });
      known.current = after.version;
      setRefused(null);
      client.setQueryData(key, after);
      return after;
    } catch (error) {
      if (error instanceof ProblemError) {
        setTheirs(newerOf(error));
        setRefused(newerOf(error) || error.status >= 500 ? null : error);
      }
      throw error;
    }
  });
  const { takeTheirs, keepMine, status, flush } = edited;
  // Changed elsewhere while nothing was typed here: this screen simply follows.
  const follows = status.phase === 'saved' && draft.version > known.current;
  useEffect(() => {
    if (!follows) return;
    known.current = draft.version;
    takeTheirs(savedOf(draft));
  }, [follows, draft, takeTheirs]);
  useLeaveGuard(status.phase !== 'saved', flush);
  return {
    ...edited,
    theirs,
    refused,
    version: () => client.getQueryData<CatalogueDraft>(key)?.version ?? known.current,
    keepMine: () => {
      if (theirs) keepMine(theirs.version);
      setTheirs(null);
    },
    takeTheirs: () => {
      if (!theirs) return;
      known.current = theirs.version;
      client.setQueryData(key, theirs);
      takeTheirs(savedOf(theirs));
      setTheirs(null);
    },
  };
}
