import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { useTexts } from '../../app/i18n';
import { TimeText } from '../../parts';
import { PagedTable } from './PagedTable';

const MARK: Record<number, string> = { 3: 'tag', 5: 'tag tag-warn', 10: 'tag tag-bad' };

/** Employers that many people complained of, newest flag first. */
export function FlagList(): ReactElement {
  const t = useTexts('groups');
  const query = useInfiniteQuery({
    queryKey: ['group-flags'] as const,
    queryFn: ({ pageParam, signal }) => get('/group-flags', { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const flags = (query.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <PagedTable
      query={query}
      empty={{ icon: 'check', title: t('noFlags'), hint: t('noFlagsHint') }}
      count={flags.length}
      head={[
        t('columns.level'),
        t('columns.employer'),
        { num: t('columns.people') },
        t('columns.unit'),
        t('columns.at'),
        '',
      ]}
    >
      {flags.map((flag) => (
        <tr key={flag.id}>
          <td>
            <span className={MARK[flag.level]}>{t(`level.${flag.level as 3 | 5 | 10}`)}</span>
          </td>
          <td>{flag.employer ?? t('unknown')}</td>
          <td className="num" data-label={t('columns.people')}>
            {flag.people}
          </td>
          <td>{flag.unit.name}</td>
          <td>
            <TimeText at={flag.raisedAt} />
          </td>
          <td>
            <Link to={`/tickets/${flag.ticketId}`}>{t('openTicket')}</Link>
          </td>
        </tr>
      ))}
    </PagedTable>
  );
}
