import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import type { UnitBrief } from '../../api/contract';
import { Icon } from '../../parts';
import type { RowsAddress } from './useRows';

/** The board of the same unit and period, where these rows came from. */
export function boardAddress({ unitId, period }: RowsAddress): string {
  const query = new URLSearchParams({ ...(unitId ? { unitId } : {}), from: period.from, to: period.to });
  return `/board?${query.toString()}`;
}

export function RowsTop({
  address,
  unit,
}: {
  address: RowsAddress;
  unit: UnitBrief | undefined;
}): ReactElement {
  const t = useTexts('rows');
  const board = useTexts('board');
  return (
    <TopBar>
      <nav className="crumbs" aria-label={t('board')}>
        <Link to={boardAddress(address)}>{t('board')}</Link>
        <Icon name="chevron-right" size={14} />
        <span>{board(`metrics.${address.metric}`)}</span>
        <Icon name="chevron-right" size={14} />
        <h1>{unit?.name ?? '…'}</h1>
      </nav>
    </TopBar>
  );
}
