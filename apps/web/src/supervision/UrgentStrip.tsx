import { Button } from 'antd';
import type { SupervisionView, TicketView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { Icon, minuteText, momentText } from '../parts';
import { FailureNote, useAct, useSupervision } from '../verbs';
import './supervision.css';
import './texts';

function Receipt({ ticket, receipt }: { ticket: TicketView; receipt: SupervisionView['receipts'][number] }) {
  const t = useTexts('supervision');
  const act = useAct(ticket, 'confirm-receipt');
  const name = [receipt.unit.name, receipt.leader].filter(Boolean).join(' ');
  const waits = !receipt.readAt && !receipt.passedOnAt;
  return (
    <li className={receipt.readAt ? 'is-done' : waits ? 'is-open' : 'is-missed'}>
      <Icon name={receipt.readAt ? 'check' : 'bell'} size={16} />
      <span>
        <strong>{receipt.readAt ? t('read') : receipt.leader ? t('told') : t('toldUnit')}</strong> {name}{' '}
        {receipt.readAt && `${receipt.readBy ?? ''} ${momentText(receipt.readAt)}`}
        {waits && t('unread', { time: minuteText(receipt.dueAt) })}
        {receipt.passedOnAt && !receipt.readAt && t('passedOn')}
      </span>
      {receipt.mayConfirm && ticket.verbs.includes('confirm-receipt') && (
        <Button
          type="primary"
          size="small"
          loading={act.pending}
          onClick={() => void act.run({}, receipt.id)}
        >
          {t('confirm')}
        </Button>
      )}
      <FailureNote act={act} verb="confirm-receipt" mine={[]} onDone={() => undefined} />
    </li>
  );
}

/** Each branch of the urgent path with what has become of it. */
export function UrgentStrip({ ticket }: { ticket: TicketView }) {
  const t = useTexts('supervision');
  const { data } = useSupervision(ticket);
  if (!data || data.calls.length + data.receipts.length + data.transfers.length === 0) return null;
  return (
    <section className="panel urgent-strip" aria-label={t('urgentPath')}>
      <h2>{t('urgentPath')}</h2>
      <ul>
        {data.calls.map((call) => {
          const service = t(`service.${call.service}`);
          return (
            <li key={call.id} className={call.calledAt ? 'is-done' : 'is-missed'}>
              <Icon name={call.calledAt ? 'phone' : 'close'} size={16} />
              <span>
                <strong>
                  {call.calledAt
                    ? t('called', { service })
                    : t('notCalled', { service, why: call.notCalledReason ?? '' })}
                </strong>{' '}
                {call.calledAt && `${momentText(call.calledAt)} ${call.by ?? ''}`}
                {call.reference && ` · ${t('reference', { no: call.reference })}`}
                {call.said && <span className="quiet"> {call.said}</span>}
              </span>
            </li>
          );
        })}
        {data.receipts.map((receipt) => (
          <Receipt key={receipt.id} ticket={ticket} receipt={receipt} />
        ))}
        {data.transfers.map((one) => (
          <li key={one.id} className="is-done">
            <Icon name="transfer" size={16} />
            <span>
              <strong>{t(`transfer.${one.kind}`)}</strong> {one.seat} {momentText(one.at)} {one.reason}
              {one.outcome && <span className="quiet"> · {one.outcome}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
