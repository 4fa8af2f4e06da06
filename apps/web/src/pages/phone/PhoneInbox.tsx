import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { OfflineError, ProblemError } from '../../api/client';
import type { ListTicketsQuery, TicketRow } from '../../api/contract';
import { queryClient } from '../../api/queries';
import { useSession } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { EmptyState, ErrorState, Icon, Skeletons } from '../../parts';
import { putTicket, sendVerb, Shape } from '../../verbs';
import '../inbox/texts';
import { useTicketRows } from '../inbox/query';
import { OfflineBanner } from './OfflineBanner';
import { takeOffline, useFlushing, useWaitingSteps } from './outbox';
import './phone.css';
import { PhoneCard } from './PhoneCard';
import { usePreload } from './preload';
import './texts';
import { ThumbBar } from './ThumbBar';
import { WaitingCards } from './WaitingCards';

const TABS = ['sign', 'handling', 'reported'] as const;
type Tab = (typeof TABS)[number];

const QUERIES: Record<Tab, ListTicketsQuery> = {
  sign: { view: 'to-sign', sort: 'due', limit: 20 },
  handling: { view: 'mine-to-do', state: ['handling'], sort: 'due', limit: 20 },
  reported: { view: 'once-handled', state: ['reported', 'call-back'], sort: 'newest', limit: 20 },
};

function useTabs() {
  const lists = {
    sign: useTicketRows(QUERIES.sign),
    handling: useTicketRows(QUERIES.handling),
    reported: useTicketRows(QUERIES.reported),
  };
  const waiting = new Set(useWaitingSteps().map((step) => step.ticketId));
  return (tab: Tab) => {
    const list = lists[tab];
    const rows = list.data?.pages.flatMap((page) => page.items).filter((row) => !waiting.has(row.id)) ?? [];
    return { list, rows, count: list.data ? `${rows.length}${list.hasNextPage ? '+' : ''}` : '' };
  };
}

function useSignOne() {
  const t = useTexts('phone');
  const { message } = App.useApp();
  return async (row: TicketRow) => {
    try {
      putTicket(queryClient, await sendVerb(row.id, row.version, 'sign', {}));
      void message.success(t('signedNow'));
      void queryClient.invalidateQueries({ queryKey: ['tickets'] });
    } catch (error) {
      if (error instanceof OfflineError) takeOffline(row, 'sign', {});
      else if (error instanceof ProblemError) void message.error(error.message);
      else throw error;
    }
  };
}

/** The inbox of a grassroots union on a phone: three lists, cards, three buttons. */
export function PhoneInbox() {
  const t = useTexts('phone');
  const navigate = useNavigate();
  const { memberships } = useSession();
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((name) => name === search.get('tab')) ?? 'sign';
  const [chosenId, setChosenId] = useState<string | null>(null);
  const tabOf = useTabs();
  const sign = useSignOne();
  useFlushing();
  usePreload();
  const { list, rows } = tabOf(tab);
  const chosen = rows.find((row) => row.id === chosenId) ?? rows[0];
  const waitsForSign = chosen?.turn?.expected === 'sign';
  const open = (what: string) => chosen && void navigate(`/tickets/${chosen.id}?do=${what}`);
  return (
    <div className="phone-page">
      <TopBar>
        <span className="phone-head">
          <h1>{t('title')}</h1>
          <small>{memberships[0]?.unit.name}</small>
        </span>
      </TopBar>
      <OfflineBanner />
      <div className="phone-tabs" role="tablist" aria-label={t('tabsLabel')}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-controls="phone-list"
            aria-selected={name === tab}
            onClick={() => setSearch({ tab: name }, { replace: true })}
          >
            {t(`tabs.${name}`)} {tabOf(name).count}
          </button>
        ))}
      </div>
      <div
        className="phone-body"
        role="tabpanel"
        id="phone-list"
        aria-labelledby={`tab-${tab}`}
        data-region
        tabIndex={0}
      >
        {list.isPending && <Skeletons rows={4} height={112} />}
        {list.isError && (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} small={rows.length > 0} />
        )}
        {list.isSuccess && rows.length === 0 && <EmptyState title={t(`empty.${tab}`)} />}
        <ul className="phone-cards">
          {rows.map((row) => (
            <PhoneCard key={row.id} row={row} chosen={row.id === chosen?.id} onChoose={setChosenId} />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button
            block
            size="large"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
        <WaitingCards />
      </div>
      <ThumbBar
        lead={chosen ? t('chosen', { title: chosen.title }) : t('noneChosen')}
        thumbs={[
          {
            name: 'sign',
            label: t('sign'),
            icon: <Icon name="check" size={20} />,
            filled: waitsForSign,
            disabled: !waitsForSign,
            onPress: () => chosen && void sign(chosen),
          },
          {
            name: 'report',
            label: t('report'),
            icon: <Shape name="pencil" size={20} />,
            filled: chosen !== undefined && !waitsForSign,
            disabled: !chosen,
            onPress: () => open('report'),
          },
          {
            name: 'help',
            label: t('help'),
            icon: <Shape name="help" size={20} />,
            filled: false,
            disabled: !chosen,
            onPress: () => open('help'),
          },
        ]}
      />
    </div>
  );
}
