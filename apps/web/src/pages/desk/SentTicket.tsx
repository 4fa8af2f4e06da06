import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { get, send } from '../../api/client';
import type { HopView, TicketView } from '../../api/contract';
import { patchTicket } from '../../api/live';
import { keys } from '../../api/queries';
import { useCommands } from '../../app/commands';
import { useTexts } from '../../app/i18n';
import { Icon, Kbd } from '../../parts';
import { SentReceipts } from './SentReceipts';
import { useCountdown } from './useCountdown';

const soon = 15_000; // ms in which a hop normally leaves; afterwards the event stream alone tells

function Receivers({ ticket, recalled }: { ticket: TicketView; recalled: boolean }): ReactElement {
  const t = useTexts('desk');
  const hops = ticket.hops.filter((hop) => hop.returnedAt === null && hop.passedAt === null);
  const state = (hop: HopView): string => (hop.signedAt ? t('signed') : t('delivered'));
  if (recalled) return <p>{t('recalled')}</p>;
  if (ticket.queueReason) return <p>{t('queued', { reason: t(`reason.${ticket.queueReason}`) })}</p>;
  if (hops.length === 0) return <p>{t('sending')}</p>;
  return (
    <ul className="receivers">
      {hops.map((hop) => (
        <li key={hop.id}>
          → <strong>{hop.toUnit.name}</strong> {hop.role === 'support' && `${t('support')} · `}
          {state(hop)}
        </li>
      ))}
    </ul>
  );
}

/** What became of the dispatch, receiver by receiver, and 60 seconds to call it back. */
export function SentTicket({
  sent,
  first,
  dismiss,
}: {
  sent: { ticket: TicketView; at: number };
  first: boolean;
  dismiss: () => void;
}): ReactElement {
  const t = useTexts('desk');
  const client = useQueryClient();
  const { data: ticket } = useQuery({
    queryKey: keys.ticket(sent.ticket.id),
    queryFn: () => get(`/tickets/${sent.ticket.id}`),
    initialData: sent.ticket,
    staleTime: Infinity,
    refetchInterval: ({ state }) => {
      const waits = state.data?.state === 'queued' && state.data.queueReason === null;
      return waits && Date.now() - sent.at < soon ? 1000 : false;
    },
  });
  const seconds = useCountdown(ticket.recallUntil ? Date.parse(ticket.recallUntil) : sent.at);
  const recall = useMutation({
    mutationFn: () => send('POST', `/tickets/${ticket.id}/recall`, {}, { ifMatch: ticket.version }),
    onSuccess: (view) => patchTicket(client, view),
  });
  const can = seconds > 0 && ticket.verbs.includes('recall') && !recall.isSuccess;
  useCommands(
    [
      {
        name: `recall.${ticket.id}`,
        label: `${t('recall')} ${ticket.no}`,
        icon: 'undo',
        when: () => can,
        perform: () => recall.mutate(),
        ...(first ? { key: 'mod+z' } : {}),
      },
    ],
    can,
  );
  return (
    <div className={`done done-${recall.isSuccess ? 'back' : 'sent'}`} role="status">
      <Icon name={recall.isSuccess ? 'undo' : 'check'} />
      <div className="done-words">
        <Link to={`/tickets/${ticket.id}`}>{t('sentTicket', { no: ticket.no })}</Link>
        {recall.error ? (
          <p className="row-problem">{recall.error.message}</p>
        ) : (
          <Receivers ticket={ticket} recalled={recall.isSuccess} />
        )}
        {ticket.urgency === 'urgent' && <SentReceipts ticket={ticket} />}
      </div>
      {can && (
        <Button size="small" loading={recall.isPending} onClick={() => recall.mutate()}>
          {t('recallIn', { seconds })} {first && <Kbd keys="mod+z" />}
        </Button>
      )}
      <button type="button" className="top-button" aria-label={t('dismiss')} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
