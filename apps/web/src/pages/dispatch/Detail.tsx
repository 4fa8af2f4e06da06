import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { get } from '../../api/client';
import type { TicketView } from '../../api/contract';
import { keys } from '../../api/queries';
import { useCommands } from '../../app/commands';
import { useTexts } from '../../app/i18n';
import { useOnline } from '../../app/online';
import { ErrorState, Kbd, momentText, sendByKey, Skeletons } from '../../parts';
import { FailureNote, useAct } from '../../verbs';
import { dispatchBody, FIRST_CHOICE, OVERRIDE_ROW, rowOf, supportOf, unitOf, type Choice } from './choice';
import { Facts } from './Facts';
import { Suggestions } from './Suggestions';
import { SupportChoice } from './SupportChoice';

interface DetailProps {
  ticket: TicketView;
  onSent: (ticket: TicketView) => void;
}

function useSuggestions(ticket: TicketView) {
  return useQuery({
    queryKey: [...keys.suggestions(ticket.id), ticket.version],
    queryFn: ({ signal }) => get(`/tickets/${ticket.id}/suggestions`, undefined, signal),
    enabled: ticket.verbs.includes('dispatch'),
  });
}

/** One unclear ticket: its facts, the ranked suggestions, one filled button. */
export function Detail({ ticket, onSent }: DetailProps) {
  const t = useTexts('dispatch');
  const navigate = useNavigate();
  const online = useOnline();
  const query = useSuggestions(ticket);
  const suggestions = query.data ?? [];
  const act = useAct(ticket, 'dispatch');
  const [choice, setChoice] = useState<Choice>(FIRST_CHOICE);
  const [tried, setTried] = useState(false);
  const change = (to: Partial<Choice>) => setChoice((old) => ({ ...old, ...to }));
  const row = rowOf(choice, suggestions);
  const unit = unitOf(choice, suggestions);
  const body = dispatchBody(choice, suggestions);
  const allowed = ticket.verbs.includes('dispatch');
  const send = () => {
    setTried(true);
    if (!body || act.pending || !allowed || !online) return;
    void act.run(body).then((answer) => answer && onSent(answer));
  };
  const pick = (number: number) => {
    if (number > suggestions.length && number !== OVERRIDE_ROW) return;
    change({ row: number, support: null });
    if (number === OVERRIDE_ROW) document.getElementById('other-unit')?.focus();
  };
  useCommands([
    ...[1, 2, 3, 4, 5, 6].map((number) => ({
      name: `dispatch.pick-${number}`,
      label: t('pick', { count: number }),
      key: String(number),
      hidden: true,
      perform: () => pick(number),
    })),
    { name: 'dispatch.send', label: t('send'), key: 'mod+enter', icon: 'send' as const, perform: send },
    {
      name: 'dispatch.open',
      label: t('openTicket'),
      key: 'o',
      perform: () => void navigate(`/tickets/${ticket.id}`),
    },
  ]);
  const needs = !unit ? 'needUnit' : row === OVERRIDE_ROW && !choice.why ? 'needWhy' : 'needAsked';
  const missing = tried && !body ? t(needs) : null;
  return (
    <section
      className="detail"
      data-region
      aria-label={ticket.title}
      onKeyDownCapture={(event) => sendByKey(event, send)}
    >
      <div className="detail-scroll" tabIndex={0} role="group" aria-label={ticket.title}>
        <Facts ticket={ticket} />
        <h2 className="whom">
          {t('whom')} <small>{t('whomNote')}</small>
        </h2>
        {query.isPending && allowed && <Skeletons rows={5} height={64} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} small />}
        {!query.isPending && (
          <Suggestions suggestions={suggestions} row={row} choice={choice} tried={tried} onChoice={change} />
        )}
        {!query.isPending && allowed && (
          <SupportChoice
            chosen={supportOf(choice, suggestions)}
            asked={choice.asked}
            tried={tried}
            onChoice={change}
          />
        )}
        <FailureNote
          act={act}
          verb="dispatch"
          mine={[{ label: t('whom'), value: [unit?.name, choice.note].filter(Boolean).join(' · ') }]}
          onDone={onSent}
        />
      </div>
      <footer className="detail-foot">
        <Button type="text" onClick={() => void navigate(`/tickets/${ticket.id}`)}>
          {t('openTicket')} <Kbd keys="o" />
        </Button>
        <span className="detail-limits" role={missing || !online ? 'alert' : undefined}>
          {online
            ? (missing ?? (ticket.dueAt && t('promise', { time: momentText(ticket.dueAt) })))
            : t('offline')}
        </span>
        <Button
          type="primary"
          size="large"
          loading={act.pending}
          disabled={!allowed || !online}
          onClick={send}
        >
          {unit ? t('sendTo', { unit: unit.name }) : t('send')} <Kbd keys="mod+enter" />
        </Button>
      </footer>
    </section>
  );
}
