import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { pressed, sortingText, type Column, type Sorting } from './figures/order';

interface Props {
  sorting: Sorting;
  target: number | null;
  onSort: (sort: string) => void;
}

function HeadCell({
  column,
  sorting,
  onSort,
  number = true,
}: {
  column: Column;
  sorting: Sorting;
  onSort: (sort: string) => void;
  number?: boolean;
}): ReactElement {
  const t = useTexts('board');
  const mine = sorting.column === column;
  const order = mine ? (sorting.ascending ? 'ascending' : 'descending') : 'none';
  return (
    <th scope="col" className={`${number ? 'num' : ''}${mine ? ' is-sorted' : ''}`} aria-sort={order}>
      <button type="button" onClick={() => onSort(sortingText(pressed(column, sorting)))}>
        {t(`children.${column}`)}
        <span className="sort-mark" aria-hidden>
          {mine && (sorting.ascending ? '▲' : '▼')}
        </span>
      </button>
    </th>
  );
}

export function ChildHead({ sorting, target, onSort }: Props): ReactElement {
  const t = useTexts('board');
  return (
    <thead>
      <tr>
        <th scope="col" className="unit-head">
          {t('children.unit')}
        </th>
        <HeadCell column="due" sorting={sorting} onSort={onSort} />
        <HeadCell column="on-time" sorting={sorting} onSort={onSort} number={false} />
        <th scope="col">{target !== null && t('children.distance', { target })}</th>
        <th scope="col" className="num">
          {t('children.change')}
        </th>
        <HeadCell column="connection" sorting={sorting} onSort={onSort} />
        <HeadCell column="satisfaction" sorting={sorting} onSort={onSort} />
        <HeadCell column="overdue" sorting={sorting} onSort={onSort} />
        <HeadCell column="median" sorting={sorting} onSort={onSort} />
      </tr>
    </thead>
  );
}
