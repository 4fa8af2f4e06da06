import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { CallPop, TelephoneKey } from '../api/contract';
import { useCan } from '../api/session';
import { useTexts } from '../app/i18n';
import { Icon, Kbd, Skeletons } from '../parts';
import { CallTimer } from '../pages/desk/CallTimer';
import { CallNumber } from './CallNumber';
import { PopHistory } from './PopHistory';
import type { Ringing } from './useRinging';

interface Props {
  ringing: Ringing;
  pop: CallPop | undefined;
  masked: string | null;
  failed: boolean;
  keys: readonly TelephoneKey[];
  busy: boolean;
  answer: () => void;
  reject: () => void;
  open: () => void;
}

function Who({ pop, masked }: Pick<Props, 'pop' | 'masked'>): ReactElement {
  const t = useTexts('calls');
  const reveals = useCan('identity.reveal');
  const number = pop?.numberMasked ?? masked;
  const place = pop?.guess.place;
  return (
    <div className="pop-who">
      <span className="pop-number">
        <CallNumber
          callId={pop?.callId ?? null}
          masked={number ?? (pop ? t('withheld') : '\u00a0')}
          revealable={reveals && number !== null}
        />
      </span>
      <span className="pop-place">
        {pop?.nameMasked && <span>{pop.nameMasked}</span>}
        {place && (
          <span>
            {place.fullName} <span className="guess">{t('guessed')}</span>
          </span>
        )}
        {pop && !number && <span>{t('withheldHint')}</span>}
      </span>
    </div>
  );
}

/** Fixed place, fixed height of its head: what is known fills in without moving a button under the hand. */
export function CallPopPanel(props: Props): ReactElement {
  const t = useTexts('calls');
  const { ringing, pop, masked, failed, keys, busy, answer, reject, open } = props;
  const { gone } = ringing;
  const byScreen = keys.includes('answer');
  return (
    <aside
      className={`call-pop${gone ? ' call-gone' : ''}`}
      data-region
      tabIndex={0}
      aria-label={t('callRegion')}
    >
      <header>
        <span className="pop-state">
          <Icon name={gone ? 'phone-down' : 'phone'} size={18} />
          {gone ? t('gone') : t('rings')}
        </span>
        {pop?.queue && <span className="tag">{pop.queue}</span>}
        {!gone && (
          <span className="pop-wait">
            {t('waited')} <CallTimer since={pop?.joinedAt ?? ringing.since} />
          </span>
        )}
      </header>
      <Who pop={pop} masked={masked} />
      {!gone && (
        <div className="pop-acts">
          {byScreen && (
            <Button type="primary" size="large" disabled={busy} icon={<Icon name="phone" />} onClick={answer}>
              {t('key.answer')} <Kbd keys="alt+a" />
            </Button>
          )}
          <Button size="large" onClick={open}>
            {t('openCall')} <Kbd keys="alt+o" />
          </Button>
          {keys.includes('reject') && (
            <Button size="large" type="text" disabled={busy} onClick={reject}>
              {t('key.reject')}
            </Button>
          )}
          {!byScreen && <p className="quiet small">{t('answerOnTelephone')}</p>}
        </div>
      )}
      {pop && pop.marks.length > 0 && (
        <ul className="pop-marks" aria-label={t('marks')}>
          {pop.marks.map(({ mark, count }) => (
            <li key={mark} className={`pop-mark mark-${mark}`}>
              <Icon name={mark === 'repeat' || mark === 'missed' ? 'undo' : 'alert'} size={14} />
              {t(`mark.${mark}`, { count })}
            </li>
          ))}
        </ul>
      )}
      {!pop && !failed && <Skeletons rows={3} height={28} />}
      {failed && <p className="quiet">{t('popFailed')}</p>}
      {pop && <PopHistory pop={pop} />}
    </aside>
  );
}
