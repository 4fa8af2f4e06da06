import { createContext, useContext, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { TicketVerb } from '../api/contract';
import { keys } from '../api/queries';
import { useServerDraft, type ServerDraft } from '../parts';

/** What was changed in the form of one verb, by the name of the field; a field nobody touched keeps its default. */
export type KeptValues = Record<string, unknown>;

const Kept = createContext<ServerDraft<KeptValues> | null>(null);

/** The draft behind the form it stands in; null where a form is too short to keep. */
export const useKeptForm = (): ServerDraft<KeptValues> | null => useContext(Kept);

interface KeptFormProps {
  verb: TicketVerb;
  /** The ticket, or the part of it that the form is about. */
  subjectId: string;
  children: (gone: () => void) => ReactNode;
}

const NOTHING: KeptValues = {};

/**
 * Keeps what is typed in a verb's form on the server, whatever becomes of the page: `useFields` inside reads and
 * writes it, `VerbFrame` says how old it is. `gone` forgets it, once the step has been taken.
 */
export function KeptForm({ verb, subjectId, children }: KeptFormProps) {
  const client = useQueryClient();
  const draft = useServerDraft<KeptValues>(verb, subjectId, NOTHING);
  const gone = () => void draft.discard().then(() => client.invalidateQueries({ queryKey: keys.drafts }));
  return <Kept value={draft}>{children(gone)}</Kept>;
}
