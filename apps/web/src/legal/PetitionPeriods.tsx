import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import type { Petition, PetitionPeriod } from './petition';

const TONE: Record<PetitionPeriod['state'], string> = {
  running: 'is-running',
  over: 'is-over',
  met: 'is-met',
  late: 'is-over',
  lapsed: 'is-lapsed',
};

function state(t: ReturnType<typeof useTexts>, period: PetitionPeriod): string {
  const { daysLeft, doneOn } = period;
  if (period.state === 'running')
    return daysLeft === 0 ? t('today') : `${t('left')} ${daysLeft} ${t('days')}`.trim();
  if (period.state === 'over') return t('over', { days: -(daysLeft ?? 0) });
  return t(`period.${period.state}`, { day: doneOn ?? '' });
}

/** The periods of a petition in the order of the instances: whose time it is, until when, by which article. */
export function PetitionPeriods({ petition }: { petition: Petition }): ReactElement {
  const t = useTexts('petition');
  const { language } = useSettings();
  return (
    <ol className="petition-periods">
      {petition.periods.map((period) => (
        <li key={period.id} className={TONE[period.state]}>
          <div className="legal-head">
            <span className="legal-name">
              {period[language]}{' '}
              <small>{t(`span.${period.span.unit}`, { amount: period.span.amount })}</small>
              {period.extensionDays > 0 && (
                <span className="tag">{t('extended', { days: period.extensionDays })}</span>
              )}
            </span>
            <span className="legal-left">{state(t, period)}</span>
          </div>
          <p className="legal-line">
            {t('line', { by: t(`by.${period.by}`), from: period.startedOn, to: period.lastDay })}
            {period.provisional && <span className="guess">{t('guess')}</span>}
          </p>
          <details className="legal-how">
            <summary>
              {period.article.law}
              {period.article.article}
            </summary>
            <blockquote className="petition-quote">
              {period.article.quote} <small>{t('version', { date: period.article.version })}</small>
            </blockquote>
          </details>
        </li>
      ))}
    </ol>
  );
}
