import type { OwnOrderView, SupervisionView, TicketView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { momentText, TimeText } from '../parts';
import { useSupervision } from '../verbs';
import './supervision.css';
import './texts';

function Order({ order }: { order: OwnOrderView }) {
  const t = useTexts('supervision');
  const bad = order.state === 'overdue' || (order.overdue && order.state !== 'ended');
  const who = order.by ?? (order.source === 'ladder' ? t('source.ladder') : '');
  return (
    <article className="request">
      <header>
        <strong>{t(`kind.${order.kind}`)}</strong>
        {order.kind !== 'raise' && (
          <span className={`tag ${bad ? 'tag-bad' : ''}`}>{t(`state.${order.state}`)}</span>
        )}
        {order.source === 'worker' && <span className="tag">{t('source.worker')}</span>}
        <TimeText at={order.at} />
      </header>
      <p className="quiet">
        {t('fromTo', { from: [order.from.name, who].filter(Boolean).join(' '), to: order.to.name })}
      </p>
      <p>{order.text}</p>
      {order.dueAt && !order.answer && !order.end && (
        <p className="quiet">{t('due', { time: momentText(order.dueAt) })}</p>
      )}
      {[order.answer, order.end].map(
        (said) =>
          said && (
            <div key={said.at} className="ruling">
              <strong>
                {said.by ?? t('source.ladder')} <TimeText at={said.at} />
              </strong>
              <span>{said.text}</span>
            </div>
          ),
      )}
    </article>
  );
}

function Stage({ stage }: { stage: SupervisionView['ladder'][number] }) {
  const t = useTexts('supervision');
  return (
    <li>
      <span>{stage.unit.name}</span>
      <span className="ladder-steps">
        {stage.steps.map((one) => (
          <span
            key={one.step}
            className={`ladder-step is-${one.outcome}`}
            title={one.reason ? t(`why.${one.reason}`) : momentText(one.at)}
          >
            {t(`step.${one.step}`)} <small>{t(`outcome.${one.outcome}`)}</small>
          </span>
        ))}
      </span>
      {stage.takenOver && <small>{t('rests', { why: stage.takenOver.text })}</small>}
      {stage.nextAt && <small>{t('next', { time: momentText(stage.nextAt) })}</small>}
    </li>
  );
}

/** 催办、督办、提级 of a ticket, and how far the automatic ladder has climbed. */
export function OrdersPanel({ ticket }: { ticket: TicketView }) {
  const t = useTexts('supervision');
  const { data } = useSupervision(ticket);
  if (!data || data.orders.length + data.ladder.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="orders">
      <h2 id="orders">
        {t('orders')} <small>{data.orders.length}</small>
      </h2>
      {data.orders.length === 0 && <p className="quiet">{t('none')}</p>}
      {data.orders.map((order) => (
        <Order key={order.id} order={order} />
      ))}
      {data.ladder.length > 0 && (
        <>
          <h3 className="ladder-head">{t('ladder')}</h3>
          <ul className="ladder-stages">
            {data.ladder.map((stage) => (
              <Stage key={`${stage.hopId} ${stage.unit.id}`} stage={stage} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
