import { useEffect, useState } from 'react';

let ahead = 0; // ms the server's clock is ahead of this computer's

/** Office computers are minutes off; what is written down as a time follows the server. */
export function setServerTime(serverTime: string): void {
  ahead = Date.parse(serverTime) - Date.now();
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead;
}

/** ISO 8601 by the server's clock. */
export function serverTime(): string {
  return new Date(serverNow()).toISOString();
}

/** The same, renewed once a second while the component is on screen. */
export function useServerSecond(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
