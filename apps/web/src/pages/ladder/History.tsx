import type { ReactElement } from 'react';
import type { LadderStepSetting, LadderView } from '../../api/contract';
import { useTexts, type Translate } from '../../app/i18n';
import { dayText, momentText } from '../../parts';
import { inOrder, type Level } from './edits';

const stepWords = (t: Translate, { step, on, amount, unit }: LadderStepSetting): string => {
  if (!on) return `${t(`step.${step}`)} ${t('off')}`;
  if (unit === 'half-of-rest') return `${t(`step.${step}`)} ${t(`units.${unit}`)}`;
  return `${t(`step.${step}`)} ${amount === 0 ? t('atOnce') : `${amount} ${t(`units.${unit}`, { count: amount })}`}`;
};

interface Props {
  ladder: LadderView;
  level: Level;
}

/** What was and what will be: versions are added, never changed. */
export function History({ ladder, level }: Props): ReactElement {
  const t = useTexts('ladder');
  const versions = ladder.versions.filter((one) => one.level === level);
  const current = ladder.levels.find((one) => one.level === level);
  const today = dayText(Date.now());
  const standing = ({ unit, version, effectiveFrom }: (typeof versions)[number]): string => {
    if (unit.id === current?.unit?.id && version === current.version) return 'now';
    return effectiveFrom > today ? 'coming' : 'past';
  };
  return (
    <section className="ladder-history" aria-label={t('history', { level: t(`levels.${level}`) })}>
      <h2>{t('history', { level: t(`levels.${level}`) })}</h2>
      {versions.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul>
        {versions.map((one) => (
          <li key={`${one.unit.id} ${one.version}`}>
            <strong>
              {t('inForce', { unit: one.unit.name, version: one.version, day: one.effectiveFrom })}
            </strong>{' '}
            <span className={`tag${standing(one) === 'now' ? ' tag-accent' : ''}`}>{t(standing(one))}</span>
            <span className="quiet">{t('by', { who: one.by ?? '', time: momentText(one.at) })}</span>
            <p className="quiet">
              {inOrder(one.steps)
                .map((step) => stepWords(t, step))
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
