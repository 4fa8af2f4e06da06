import { Button } from 'antd';
import type { CSSProperties, ReactElement } from 'react';
import type { OwnPresence } from '../api/contract';
import { useTexts } from '../app/i18n';
import { durationText, Kbd } from '../parts';
import { useCountdown } from '../pages/desk/useCountdown';
import type { PresenceActs } from './usePresenceActs';

interface Props {
  wrapUp: NonNullable<OwnPresence['wrapUp']>;
  acts: PresenceActs;
}

/** The time to write up runs down; it can be prolonged a few times, or ended with a key. */
export function WrapUp({ wrapUp, acts }: Props): ReactElement {
  const t = useTexts('calls');
  const end = Date.parse(wrapUp.endsAt);
  const whole = Math.max(1, (end - Date.parse(wrapUp.startedAt)) / 1000);
  const left = useCountdown(end);
  const share = Math.min(1, left / whole);
  return (
    <div className="wrap-up" role="group" aria-label={t('wrapUp')}>
      <span className="wrap-ring" style={{ '--share': share } as CSSProperties} aria-hidden />
      <span className="wrap-left" role="timer" aria-label={t('wrapLeft', { seconds: left })}>
        {durationText(left * 1000)}
      </span>
      <Button
        disabled={wrapUp.prolongsLeft === 0}
        title={t('prolongsLeft', { count: wrapUp.prolongsLeft })}
        onClick={acts.prolong}
      >
        {t('prolong')} <Kbd keys="alt+y" />
      </Button>
      <Button onClick={acts.endWrapUp}>
        {t('endWrapUp')} <Kbd keys="alt+w" />
      </Button>
    </div>
  );
}
