import type { ReactElement } from 'react';
import type { WallPicture } from '../../api/contract';
import { useServerSecond } from '../../api/server-clock';
import { useTexts } from '../../app/i18n';
import { durationText } from '../../parts';
import { Panel } from './Panel';
import { waitTone } from './tone';

/** Seconds since then by the server's clock, once a second; 0 while nobody waits. */
export function useWaited(since: string | null): number {
  const now = useServerSecond();
  return since ? Math.max(0, Math.floor((now - Date.parse(since)) / 1_000)) : 0;
}

export function WaitingCount({ wall }: { wall: WallPicture }): ReactElement {
  const t = useTexts('wallboard');
  const { waiting, limits } = wall;
  const tone = waiting.count >= limits.waiting ? 'warn' : 'plain';
  return (
    <Panel area="waiting" title={t('waiting')} tone={tone}>
      <p className={`wall-figure wall-huge ${waiting.count === 0 ? 'is-still' : ''}`}>
        {waiting.count}
        <small>{t('people')}</small>
      </p>
      <p className="wall-foot">
        <span>{t('limit', { limit: limits.waiting })}</span>
        <span>{t('busiest', { count: waiting.busiest })}</span>
      </p>
    </Panel>
  );
}

export function LongestWait({ wall, waited }: { wall: WallPicture; waited: number }): ReactElement {
  const t = useTexts('wallboard');
  const limit = wall.limits.waitSeconds;
  const nobody = wall.waiting.longestSince === null;
  const tone = waitTone(waited, limit);
  const part = Math.min(1, waited / (2 * limit));
  const words =
    tone === 'grave' ? t('wayOver') : tone === 'warn' ? t('overLimit', { limit }) : nobody && t('nobody');
  return (
    <Panel area="longest" title={t('longest')} tone={tone} aside={words}>
      <p className={`wall-figure wall-wait ${nobody ? 'is-still' : ''}`}>{durationText(waited * 1_000)}</p>
      <div className="wall-track" aria-hidden>
        <i style={{ width: `${part * 100}%` }} />
        <b />
      </div>
      <p className="wall-foot" aria-hidden>
        <span>{t('seconds', { count: 0 })}</span>
        <span>{limit}</span>
        <span>{t('seconds', { count: 2 * limit })}</span>
      </p>
    </Panel>
  );
}
