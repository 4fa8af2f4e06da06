import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { get, send } from '../api/client';
import type { NoticeView, Page } from '../api/contract';
import { useLive } from '../api/live';
import { keys } from '../api/queries';
import { EmptyState, Icon, TimeText } from '../parts';
import { useTexts } from './i18n';
import { noticeTarget } from './notice-target';

function useNotices(): NoticeView[] {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: keys.notices,
    queryFn: () => get('/notices'),
    staleTime: 60_000,
  });
  useLive('notice', (notice) => {
    client.setQueryData<Page<NoticeView>>(keys.notices, (old) => ({
      items: [notice, ...(old?.items ?? []).filter((one) => one.id !== notice.id)].slice(0, 50),
      nextCursor: old?.nextCursor ?? null,
    }));
  });
  return query.data?.items ?? [];
}

/** What has arrived for me: hops, returns, cards. Opening the list does not mark it; 全部已读 does. */
export function NoticeBell(): ReactElement {
  const t = useTexts('app');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const notices = useNotices();
  const unread = notices.filter((notice) => !notice.read).length;
  const readAll = async (): Promise<void> => {
    const newest = notices[0];
    if (!newest) return;
    await send('POST', '/notices/read', { upTo: newest.id });
    await client.invalidateQueries({ queryKey: keys.notices });
  };
  const list = (
    <div className="notices">
      <header>
        <Link to="/notices" onClick={() => setOpen(false)}>
          {t('notices')}
        </Link>
        {unread > 0 && (
          <button type="button" className="link-button" onClick={() => void readAll()}>
            {t('readAll')}
          </button>
        )}
      </header>
      {notices.length === 0 && <EmptyState icon="bell" title={t('noNotices')} />}
      <ul className="notices-list">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link to={noticeTarget(notice)} onClick={() => setOpen(false)}>
              <span className={`dot${notice.read ? ' read' : ''}`} aria-hidden />
              <span>{notice.title}</span>
              <TimeText at={notice.at} />
              <small>{notice.ticketNo}</small>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Popover
      content={list}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
    >
      <button type="button" className="top-button" aria-label={`${t('notices')} ${unread}`}>
        <Icon name="bell" size={20} />
        {unread > 0 && <span className="top-badge">{unread > 99 ? '99+' : unread}</span>}
      </button>
    </Popover>
  );
}
