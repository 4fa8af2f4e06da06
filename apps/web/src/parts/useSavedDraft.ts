import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftView } from '../api/contract';
import { DraftSaver, type SaveStatus } from './draft-saver';

export interface Saved<T> {
  value: T;
  version: number;
  savedAt: string;
}

export interface SavedDraft<T> {
  value: T;
  status: SaveStatus;
  change: (part: Partial<T>) => void;
  flush: () => Promise<void>;
  /** After a conflict: write mine over the version named, or take theirs. */
  keepMine: (theirVersion: number) => void;
  takeTheirs: (theirs: Saved<T>) => void;
}

/** A shared draft that lives on the server as a thing of its own (a calendar, a matrix), saved after every pause. */
export function useSavedDraft<T extends object>(
  first: Saved<T>,
  put: (version: number, value: T) => Promise<Pick<Saved<T>, 'version' | 'savedAt'>>,
): SavedDraft<T> {
  const [value, setValue] = useState(first.value);
  const body = useRef(first.value);
  const putNow = useRef(put);
  putNow.current = put;
  const [status, setStatus] = useState<SaveStatus>({
    phase: 'saved',
    savedAt: first.savedAt,
    retryAt: null,
    offline: false,
  });
  const saver = useRef<DraftSaver | null>(null);
  const begin = useCallback((version: number, savedAt: string) => {
    saver.current?.stop();
    saver.current = new DraftSaver({
      version,
      savedAt,
      put: async (at, sent) => ({ ...(await putNow.current(at, sent as T)) }) as DraftView,
      changed: setStatus,
    });
    setStatus(saver.current.status);
  }, []);
  saver.current ??= new DraftSaver({
    version: first.version,
    savedAt: first.savedAt,
    put: async (at, sent) => ({ ...(await putNow.current(at, sent as T)) }) as DraftView,
    changed: setStatus,
  });
  useEffect(() => () => void saver.current?.flush(true), []);
  const change = useCallback((part: Partial<T>) => {
    body.current = { ...body.current, ...part };
    setValue(body.current);
    saver.current?.change(body.current as Record<string, unknown>);
  }, []);
  const flush = useCallback(() => saver.current?.flush() ?? Promise.resolve(), []);
  const keepMine = useCallback((version: number) => saver.current?.overwrite(version), []);
  const takeTheirs = useCallback(
    (theirs: Saved<T>) => {
      body.current = theirs.value;
      setValue(theirs.value);
      begin(theirs.version, theirs.savedAt);
    },
    [begin],
  );
  return { value, status, change, flush, keepMine, takeTheirs };
}
