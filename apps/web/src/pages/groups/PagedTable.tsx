import type { ReactElement, ReactNode } from 'react';
import { EmptyState, type IconName, type Paged, PagedList } from '../../parts';

interface PagedTableProps {
  query: Paged;
  count: number;
  empty: { icon: IconName; title: string; hint: string };
  head: readonly (string | { num: string })[];
  children: ReactNode;
}

/** A keyset list as a table: skeleton, error, empty, rows, “load more”. */
export function PagedTable({ query, count, empty, head, children }: PagedTableProps): ReactElement {
  return (
    <PagedList
      query={query}
      count={count}
      skeletons={{ rows: 6, height: 44 }}
      empty={
        <EmptyState icon={empty.icon} title={empty.title}>
          {empty.hint}
        </EmptyState>
      }
    >
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
    </PagedList>
  );
}
