import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { get, send } from '../api/client';
import type { DraftView } from '../api/contract';
import { keys } from '../api/queries';
import { DraftSaver, type SaveStatus } from './draft-saver';
import { newId } from './ids';

export interface ServerDraft<T> {
  id: string;
  body: T;
  ready: boolean; // false until the stored draft has been looked for
  restored: boolean; // the text came from an earlier visit
  status: SaveStatus;
  setBody: (change: Partial<T>) => void;
  flush: () => Promise<void>;
  discard: () => Promise<void>; // after the text has been submitted or given up
}

export function putDraft(id: string, purpose: DraftView['purpose'], subjectId: string | null) {
  return (version: number, body: Record<string, unknown>, closing: boolean): Promise<DraftView> =>
    send('PUT', `/drafts/${id}`, { version, purpose, subjectId, body }, { keepalive: closing });
}

const blank: SaveStatus = { phase: 'fresh', savedAt: null, retryAt: null, offline: false };

/** A form kept on the server while it is typed: survives reload, crash and a dead network (kept in memory until it is back). */
export function useServerDraft<T extends object>(
  purpose: DraftView['purpose'],
  subjectId: string,
  initial: T,
): ServerDraft<T> {
  const drafts = useQuery({ queryKey: keys.drafts, queryFn: () => get('/drafts'), gcTime: 0 });
  const [state, setState] = useState({ id: '', body: initial, ready: false, restored: false });
  const [status, setStatus] = useState<SaveStatus>(blank);
  const saver = useRef<DraftSaver | null>(null);
  const body = useRef<T>(initial);
  const answered = drafts.isSuccess || drafts.isError;

  useEffect(() => {
    if (!answered || saver.current) return undefined;
    const found = drafts.data?.find((draft) => draft.purpose === purpose && draft.subjectId === subjectId);
    const id = found?.id ?? newId();
    if (found) body.current = { ...initial, ...(found.body as Partial<T>) };
    const put = putDraft(id, purpose, subjectId);
    saver.current = new DraftSaver({
      version: found?.version ?? 0,
      savedAt: found?.savedAt ?? null,
      put,
      changed: setStatus,
    });
    setStatus(saver.current.status);
    setState({ id, body: body.current, ready: true, restored: Boolean(found) });
    return undefined;
    // The stored draft is read once; afterwards the text on this screen leads.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answered]);

  useEffect(() => () => void saver.current?.flush(true), []);

  const setBody = useCallback((change: Partial<T>) => {
    body.current = { ...body.current, ...change };
    setState((old) => ({ ...old, body: body.current }));
    saver.current?.change(body.current as Record<string, unknown>);
  }, []);
  const flush = useCallback(() => saver.current?.flush() ?? Promise.resolve(), []);
  const discard = useCallback(async () => {
    const kept = saver.current?.status.savedAt;
    saver.current?.stop();
    if (kept) await send('DELETE', `/drafts/${state.id}`).catch(() => undefined);
  }, [state.id]);
  return { ...state, status, setBody, flush, discard };
}
