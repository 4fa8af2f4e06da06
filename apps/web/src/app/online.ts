import { useSyncExternalStore } from 'react';

function watch(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** What the browser knows of the network; a dead server shows itself by failed saves instead. */
export function useOnline(): boolean {
  return useSyncExternalStore(watch, () => navigator.onLine);
}
