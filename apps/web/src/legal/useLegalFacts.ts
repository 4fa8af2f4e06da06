import { App } from 'antd';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { get, OfflineError, ProblemError, send } from '../api/client';
import { keys } from '../api/queries';
import { mark, useTexts } from '../app/i18n';
import { DraftSaver, newId, putDraft, useServerDraft, type SaveStatus } from '../parts';
import { differing, sendable, type LegalFacts, type LegalPanelView } from './facts';
import { problemsOf } from './problems';

/** Facts typed and not yet saved, with the version they were typed over. */
interface Typed {
  facts: LegalFacts;
  replaces: number;
}
const PURPOSE = 'save-legal-facts';
const NOTHING: { typed: Typed | null } = { typed: null };

/** Facts typed at the desk that could not be handed over with the ticket wait as a draft for its page. */
export function keepUnsaved(ticketId: string, facts: LegalFacts): void {
  const body = { typed: { facts, replaces: 0 } };
  const saver = new DraftSaver({
    version: 0,
    savedAt: null,
    put: putDraft(newId(), PURPOSE, ticketId),
    changed: () => undefined,
  });
  saver.change(body);
}

export interface Editing {
  facts: LegalFacts;
  problems: Record<string, string>;
  /** One sentence over the form: offline, refused, or what somebody else has saved meanwhile. */
  trouble: string | null;
  pending: boolean;
  change: (facts: LegalFacts) => void;
  save: () => void;
  cancel: () => void;
  status: SaveStatus;
}

interface LegalFactsOfTicket {
  panel: UseQueryResult<LegalPanelView>;
  editing: Editing | null;
  edit: () => void;
}

const legalKey = (ticketId: string) => [...keys.ticket(ticketId), 'legal'] as const;

/** The facts of a ticket: what is kept, what is being typed, and a save that never overwrites somebody else's. */
export function useLegalFacts(ticketId: string): LegalFactsOfTicket {
  const t = useTexts('legal');
  const client = useQueryClient();
  const { message } = App.useApp();
  const draft = useServerDraft(PURPOSE, ticketId, NOTHING);
  const mine = draft.body.typed;
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const panel = useQuery({
    queryKey: legalKey(ticketId),
    queryFn: ({ signal }) => get(`/tickets/${ticketId}/legal-facts`, undefined, signal),
  });

  const keep = (next: typeof mine): void => {
    if (next) draft.setBody({ typed: next });
    else void draft.discard();
  };
  const refused = async (error: unknown, facts: LegalFacts): Promise<void> => {
    if (error instanceof OfflineError) return setTrouble(t('offline'));
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.code !== 'stale-version') {
      setProblems(problemsOf(error));
      return setTrouble(error.problem.detail);
    }
    const newer = await client.fetchQuery({
      queryKey: legalKey(ticketId),
      queryFn: () => get(`/tickets/${ticketId}/legal-facts`),
      staleTime: 0,
    });
    const names = differing(facts, newer.facts).map((name) => t(`fact.${name}`));
    keep({ facts, replaces: newer.version });
    setTrouble(t('stale', { name: newer.savedBy ?? '', facts: names.join(mark('list')) }));
  };
  const save = async (): Promise<void> => {
    if (!mine) return;
    setPending(true);
    setTrouble(null);
    setProblems({});
    try {
      const body = { replaces: mine.replaces, facts: sendable(mine.facts) };
      const saved = await send('POST', `/tickets/${ticketId}/legal-facts`, body);
      client.setQueryData(legalKey(ticketId), saved);
      void client.invalidateQueries({ queryKey: keys.ticketEvents(ticketId) });
      keep(null);
      void message.success(t('saved'));
    } catch (error) {
      await refused(error, mine.facts);
    } finally {
      setPending(false);
    }
  };
  const edit = (): void => keep({ facts: panel.data?.facts ?? {}, replaces: panel.data?.version ?? 0 });
  const cancel = (): void => {
    keep(null);
    setProblems({});
    setTrouble(null);
  };
  const change = (facts: LegalFacts): void => {
    if (mine) keep({ ...mine, facts });
    setProblems({});
  };
  const editing = mine && {
    facts: mine.facts,
    problems,
    trouble,
    pending,
    change,
    save: () => void save(),
    cancel,
    status: draft.status,
  };
  return { panel, editing, edit };
}
