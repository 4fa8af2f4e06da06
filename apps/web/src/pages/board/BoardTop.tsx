import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { clockText, shortDayText } from '../../parts';
import type { NumbersView } from '../../api/contract';
import type { Freshness } from './useFreshness';

/** Title, the unit on the board, and how fresh its figures are. */
export function BoardTop({
  view,
  freshness,
}: {
  view: NumbersView | undefined;
  freshness: Freshness;
}): ReactElement {
  const t = useTexts('board');
  const time = view ? `${shortDayText(view.asOf)} ${clockText(view.asOf)}` : '';
  return (
    <TopBar>
      <h1 className="top-title">{t('title')}</h1>
      {view && <span className="top-unit">{view.unit.name}</span>}
      <span className="head-space" />
      {view && (
        <span className={`as-of is-${freshness}`} role="status">
          <i className="dot" aria-hidden />
          {t(freshness === 'fresh' ? 'asOf' : 'stopped', { time })}
        </span>
      )}
    </TopBar>
  );
}
