import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { noticeTarget } from '../../app/notice-target';
import { TopBar } from '../../app/TopBar';
import { get, send } from '../../api/client';
import type { NoticeView } from '../../api/contract';
import { useLive } from '../../api/live';
import { keys } from '../../api/queries';
import { EmptyState, PagedList, TimeText } from '../../parts';
import '../units/admin.css';
import './notices.css';
import { texts } from './texts';

registerTexts('notices', texts);

const ALL = ['notices', 'all'] as const;

function NoticeLine({ notice }: { notice: NoticeView }): ReactElement {
  const t = useTexts('notices');
  return (
    <li className={notice.read ? '' : 'is-unread'}>
      <Link to={noticeTarget(notice)}>
        <span className={`tag${notice.kind === 'red' ? ' tag-bad' : ''}`}>{t(`kinds.${notice.kind}`)}</span>
        <span className="cut">{notice.title}</span>
        {!notice.read && <span className="visually-hidden">{t('unread')}</span>}
        <small>{notice.ticketNo}</small>
        <TimeText at={notice.at} />
      </Link>
    </li>
  );
}

/** Everything that has arrived for me, newest first. Opening the page marks nothing; 全部已读 does. */
export default function NoticesPage(): ReactElement {
  const t = useTexts('notices');
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ALL,
    queryFn: ({ pageParam, signal }) => get('/notices', { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  useLive('notice', () => void client.invalidateQueries({ queryKey: ALL }));
  const notices = (query.data?.pages ?? []).flatMap((page) => page.items);
  const newest = notices[0];
  const readAll = async (): Promise<void> => {
    if (!newest) return;
    await send('POST', '/notices/read', { upTo: newest.id });
    await client.invalidateQueries({ queryKey: keys.notices });
  };
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        <span className="admin-space" />
        <Button disabled={!notices.some((notice) => !notice.read)} onClick={() => void readAll()}>
          {t('readAll')}
        </Button>
      </div>
      <section className="admin-panel admin-grow" tabIndex={0} aria-label={t('title')}>
        <PagedList
          query={query}
          count={notices.length}
          skeletons={{ rows: 10, height: 48 }}
          empty={
            <EmptyState icon="bell" title={t('none')}>
              {t('noneHint')}
            </EmptyState>
          }
        >
          <ul className="notice-list">
            {notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        </PagedList>
      </section>
    </div>
  );
}
