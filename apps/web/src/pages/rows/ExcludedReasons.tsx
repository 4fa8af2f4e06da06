import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import type { NumberView } from '../../api/contract';
import { countText, rateText } from '../board/figures/rate';

/** What was left out of the rate, by reason, and how much that is of everything: always counted next to the rate. */
export function ExcludedReasons({ number }: { number: NumberView }): ReactElement | null {
  const t = useTexts('rows');
  const { language } = useSettings();
  const total = number.excluded.reduce((sum, part) => sum + part.count, 0);
  if (total === 0) return null;
  const most = Math.max(...number.excluded.map((part) => part.count));
  const all = number.denominator + total;
  return (
    <div className="excluded-reasons">
      {number.excluded.map((part) => (
        <div key={part.code}>
          <span>{part[language]}</span>
          <i style={{ width: Math.max(2, Math.round((part.count / most) * 96)) }} />
          <span>{countText(part.count)}</span>
        </div>
      ))}
      <p>{t('leftShare', { rate: rateText(total, all), part: countText(total), all: countText(all) })}</p>
    </div>
  );
}
