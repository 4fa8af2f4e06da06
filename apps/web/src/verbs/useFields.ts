import { useState } from 'react';

export interface Fields<T> {
  values: T;
  set: <K extends keyof T>(name: K, value: T[K]) => void;
  setAll: (values: T | ((old: T) => T)) => void;
  /** True once submit was tried: from then on empty required fields say so. */
  tried: boolean;
  attempt: (complete: boolean) => boolean;
}

/** The values of one form. They live as long as the form is on screen, whatever happens to the ticket meanwhile. */
export function useFields<T extends object>(initial: T): Fields<T> {
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  return {
    values,
    set: (name, value) => setValues((old) => ({ ...old, [name]: value })),
    setAll: setValues,
    tried,
    attempt: (complete) => {
      setTried(true);
      return complete;
    },
  };
}
