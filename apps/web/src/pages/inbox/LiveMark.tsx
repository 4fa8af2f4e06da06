import { useEffect, useState } from 'react';
import { useLiveConnected } from '../../api/live';
import { useTexts } from '../../app/i18n';
import type { Arrivals } from './useArrivals';

/** Whether the rows are live, and when the last one changed. */
export function LiveMark({ patched }: { patched: Arrivals['patched'] }) {
  const t = useTexts('inbox');
  const connected = useLiveConnected();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!patched) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [patched]);
  if (!connected) return <span className="live-mark is-off">{t('offline')}</span>;
  const seconds = patched ? Math.max(0, Math.round((now - patched.at) / 1000)) : 0;
  const minutes = Math.floor(seconds / 60);
  const soon = seconds < 2 ? t('justNow') : t('secondsAgo', { count: seconds });
  const ago = seconds < 60 ? soon : t('minutesAgo', { count: minutes });
  return (
    <span className="live-mark">
      {patched && minutes < 60 ? t('liveAgo', { ago, count: patched.count }) : t('live')}
    </span>
  );
}
