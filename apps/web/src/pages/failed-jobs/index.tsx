import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { get } from '../../api/client';
import { EmptyState, PagedList } from '../../parts';
import '../units/admin.css';
import { JobRow } from './JobRow';
import { texts } from './texts';

registerTexts('failed-jobs', texts);

/** Nothing fails silently: what gave up is listed with its cause, and can be driven again. */
export default function FailedJobsPage(): ReactElement {
  const t = useTexts('failed-jobs');
  const query = useInfiniteQuery({
    queryKey: ['failed-jobs'] as const,
    queryFn: ({ pageParam, signal }) => get('/failed-jobs', { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 30_000,
  });
  const jobs = (query.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <p className="quiet">{t('hint')}</p>
      <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t('title')}>
        <PagedList
          query={query}
          count={jobs.length}
          skeletons={{ rows: 8, height: 56 }}
          empty={
            <EmptyState icon="check" title={t('none')}>
              {t('noneHint')}
            </EmptyState>
          }
        >
          <table className="admin-table">
            <thead>
              <tr>
                <th scope="col">{t('columns.at')}</th>
                <th scope="col">{t('columns.what')}</th>
                <th scope="col">{t('columns.ticket')}</th>
                <th scope="col">{t('columns.error')}</th>
                <th scope="col" className="num">
                  {t('columns.attempts')}
                </th>
                <th scope="col">{t('columns.state')}</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </tbody>
          </table>
        </PagedList>
      </section>
    </div>
  );
}
