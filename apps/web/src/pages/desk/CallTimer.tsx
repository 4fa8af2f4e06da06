import { useEffect, useState, type ReactElement } from 'react';
import { serverNow } from '../../api/server-clock';
import { durationText } from '../../parts';

/** Counts from `since` to `until`, or to now, once a second. */
export function CallTimer({ since, until }: { since: string; until?: string | null }): ReactElement {
  const [now, setNow] = useState(() => serverNow());
  useEffect(() => {
    if (until) return undefined;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), 1000);
    return () => clearInterval(timer);
  }, [until, since]);
  const end = until ? Date.parse(until) : now;
  return <span className="timer">{durationText(end - Date.parse(since))}</span>;
}
