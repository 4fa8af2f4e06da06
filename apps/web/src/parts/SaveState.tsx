import { useEffect, useState, type ReactElement } from 'react';
import { useTexts, type Translate } from '../app/i18n';
import type { SaveStatus } from './draft-saver';
import { Icon } from './Icon';
import './texts';
import { clockText } from './time';

function words(t: Translate, status: SaveStatus, now: number): string {
  if (status.phase === 'saved' && status.savedAt) return t('saved', { time: clockText(status.savedAt) });
  if (status.phase === 'retrying') {
    return t('retrying', { seconds: Math.max(1, Math.ceil(((status.retryAt ?? now) - now) / 1000)) });
  }
  return t(status.phase);
}

/** 已保存 14:03:22 with a ticked cloud, or a yellow dot with what happens next. Announced politely when it turns bad. */
export function SaveState({ status }: { status: SaveStatus }): ReactElement {
  const t = useTexts('parts');
  const [now, setNow] = useState(() => Date.now());
  const ticking = status.phase === 'retrying';
  useEffect(() => {
    if (!ticking) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking, status.retryAt]);
  const bad = status.phase === 'retrying' || status.phase === 'conflict';
  const calm = status.phase === 'saved' || status.phase === 'saving' || status.phase === 'fresh';
  return (
    <span className={`save-state save-${status.phase}`} role={bad ? 'status' : undefined}>
      {calm ? <Icon name="cloud-check" size={14} /> : <span className="dot dot-warn" aria-hidden />}
      {words(t, status, now)}
    </span>
  );
}
