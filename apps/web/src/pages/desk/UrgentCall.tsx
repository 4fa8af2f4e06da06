import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { serverTime } from '../../api/server-clock';
import { mark, useTexts } from '../../app/i18n';
import { Icon, minuteText } from '../../parts';
import { type CallForm, type Service, timeToday } from './emergency';

interface Props {
  service: Service;
  value: CallForm;
  problems: Record<string, string>;
  change: (change: Partial<CallForm>) => void;
}

interface TimeProps {
  label: string;
  wrong: boolean;
  value: string | null;
  change: (at: string) => void;
}

/** `14:03`; a half-typed time changes nothing and goes back to the last one when the field is left. */
function TimeInput({ label, wrong, value, change }: TimeProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      className="urgent-time number"
      aria-label={label}
      inputMode="numeric"
      maxLength={5}
      {...(wrong ? { status: 'error' as const } : {})}
      value={typed ?? (value ? minuteText(value) : '')}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.target.value);
        const at = timeToday(event.target.value, serverTime());
        if (at) change(at);
      }}
    />
  );
}

function Called({ service, value, problems, change }: Props): ReactElement {
  const t = useTexts('urgent');
  const wrong = (part: string) =>
    problems[`emergency.${service}.${part}`] ? { status: 'error' as const } : {};
  return (
    <>
      <TimeInput
        label={`${service} ${t('calledAt')}`}
        wrong={Boolean(problems[`emergency.${service}.calledAt`])}
        value={value.calledAt}
        change={(calledAt) => change({ calledAt })}
      />
      <Input
        className="urgent-reference"
        aria-label={`${service} ${t('reference')}`}
        placeholder={t('reference')}
        maxLength={60}
        {...wrong('reference')}
        value={value.reference}
        onChange={(event) => change({ reference: event.target.value })}
      />
      <Input
        aria-label={`${service} ${t('said')}`}
        placeholder={t('said')}
        maxLength={1000}
        {...wrong('said')}
        value={value.said}
        onChange={(event) => change({ said: event.target.value })}
      />
    </>
  );
}

/** 110 or 120: one click writes down that it was called now; everything else may follow. */
export function UrgentCall(props: Props): ReactElement {
  const t = useTexts('urgent');
  const { service, value, problems, change } = props;
  const { done } = value;
  const own = Object.entries(problems).filter(([field]) => field.startsWith(`emergency.${service}.`));
  return (
    <div className="urgent-row" role="group" aria-label={t(`call.${service}`)}>
      <span className="urgent-label">{t(`call.${service}`)}</span>
      <div className="urgent-fields">
        <Button
          data-urgent={service}
          aria-pressed={done === 'called'}
          className={done === 'called' ? 'is-on' : ''}
          onClick={() => change({ done: 'called', calledAt: value.calledAt ?? serverTime() })}
        >
          {done === 'called' && <Icon name="check" size={14} />}
          {t('called')}
        </Button>
        <Button
          aria-pressed={done === 'not-called'}
          className={done === 'not-called' ? 'is-on' : ''}
          onClick={() => change({ done: 'not-called' })}
        >
          {t('notCalled')}
        </Button>
        {done === 'called' && <Called {...props} />}
        {done === 'not-called' && (
          <Input
            aria-label={`${service} ${t('why')}`}
            placeholder={t('why')}
            maxLength={500}
            {...(own.length > 0 ? { status: 'error' as const } : {})}
            value={value.why}
            onChange={(event) => change({ why: event.target.value })}
          />
        )}
        {done && (
          <button
            type="button"
            className="top-button"
            aria-label={`${t('undo')} ${service}`}
            onClick={() => change({ done: null, calledAt: null })}
          >
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      {own.length > 0 && <p className="row-problem">{own.map(([, words]) => words).join(mark('clause'))}</p>}
    </div>
  );
}
