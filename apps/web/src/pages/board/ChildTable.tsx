import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../app/i18n';
import { useCan } from '../../api/session';
import type { ChildNumbers, NumbersView } from '../../api/contract';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import { ChildCells } from './ChildCells';
import { ChildHead } from './ChildHead';
import { ChildRow } from './ChildRow';
import { showingOf } from './figures/small-samples';
import { placeName } from './figures/tiles';
import { reachOf, totalRow, treeRows } from './figures/tree';
import { useOpened } from './queries';
import type { BoardAddress } from './useAddress';

interface Props {
  view: NumbersView;
  address: BoardAddress;
  below: UseQueryResult<ChildNumbers[]>;
}

function useRows({ view, address, below }: Props) {
  const handles = useCan('ticket.handle');
  const opened = useOpened(address.opened, address.period);
  const target = view.numbers.find((number) => number.metric === 'on-time')?.target ?? null;
  const rows = treeRows({
    top: below.data ?? [],
    opened: address.opened,
    below: (unitId) => opened.get(unitId)?.data,
    sorting: address.sorting,
    handles,
  });
  const total = totalRow(view);
  const reach = target === null ? 0 : reachOf(rows, target);
  return { rows, target, reach, total: { child: total, showing: showingOf(total.due, handles) }, opened };
}

/** Which unit? The units below, lowest rate first; a unit opens in place and its name enters it. */
export function ChildTable(props: Props): ReactElement {
  const { view, address, below } = props;
  const t = useTexts('board');
  const [parameters] = useSearchParams();
  const { rows, target, reach, total, opened } = useRows(props);
  const { sorting, period } = address;
  const toggle = (unitId: string): void => {
    const next = address.opened.includes(unitId)
      ? address.opened.filter((id) => id !== unitId)
      : [...address.opened, unitId];
    address.change({ open: next.join(',') || undefined });
  };
  const hrefOf = useMemo(() => {
    return (unitId: string): string => {
      const next = new URLSearchParams(parameters);
      next.set('unitId', unitId);
      next.delete('open');
      return `/board?${next.toString()}`;
    };
  }, [parameters]);
  const order = t(sorting.ascending ? 'children.up' : 'children.down', {
    column: t(`children.${sorting.column}`),
  });
  return (
    <section
      className={`board-card child-card${below.isPlaceholderData ? ' is-fading' : ''}`}
      aria-labelledby="children-title"
    >
      <header className="card-head">
        <h2 id="children-title">{t('children.title')}</h2>
        {below.data && (
          <span className="head-note">{t('children.note', { count: below.data.length, order })}</span>
        )}
      </header>
      <div className="child-scroll" tabIndex={0} role="group" aria-label={t('children.title')}>
        {below.isError && !below.data && (
          <ErrorState small error={below.error} onRetry={() => void below.refetch()} />
        )}
        {below.isPending && <Skeletons rows={8} height={33} />}
        {below.data?.length === 0 && <EmptyState icon="tree" title={t('children.none')} />}
        {below.data && below.data.length > 0 && (
          <table className="child-table">
            <ChildHead sorting={sorting} target={target} onSort={(sort) => address.change({ sort })} />
            <tbody>
              <tr className="total-row">
                <th scope="row">
                  <span className="unit-cell cut">
                    {view.unit.level === 'national'
                      ? t('children.nation')
                      : t('children.total', { name: placeName(view.unit.name) })}
                  </span>
                </th>
                <ChildCells row={total} period={period} target={target} reach={reach} />
              </tr>
              {rows.map((row) => (
                <ChildRow
                  key={`${row.depth} ${row.child.unit.id}`}
                  row={row}
                  period={period}
                  target={target}
                  reach={reach}
                  href={hrefOf(row.child.unit.id)}
                  onToggle={toggle}
                />
              ))}
            </tbody>
          </table>
        )}
        {[...opened.values()].some((query) => query.isPending) && <Skeletons rows={2} height={33} />}
      </div>
    </section>
  );
}
