import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ListTicketsQuery, QueueReason, TicketView } from '../../api/contract';
import { queryClient } from '../../api/queries';
import { useSession } from '../../api/session';
import { useCommands } from '../../app/commands';
import { useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { EmptyState, Skeletons } from '../../parts';
import { useTicketRows, useViewCounts } from '../inbox/query';
import { useTicket } from '../ticket/useTicket';
import { Detail } from './Detail';
import './dispatch.css';
import { Queue } from './Queue';
import { RecallStrip } from './RecallStrip';
import './texts';

/** The dispatcher's page: the queue left, the chosen ticket and who could take it right. */
export default function Dispatch() {
  const t = useTexts('dispatch');
  const { memberships } = useSession();
  const [search, setSearch] = useSearchParams();
  const reason = search.get('queueReason') as QueueReason | null;
  const query = useMemo<ListTicketsQuery>(
    () => ({ view: 'unclear', sort: 'due', limit: 50, ...(reason ? { queueReason: reason } : {}) }),
    [reason],
  );
  const list = useTicketRows(query);
  const counts = useViewCounts().data;
  const rows = useMemo(
    () => list.data?.pages.flatMap((page) => page.items).filter((row) => row.state === 'unclear') ?? [],
    [list.data],
  );
  const [sent, setSent] = useState<TicketView | null>(null);
  const wanted = search.get('ticket');
  const chosenId = rows.some((row) => row.id === wanted) ? wanted : (rows[0]?.id ?? null);
  const at = rows.findIndex((row) => row.id === chosenId);
  const ticket = useTicket(chosenId);
  const put = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const move = (by: number) => {
    const row = rows[at + by];
    if (row) put('ticket', row.id);
  };
  useCommands([
    { name: 'dispatch.next', label: t('next'), key: 'j', hidden: true, perform: () => move(1) },
    { name: 'dispatch.previous', label: t('previous'), key: 'k', hidden: true, perform: () => move(-1) },
  ]);
  const onSent = (answer: TicketView) => {
    setSent(answer);
    const next = rows[at + 1] ?? rows[at - 1];
    put('ticket', next?.id ?? null);
  };
  const onRecalled = (answer: TicketView) => {
    setSent(null);
    void queryClient.invalidateQueries({ queryKey: ['tickets', query] });
    put('ticket', answer.id);
  };
  const unit = memberships.find((membership) => membership.role === 'dispatcher')?.unit;
  return (
    <div className="dispatch">
      <TopBar>
        <span className="top-title">{t('title')}</span>
        <span className="top-unit">{unit?.name}</span>
      </TopBar>
      <div className="dispatch-left">
        <Queue
          list={list}
          rows={rows}
          counts={counts}
          reason={reason}
          chosenId={chosenId}
          onReason={(name) => put('queueReason', name)}
          onChoose={(id) => put('ticket', id)}
        />
        {sent && (
          <RecallStrip key={sent.id} sent={sent} onRecalled={onRecalled} onDismiss={() => setSent(null)} />
        )}
      </div>
      {ticket.data && ticket.data.id === chosenId && (
        <Detail key={chosenId} ticket={ticket.data} onSent={onSent} />
      )}
      {chosenId !== null && ticket.isPending && <Skeletons rows={8} height={56} />}
      {chosenId === null && !list.isPending && (
        <EmptyState icon="check" title={t('empty')}>
          {t('emptyNote')}
        </EmptyState>
      )}
    </div>
  );
}
