import { useEffect, useState } from 'react';
import { useLiveConnected } from '../../api/live';

export type Freshness = 'fresh' | 'stopped' | 'old';

const STOPPED_AFTER = 10_000;
const OLD_AFTER = 60_000;

/** How far behind the figures may be. While the live stream stands nothing newer exists; once it is cut, age counts from the cut. */
export function useFreshness(fetchedAt: number, failed: boolean): { state: Freshness; minutes: number } {
  const connected = useLiveConnected();
  const live = connected && !failed;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (live) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, [live]);
  const age = live ? 0 : Math.max(0, now - fetchedAt);
  const state = age > OLD_AFTER ? 'old' : age > STOPPED_AFTER ? 'stopped' : 'fresh';
  return { state, minutes: Math.max(1, Math.floor(age / 60_000)) };
}
