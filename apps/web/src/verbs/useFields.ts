import { useState } from 'react';
import { useKeptForm } from './KeptForm';

export interface Fields<T> {
  values: T;
  set: <K extends keyof T>(name: K, value: T[K]) => void;
  setAll: (values: T | ((old: T) => T)) => void;
  /** True once submit was tried: from then on empty required fields say so. */
  tried: boolean;
  attempt: (complete: boolean) => boolean;
}

/**
 * The values of one form. They live as long as the form is on screen, whatever happens to the ticket meanwhile; in a
 * `KeptForm` they outlive it.
 */
export function useFields<T extends object>(initial: T): Fields<T> {
  const kept = useKeptForm();
  const [own, setOwn] = useState(initial);
  const [tried, setTried] = useState(false);
  const values = kept ? { ...own, ...kept.body } : own;
  const change = (make: (old: T) => Partial<T>) => {
    if (kept) kept.setBody((old) => make({ ...own, ...old }) as Record<string, unknown>);
    else setOwn((old) => ({ ...old, ...make(old) }));
  };
  return {
    values,
    set: (name, value) => change(() => ({ [name]: value }) as unknown as Partial<T>),
    setAll: (next) => change((old) => (typeof next === 'function' ? next(old) : next)),
    tried,
    attempt: (complete) => {
      setTried(true);
      return complete;
    },
  };
}
