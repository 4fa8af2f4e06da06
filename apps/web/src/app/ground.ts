import { useSyncExternalStore } from 'react';
import type { Ground } from './palette';
import { useSettings } from './settings';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
const stillQuery = window.matchMedia('(prefers-reduced-motion: reduce)');

function useMedia(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
}

/** Light or dark, as chosen, or as the computer is set. */
export function useGround(): Ground {
  const { theme } = useSettings();
  const systemDark = useMedia(darkQuery);
  return theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
}

export function useStill(): boolean {
  return useMedia(stillQuery);
}

const narrow = window.matchMedia('(max-width: 767px)');

/** Under 768 px the phone pages serve. */
export function useIsPhone(): boolean {
  return useMedia(narrow);
}

const tight = window.matchMedia('(max-width: 1199px)');

/** Under 1200 px the right panel becomes a drawer. */
export function useIsTight(): boolean {
  return useMedia(tight);
}
