import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';

function Bones({ kind }: { kind: string }): ReactElement {
  return (
    <div className={`board-card ${kind}`}>
      <i className="bone bone-title" />
      <i className="bone bone-body" />
    </div>
  );
}

/** The board in its final sizes while the first figures are on their way. */
export function CardSkeletons(): ReactElement {
  const t = useTexts('board');
  return (
    <div className="board-grid" role="status" aria-label={t('title')}>
      <div className="board-cards">
        <Bones kind="metric-card" />
        <Bones kind="metric-card" />
        <Bones kind="metric-card" />
      </div>
      <div className="board-main">
        <Bones kind="tile-card" />
        <Bones kind="child-card" />
        <Bones kind="chart-card" />
        <Bones kind="chart-card" />
      </div>
    </div>
  );
}
