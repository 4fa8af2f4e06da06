import { Button } from 'antd';
import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListTicketsQuery, TicketView } from '../../api/contract';
import { useCommands } from '../../app/commands';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import '../dispatch/dispatch.css';
import { useTicketRows, useViewCounts } from '../inbox/query';
import '../ticket/texts';
import '../ticket/ticket.css';
import { useTicket } from '../ticket/useTicket';
import './call-backs.css';
import { Task } from './Task';
import { TaskRow } from './TaskRow';
import './texts';

const QUERY: ListTicketsQuery = { view: 'call-back', sort: 'due', limit: 50 };

/** The list of workers to call back, and one of them. */
export default function CallBacks() {
  const t = useTexts('call-backs');
  const [search, setSearch] = useSearchParams();
  const list = useTicketRows(QUERY);
  const counts = useViewCounts().data;
  const rows = useMemo(
    () => list.data?.pages.flatMap((page) => page.items).filter((row) => row.state === 'call-back') ?? [],
    [list.data],
  );
  const wanted = search.get('ticket');
  const chosenId = rows.some((row) => row.id === wanted) ? wanted : (rows[0]?.id ?? null);
  const at = rows.findIndex((row) => row.id === chosenId);
  const ticket = useTicket(chosenId);
  const choose = (id: string | undefined) => id && setSearch({ ticket: id }, { replace: true });
  useEffect(() => {
    if (chosenId) document.getElementById(`task-${chosenId}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  useCommands([
    {
      name: 'call-backs.next',
      label: t('next'),
      key: 'j',
      hidden: true,
      perform: () => choose(rows[at + 1]?.id),
    },
    {
      name: 'call-backs.previous',
      label: t('previous'),
      key: 'k',
      hidden: true,
      perform: () => choose(rows[at - 1]?.id),
    },
  ]);
  // A reached worker's ticket stays chosen to be closed; one that left the list gives way to its neighbour.
  const onDone = (answer: TicketView) => {
    if (answer.state !== 'call-back') choose((rows[at + 1] ?? rows[at - 1])?.id);
  };
  return (
    <div className="dispatch call-backs">
      <TopBar>
        <span className="top-title">{t('title')}</span>
      </TopBar>
      <div className="dispatch-left">
        <section className="queue" data-region aria-label={t('list')}>
          <header className="queue-alone">
            <h2>
              {t('list')} <span>{counts?.views['call-back']?.count ?? rows.length}</span>
            </h2>
          </header>
          {list.isPending && <Skeletons rows={8} height={68} />}
          {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} small />}
          <ul className="queue-list" data-region-start>
            {rows.map((row) => (
              <TaskRow key={row.id} row={row} chosen={row.id === chosenId} onChoose={choose} />
            ))}
            {list.hasNextPage && (
              <li className="queue-more">
                <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('more')}
                </Button>
              </li>
            )}
          </ul>
        </section>
      </div>
      {ticket.data && ticket.data.id === chosenId && (
        <Task key={chosenId} ticket={ticket.data} onDone={onDone} />
      )}
      {chosenId !== null && ticket.isPending && <Skeletons rows={8} height={56} />}
      {chosenId === null && list.isSuccess && (
        <EmptyState icon="check" title={t('empty')}>
          {t('emptyNote')}
        </EmptyState>
      )}
    </div>
  );
}
