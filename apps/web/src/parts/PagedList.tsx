import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../app/i18n';
import { ErrorState } from './ErrorState';
import { Skeletons } from './Skeletons';

/** What a keyset list of TanStack Query says of itself. */
export interface Paged {
  isPending: boolean;
  isError: boolean;
  isSuccess: boolean;
  error: Error | null;
  data: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => Promise<unknown>;
  fetchNextPage: () => Promise<unknown>;
}

/** The next page of a list, when there is one. */
export function MoreRows({ query }: { query: Paged }): ReactElement | null {
  const t = useTexts('parts');
  if (!query.hasNextPage) return null;
  return (
    <Button
      type="link"
      className="admin-more"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t('more')}
    </Button>
  );
}

interface Props {
  query: Paged;
  count: number;
  /** Heights of what is awaited, so that nothing jumps when it comes. */
  skeletons: { rows: number; height: number };
  empty: ReactNode;
  children: ReactNode;
}

/** A keyset list: awaited, failed with another try, empty, or its rows; old rows stay when a newer answer fails. */
export function PagedList({ query, count, skeletons, empty, children }: Props): ReactElement {
  return (
    <>
      {query.isPending && <Skeletons {...skeletons} />}
      {query.isError && (
        <ErrorState small={count > 0} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && count === 0 && empty}
      {count > 0 && children}
      <MoreRows query={query} />
    </>
  );
}
