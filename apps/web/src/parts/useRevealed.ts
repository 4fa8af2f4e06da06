import { useEffect, useRef, useState } from 'react';
import { serverNow } from '../api/server-clock';

interface Shown {
  shownUntil: string;
}

export interface Revealed<T> {
  shown: T | null;
  pending: boolean;
  error: Error | null;
  ask: (reason: string) => Promise<void>;
  hide: () => void;
}

/**
 * Something shown for a reason and for a while: it lives in the component alone, in no cache, and is gone when the server
 * said so, when it is hidden, and when the component goes or shows something else.
 * @param of what it belongs to
 */
export function useRevealed<T extends Shown>(of: string, look: (reason: string) => Promise<T>): Revealed<T> {
  const [shown, setShown] = useState<T | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const current = useRef(of);
  useEffect(() => {
    current.current = of;
    setShown(null);
    setError(null);
    return () => {
      current.current = '';
    };
  }, [of]);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), Math.max(0, Date.parse(shown.shownUntil) - serverNow()));
    return () => clearTimeout(timer);
  }, [shown]);
  const ask = async (reason: string): Promise<void> => {
    setPending(true);
    setError(null);
    try {
      const found = await look(reason);
      if (current.current === of) setShown(found);
    } catch (failed) {
      if (current.current === of) setError(failed instanceof Error ? failed : new Error(String(failed)));
    } finally {
      setPending(false);
    }
  };
  return { shown, pending, error, ask, hide: () => setShown(null) };
}
