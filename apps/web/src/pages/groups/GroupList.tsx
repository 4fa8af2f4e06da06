import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { useTexts } from '../../app/i18n';
import { TimeText } from '../../parts';
import { PagedTable } from './PagedTable';

/** Groups of linked tickets, newest first. */
export function GroupList(): ReactElement {
  const t = useTexts('groups');
  const query = useInfiniteQuery({
    queryKey: ['groups'] as const,
    queryFn: ({ pageParam, signal }) => get('/groups', { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const groups = (query.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <PagedTable
      query={query}
      empty={{ icon: 'copy', title: t('noGroups'), hint: t('noGroupsHint') }}
      count={groups.length}
      head={[
        t('columns.kind'),
        t('columns.employer'),
        { num: t('columns.size') },
        { num: t('columns.people') },
        t('columns.unit'),
        t('columns.at'),
        '',
      ]}
    >
      {groups.map((group) => (
        <tr key={group.id}>
          <td>
            <span className="tag">{t(`kind.${group.kind}`)}</span>
          </td>
          <td>{group.employer ?? t('unknown')}</td>
          <td className="num" data-label={t('columns.size')}>
            {group.members}
          </td>
          <td className="num" data-label={t('columns.people')}>
            {group.people}
          </td>
          <td>{group.formedUnit.name}</td>
          <td>
            <TimeText at={group.formedAt} />
          </td>
          <td>
            <Link to={`/tickets/${group.masterTicketId}`}>{t('open')}</Link>
          </td>
        </tr>
      ))}
    </PagedTable>
  );
}
