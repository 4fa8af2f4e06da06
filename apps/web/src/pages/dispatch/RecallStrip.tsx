import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useCommands } from '../../app/commands';
import { useTexts } from '../../app/i18n';
import { clockText, Icon, Kbd } from '../../parts';
import { FailureNote, useAct } from '../../verbs';
import type { HopView, TicketView } from '../../api/contract';
import { useTicket } from '../ticket/useTicket';

function useSecondsLeft(until: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!until) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return until ? Math.max(0, Math.ceil((Date.parse(until) - now) / 1000)) : 0;
}

function Receiver({ hop }: { hop: HopView }) {
  const t = useTexts('dispatch');
  return (
    <p className="recall-line">
      <Icon name="check" size={14} />
      <span className="cut">
        {t(hop.role)} {hop.toUnit.name}
      </span>
      <span>{hop.signedAt ? t('signed') : t('delivered', { time: clockText(hop.sentAt) })}</span>
    </p>
  );
}

interface RecallStripProps {
  sent: TicketView; // as the server answered the dispatch
  onRecalled: (ticket: TicketView) => void;
  onDismiss: () => void;
}

/** What was just sent, each receiver on its own line, and one minute to take it back. */
export function RecallStrip({ sent, onRecalled, onDismiss }: RecallStripProps) {
  const t = useTexts('dispatch');
  const { message } = App.useApp();
  const ticket = useTicket(sent.id).data ?? sent;
  const act = useAct(ticket, 'recall');
  const seconds = useSecondsLeft(ticket.recallUntil);
  const possible = seconds > 0 && ticket.verbs.includes('recall');
  const last = ticket.hops.filter((hop) => hop.role === 'lead').at(-1);
  const hops = ticket.hops.filter(
    (hop) => hop === last || (hop.role === 'support' && hop.fromUnit?.id === last?.fromUnit?.id),
  );
  const delivered =
    ticket.hops.length > sent.hops.length || ticket.state === 'dispatched' || ticket.state === 'handling';
  const recall = () => {
    if (!possible || act.pending) return;
    void act.run({}).then((answer) => {
      if (!answer) return;
      void message.success(t('recalled'));
      onRecalled(answer);
    });
  };
  useCommands(
    [{ name: 'dispatch.recall', label: t('recall'), key: 'mod+z', icon: 'undo', perform: recall }],
    possible,
  );
  return (
    <div className="recall" role="status">
      <p className="recall-line">
        <strong>{ticket.no}</strong> <span className="quiet">{t('justSent')}</span>
        <span className="recall-act">
          {possible ? (
            <Button
              size="small"
              type="link"
              loading={act.pending}
              onClick={recall}
              title={t('seconds', { count: seconds })}
            >
              {t('recall')} {seconds} s <Kbd keys="mod+z" />
            </Button>
          ) : (
            <Button size="small" type="text" onClick={onDismiss}>
              {t('dismiss')}
            </Button>
          )}
        </span>
      </p>
      {delivered ? (
        hops.map((hop) => <Receiver key={hop.id} hop={hop} />)
      ) : (
        <p className="quiet">{t('sending')}</p>
      )}
      <FailureNote act={act} verb="recall" mine={[]} onDone={onRecalled} />
    </div>
  );
}
