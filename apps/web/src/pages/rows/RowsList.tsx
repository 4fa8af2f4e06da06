import { Button } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../app/i18n';
import type { NumberView } from '../../api/contract';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import { countText } from '../board/figures/rate';
import type { RowResult } from '../board/figures/rows-link';
import { ExcludedReasons } from './ExcludedReasons';
import { RowsTable } from './RowsTable';
import { RowTabs } from './RowTabs';
import { useRows, type RowsAddress } from './useRows';

/** Asks for the next page when the end of the list comes within a screen of the eye. */
function useEnd(more: () => void, wanted: boolean) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  latest.current = more;
  useEffect(() => {
    const element = end.current;
    if (!element || !wanted) return undefined;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latest.current(),
      {
        rootMargin: '400px',
      },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [wanted]);
  return end;
}

function countsOf(number: NumberView | undefined, counts: Record<string, number> | undefined) {
  return (result: RowResult): number | undefined =>
    counts?.[result] ?? (result === 'all' ? number?.denominator : undefined);
}

export function RowsList({
  address,
  number,
}: {
  address: RowsAddress;
  number: NumberView | undefined;
}): ReactElement {
  const t = useTexts('rows');
  const [, setParameters] = useSearchParams();
  const query = useRows(address);
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.items);
  const countOf = countsOf(number, pages[0]?.counts);
  const more = (): void => {
    if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
  };
  const end = useEnd(more, query.hasNextPage && !query.isFetchingNextPage);
  const total = countOf(address.result);
  const widen = (): void =>
    setParameters((current) => {
      const next = new URLSearchParams(current);
      next.set('result', 'all');
      return next;
    });
  const listed = countText(rows.length);
  const words = !query.hasNextPage
    ? t('allListed', { listed })
    : total === undefined
      ? t('listed', { listed })
      : t('listedOf', { listed, total: countText(total) });
  return (
    <section className="rows-card">
      <RowTabs address={address} countOf={countOf} />
      {address.result === 'excluded' && number && <ExcludedReasons number={number} />}
      <div className="rows-scroll" tabIndex={0} role="region" aria-label={t('tabs')}>
        {query.isPending && <Skeletons rows={12} height={42} />}
        {query.isError && rows.length === 0 && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && rows.length === 0 && (
          <EmptyState title={t('empty')}>
            {address.result !== 'all' && <Button onClick={widen}>{t('widen')}</Button>}
          </EmptyState>
        )}
        {rows.length > 0 && <RowsTable rows={rows} address={address} />}
        <div ref={end} />
        {query.isFetchNextPageError && (
          <ErrorState small error={query.error} onRetry={() => void query.fetchNextPage()} />
        )}
        {query.hasNextPage && (
          <Button type="link" className="rows-more" loading={query.isFetchingNextPage} onClick={more}>
            {t('more')}
          </Button>
        )}
      </div>
      <div className="rows-foot" role="status">
        {query.data && words}
      </div>
    </section>
  );
}
