import { onlineManager, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { get, OfflineError, send } from '../api/client';
import type { DraftView } from '../api/contract';
import { keys } from '../api/queries';
import { DraftSaver, type SaveStatus } from './draft-saver';
import { newId } from './ids';

/** A part of the form, or what makes one of the newest text (an upload may end long after it began). */
export type DraftChange<T> = Partial<T> | ((old: T) => Partial<T>);

export interface ServerDraft<T> {
  id: string;
  body: T;
  ready: boolean; // false until the stored draft has been looked for
  restored: boolean; // the text came from an earlier visit
  status: SaveStatus;
  setBody: (change: DraftChange<T>) => void;
  flush: () => Promise<void>;
  discard: () => Promise<void>; // after the text has been submitted or given up; typing begins a new draft
  /** In a conflict with another tab: write this text over the other one, or show the other one instead. */
  keepMine: () => Promise<void>;
  takeTheirs: () => Promise<void>;
}

interface ServerDraftOptions {
  /** Takes up what another tab has saved meanwhile, as long as nothing typed here would be lost by it. */
  follow?: boolean;
}

export function putDraft(id: string, purpose: DraftView['purpose'], subjectId: string | null) {
  return (version: number, body: Record<string, unknown>, closing: boolean): Promise<DraftView> =>
    send('PUT', `/drafts/${id}`, { version, purpose, subjectId, body }, { keepalive: closing });
}

/** Last saves of forms that have just closed: a list asked for meanwhile waits for them. */
const closing = new Set<Promise<void>>();

/** What the person has typed and not handed in, as the server has it now; an older list is of no use. */
export const allDrafts = {
  queryKey: keys.drafts,
  queryFn: async () => {
    await Promise.all(closing);
    return get('/drafts');
  },
  gcTime: 0,
  staleTime: 0,
};

const blank: SaveStatus = { phase: 'fresh', savedAt: null, retryAt: null, offline: false };

/** Without a network it is forgotten as soon as there is one, so that what was sent does not look unsent. */
export async function forgetDraft(id: string): Promise<void> {
  const attempt = () => send('DELETE', `/drafts/${id}`);
  await attempt().catch((error: unknown) => {
    if (!(error instanceof OfflineError)) return;
    const stop = onlineManager.subscribe((online) => {
      if (!online) return;
      stop();
      void attempt().catch(() => undefined);
    });
  });
}

function close(client: QueryClient, saver: DraftSaver | null): void {
  if (!saver?.dirty) return;
  const saved = saver.flush(true).then(() => void closing.delete(saved));
  closing.add(saved);
  void saved.then(() => client.invalidateQueries({ queryKey: keys.drafts }));
}

/** A form kept on the server while it is typed: survives reload, crash and a dead network (kept in memory until it is back). */
export function useServerDraft<T extends object>(
  purpose: DraftView['purpose'],
  subjectId: string | null,
  initial: T,
  { follow = false }: ServerDraftOptions = {},
): ServerDraft<T> {
  const client = useQueryClient();
  const drafts = useQuery({ ...allDrafts, refetchOnWindowFocus: follow });
  const [state, setState] = useState({ id: '', body: initial, ready: false, restored: false });
  const [status, setStatus] = useState<SaveStatus>(blank);
  const saver = useRef<DraftSaver | null>(null);
  const body = useRef<T>(initial);
  const early = useRef<Partial<T> | null>(null); // typed before the stored draft was there
  const dropped = useRef(new Set<string>()); // a list read before they were gone may still name them
  const answered = drafts.isFetchedAfterMount || drafts.isError;
  const isThis = (draft: DraftView): boolean =>
    draft.purpose === purpose && draft.subjectId === subjectId && !dropped.current.has(draft.id);

  const begin = (found: DraftView | undefined): DraftSaver => {
    const id = found?.id ?? newId();
    const started = new DraftSaver({
      version: found?.version ?? 0,
      savedAt: found?.savedAt ?? null,
      put: putDraft(id, purpose, subjectId),
      changed: setStatus,
    });
    saver.current = started;
    setStatus(started.status);
    setState({ id, body: body.current, ready: true, restored: Boolean(found) });
    return started;
  };
  useEffect(() => {
    if (!answered || saver.current) return;
    const found = drafts.data?.find(isThis);
    if (found) body.current = { ...initial, ...(found.body as Partial<T>), ...early.current };
    const started = begin(found);
    if (early.current) started.change(body.current as Record<string, unknown>);
    // The stored draft is read once; afterwards the text on this screen leads.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answered]);

  const adopt = (found: DraftView | undefined): void => {
    saver.current?.stop();
    body.current = { ...initial, ...(found?.body as Partial<T> | undefined) };
    begin(found);
  };
  useEffect(() => {
    const mine = saver.current;
    if (!follow || !mine || mine.dirty || mine.status.phase === 'conflict') return;
    const found = drafts.data?.find(isThis);
    if (!found) return;
    if (found.id === state.id ? found.version > mine.at : mine.status.phase === 'fresh') adopt(found);
    // Only a list just read can bring anything new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drafts.data]);

  useEffect(() => {
    // A reload takes no component down: the last words are sent as the page goes.
    const leave = () => void saver.current?.flush(true);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      close(client, saver.current);
    };
  }, [client]);

  const setBody = useCallback((change: DraftChange<T>) => {
    const part = typeof change === 'function' ? change(body.current) : change;
    body.current = { ...body.current, ...part };
    setState((old) => ({ ...old, body: body.current }));
    if (saver.current) saver.current.change(body.current as Record<string, unknown>);
    else early.current = { ...early.current, ...part };
  }, []);
  const flush = useCallback(() => saver.current?.flush() ?? Promise.resolve(), []);
  const discard = async () => {
    const old = saver.current;
    old?.stop();
    await old?.hold();
    body.current = initial;
    early.current = null;
    dropped.current.add(state.id);
    begin(undefined);
    if (old?.status.savedAt) await forgetDraft(state.id);
  };
  const theirs = async () => (await client.fetchQuery(allDrafts)).find(isThis);
  const keepMine = async () => {
    const found = await theirs();
    if (found?.id === state.id) return saver.current?.overwrite(found.version);
    // Handed in or given up in the other tab: what is kept here goes on as a draft of its own.
    saver.current?.stop();
    begin(found).change(body.current as Record<string, unknown>);
  };
  const takeTheirs = async () => adopt(await theirs());
  return { ...state, status, setBody, flush, discard, keepMine, takeTheirs };
}
