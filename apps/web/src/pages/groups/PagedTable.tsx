import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../app/i18n';
import { EmptyState, ErrorState, type IconName, Skeletons } from '../../parts';

interface Paged {
  isPending: boolean;
  isError: boolean;
  error: Error | null;
  data: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => Promise<unknown>;
  fetchNextPage: () => Promise<unknown>;
}

interface PagedTableProps {
  query: Paged;
  count: number;
  empty: { icon: IconName; title: string; hint: string };
  head: readonly (string | { num: string })[];
  children: ReactNode;
}

/** A keyset list as a table: skeleton, error, empty, rows, “load more”. */
export function PagedTable({ query, count, empty, head, children }: PagedTableProps): ReactElement {
  const t = useTexts('groups');
  if (query.isPending) return <Skeletons rows={6} height={44} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (count === 0)
    return (
      <EmptyState icon={empty.icon} title={empty.title}>
        {empty.hint}
      </EmptyState>
    );
  return (
    <>
      <table className="admin-table groups-table">
        <thead>
          <tr>
            {head.map((column, n) => (
              <th key={n} scope="col" className={typeof column === 'string' ? '' : 'num'}>
                {typeof column === 'string' ? column : column.num}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {query.hasNextPage && (
        <Button
          type="link"
          className="admin-more"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}
