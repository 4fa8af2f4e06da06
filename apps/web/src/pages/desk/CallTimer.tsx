import { useEffect, useState, type ReactElement } from 'react';
import { durationText } from '../../parts';

/** Counts from `since` to `until`, or to now, once a second. */
export function CallTimer({ since, until }: { since: string; until?: string | null }): ReactElement {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until, since]);
  const end = until ? Date.parse(until) : now;
  return <span className="timer">{durationText(end - Date.parse(since))}</span>;
}
