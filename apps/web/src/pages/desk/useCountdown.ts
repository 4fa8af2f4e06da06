import { useEffect, useState } from 'react';

/** Whole seconds until `end` (ms since 1970), never below 0. */
export function useCountdown(end: number): number {
  const [now, setNow] = useState(() => Date.now());
  const over = now >= end;
  useEffect(() => {
    if (over) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [over]);
  return Math.max(0, Math.ceil((end - now) / 1000));
}
