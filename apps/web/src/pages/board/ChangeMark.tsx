import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { MISSING, type Change } from './figures/rate';

/** ▲ ▼ in ink and never in colour: in China red also means "up". */
export function ChangeMark({
  change,
  unit = false,
}: {
  change: Change | null;
  unit?: boolean;
}): ReactElement {
  const t = useTexts('board');
  if (!change) return <span className="quiet">{MISSING}</span>;
  if (change.direction === 'level') return <span>{t('change.level')}</span>;
  return (
    <span className="change" aria-label={t(`change.${change.direction}`, { points: change.points })}>
      <span className="change-mark" aria-hidden>
        {change.direction === 'up' ? '▲' : '▼'}
      </span>
      {unit ? t('change.points', { points: change.points }) : change.points}
    </span>
  );
}
