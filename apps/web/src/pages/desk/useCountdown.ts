import { useEffect, useState } from 'react';
import { serverNow } from '../../api/server-clock';

/** Whole seconds until `end` (ms since 1970 by the server's clock), never below 0. */
export function useCountdown(end: number): number {
  const [now, setNow] = useState(() => serverNow());
  const over = now >= end;
  useEffect(() => {
    if (over) return undefined;
    const timer = setInterval(() => setNow(serverNow()), 500);
    return () => clearInterval(timer);
  }, [over]);
  return Math.max(0, Math.ceil((end - now) / 1000));
}
