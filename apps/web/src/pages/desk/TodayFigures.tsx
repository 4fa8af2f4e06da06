import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { get } from '../../api/client';
import type { ContactView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { dayText, durationText } from '../../parts';
import { TeamNow } from './TeamNow';

const most = 100;

function averageTalk(contacts: ContactView[]): string {
  const talks = contacts.flatMap(({ answeredAt, endedAt }) =>
    answeredAt && endedAt ? [Date.parse(endedAt) - Date.parse(answeredAt)] : [],
  );
  if (talks.length === 0) return '—';
  return durationText(talks.reduce((sum, one) => sum + one, 0) / talks.length);
}

/** What I have answered today (Asia/Shanghai), from my own contacts. */
export function TodayFigures(): ReactElement | null {
  const t = useTexts('desk');
  const today = dayText(Date.now());
  const query = useQuery({
    queryKey: ['my-contacts', today],
    queryFn: ({ signal }) => get('/contacts', { mine: true, from: today, limit: most }, signal),
    staleTime: 60_000,
  });
  if (!query.data) return null;
  const contacts = query.data.items;
  const answered = contacts.filter((contact) => contact.answeredAt);
  const more = query.data.nextCursor ? '+' : '';
  return (
    <dl className="today">
      <div>
        <dt>{t('todayAnswered')}</dt>
        <dd>{`${answered.length}${more}`}</dd>
      </div>
      <div>
        <dt>{t('todayAverage')}</dt>
        <dd>{averageTalk(answered)}</dd>
      </div>
      <div>
        <dt>{t('todayTickets')}</dt>
        <dd>{`${contacts.filter((contact) => contact.ticketId).length}${more}`}</dd>
      </div>
      <TeamNow />
    </dl>
  );
}
