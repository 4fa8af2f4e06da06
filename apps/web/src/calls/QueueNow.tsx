import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { TopBar } from '../app/TopBar';
import { CallTimer } from '../pages/desk/CallTimer';
import './calls.css';
import './texts';
import { useOwnLine } from './useOwnLine';

/** 排队 and 最长等待 of the queues I am rung for, at the right of the call bar. */
export function QueueNow(): ReactElement | null {
  const t = useTexts('calls');
  const { data: line } = useOwnLine();
  if (!line || line.waiting === null) return null;
  return (
    <TopBar>
      <dl className="queue-now" aria-label={t('queue.region')}>
        <div>
          <dt>{t('queue.waiting')}</dt>
          <dd>{line.waiting}</dd>
        </div>
        <div className="queue-longest">
          <dt>{t('queue.longest')}</dt>
          <dd>{line.since ? <CallTimer since={line.since} /> : '—'}</dd>
        </div>
      </dl>
    </TopBar>
  );
}
