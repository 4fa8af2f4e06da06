import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { ChildCells } from './ChildCells';
import type { Period } from './figures/period';
import { placeName } from './figures/tiles';
import type { TreeRow } from './figures/tree';

interface Props {
  row: TreeRow;
  period: Period;
  target: number | null;
  reach: number;
  href: string;
  onToggle: (unitId: string) => void;
}

export function ChildRow({ row, period, target, reach, href, onToggle }: Props): ReactElement {
  const t = useTexts('board');
  const { unit, hasChildren, movedAway } = row.child;
  return (
    <tr className={row.open ? 'is-open' : ''}>
      <th scope="row" style={{ paddingLeft: 12 + row.depth * 20 }}>
        <span className="unit-cell">
          {hasChildren ? (
            <button
              type="button"
              className="tree-button"
              aria-expanded={row.open}
              aria-label={t(row.open ? 'children.close' : 'children.open', { name: unit.name })}
              onClick={() => onToggle(unit.id)}
            >
              <Icon name={row.open ? 'chevron-down' : 'chevron-right'} size={14} />
            </button>
          ) : (
            <span className="tree-button" />
          )}
          <Link to={href} className="figure-link cut" title={unit.name}>
            {placeName(unit.name)}
          </Link>
          {movedAway && (
            <span className="moved-away" title={t('children.movedAwayTip')}>
              {t('children.movedAway')}
            </span>
          )}
        </span>
      </th>
      <ChildCells row={row} period={period} target={target} reach={reach} />
    </tr>
  );
}
