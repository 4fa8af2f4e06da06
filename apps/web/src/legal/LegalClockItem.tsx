import './legal.css';
import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { Icon } from '../parts';
import { ClockSteps } from './ClockSteps';
import type { LegalClock } from './facts';

const RUNS: readonly LegalClock['state'][] = ['running', 'restarted', 'suspended', 'in-extension'];

/** 劳动争议调解仲裁法第二十七条: the law without the country's name. */
const shortLaw = ({ law, article }: LegalClock['articles'][number]): string =>
  law.replace('中华人民共和国', '').replace(/^最高人民法院关于/, '') + article;

function Left({ clock }: { clock: LegalClock }): ReactElement {
  const t = useTexts('legal');
  const { state, daysLeft, doneOn, longestDay } = clock;
  if (!RUNS.includes(state) || daysLeft === null) {
    return <span className="legal-left">{t(`state.${state}`, { day: doneOn ?? '' })}</span>;
  }
  if (state === 'in-extension') {
    return <span className="legal-left">{t('state.in-extension', { day: longestDay ?? '' })}</span>;
  }
  if (daysLeft === 0) return <strong className="legal-left">{t('today')}</strong>;
  return (
    <span className="legal-left">
      {t('left')} <strong>{daysLeft}</strong> {t('days')}
    </span>
  );
}

/** One period: name, what is left of it, a bar, from when to when, its article; the arithmetic unfolds. */
export function LegalClockItem({ clock }: { clock: LegalClock }): ReactElement {
  const t = useTexts('legal');
  const { language } = useSettings();
  const { startedOn, startFact, restartedOn, lastDay, span, gone } = clock;
  const first = clock.articles[0];
  const from = restartedOn ?? startedOn ?? '';
  const line =
    lastDay &&
    (restartedOn
      ? t('lineAgain', { from, to: lastDay })
      : t('line', { fact: t(`fact.${startFact}`), from, to: lastDay }));
  return (
    <li className={`legal-clock is-${clock.notice}`}>
      <div className="legal-head">
        <Icon name="scale" />
        <span className="legal-name">
          {clock[language]}{' '}
          <small>
            {t(`span.${span.unit}`, { amount: span.amount })}
            {clock.by !== 'worker' && ` · ${t(`by.${clock.by}`)}`}
          </small>
        </span>
        <Left clock={clock} />
      </div>
      {gone !== null && RUNS.includes(clock.state) && (
        <span className="legal-bar" aria-hidden="true">
          <span style={{ width: `${gone}%` }} />
        </span>
      )}
      <p className="legal-line">
        {clock.state === 'restarted' || clock.state === 'suspended' ? (
          <span className="tag">{t(`state.${clock.state}`)}</span>
        ) : null}
        {line && <span>{line}</span>}
        {clock.longestDay && lastDay && clock.state !== 'in-extension' && (
          <span>{t('longest', { day: clock.longestDay })}</span>
        )}
        {(clock.guessed || clock.provisional) && (
          <span className="guess" title={t('guessTitle')}>
            {t('guess')}
          </span>
        )}
        {clock.setting && <span className="guess">{t('setting')}</span>}
      </p>
      <details className="legal-how">
        <summary>
          {first && shortLaw(first)} · {t('how')}
        </summary>
        <ClockSteps clock={clock} />
      </details>
    </li>
  );
}
