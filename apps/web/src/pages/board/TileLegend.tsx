import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { classLabels } from './figures/classes';
import type { TileMetric } from './useAddress';

/** The five classes with their turn at the target, and what a neutral and a dashed tile mean. */
export function TileLegend({
  metric,
  target,
  outside,
}: {
  metric: TileMetric;
  target: number | null;
  outside: boolean;
}): ReactElement {
  const t = useTexts('board');
  const name = t(`metrics.${metric}`);
  return (
    <div className="tile-legend" aria-hidden>
      <div className="legend-scale">
        <div>
          {target === null
            ? t('tiles.legendNoTarget', { metric: name })
            : t('tiles.legend', { metric: name, target })}
        </div>
        {target !== null && (
          <div className="legend-classes">
            {classLabels(target).map((label, index) => (
              <span key={label} className={`legend-class legend-${index + 1}`}>
                <i />
                {label}
              </span>
            ))}
          </div>
        )}
      </div>
      <div className="legend-words">
        <span className="legend-small">{t('tiles.small')}</span>
        {outside && <span className="legend-outside">{t('tiles.outside')}</span>}
      </div>
    </div>
  );
}
