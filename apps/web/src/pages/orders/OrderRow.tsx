import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { ListedOrder } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CardMark, Kbd, momentText, UnitName } from '../../parts';
import { type Acting, OrderAct } from './OrderAct';

function Deadline({ order }: { order: ListedOrder }): ReactElement {
  const t = useTexts('orderList');
  const { state, answer, overdue, dueAt, remaining, card } = order;
  if (answer)
    return (
      <span className="owed-cell order-when">
        <span className={overdue ? 'owed-late' : 'owed-kept'}>
          {t(overdue ? 'answeredLate' : dueAt ? 'answeredInTime' : 'states.answered')}
        </span>
        <small className="quiet">{momentText(answer.at)}</small>
      </span>
    );
  if (state === 'ended' || !dueAt)
    return (
      <span className="owed-cell order-when quiet">
        {t(state === 'ended' ? 'states.ended' : 'noDeadline')}
      </span>
    );
  return (
    <span className="owed-cell order-when">
      {remaining && <CardMark card={card} remaining={remaining} dueAt={dueAt} />}
      <small className="quiet">{t('due', { time: momentText(dueAt) })}</small>
    </span>
  );
}

function Said({ order }: { order: ListedOrder }): ReactElement | null {
  const t = useTexts('orderList');
  const said = order.end ?? order.answer;
  if (!said) return null;
  return (
    <p className="order-said">
      <strong>{t(order.end ? 'end' : 'answer')}</strong> {said.text}{' '}
      <small className="quiet">
        {said.by ?? t('system')} {momentText(said.at)}
      </small>
    </p>
  );
}

/** The other side first: who gave it to whom has to answer, who answers to who gave it. */
function Units({ order, received }: { order: ListedOrder; received: boolean }): ReactElement {
  const t = useTexts('orderList');
  const who = order.by ?? t(order.source === 'worker' ? 'worker' : 'system');
  const at = momentText(order.at);
  return (
    <div className="owed-cell order-units">
      <span className="order-unit">
        {!received && '→ '}
        <UnitName unit={received ? order.from : order.to} />
      </span>
      <small className="quiet">
        {received ? `${who} · ${at} → ${order.to.name}` : `${order.from.name} ${who} · ${at}`}
      </small>
    </div>
  );
}

interface Props {
  order: ListedOrder;
  received: boolean;
  id: string;
  chosen: boolean;
  acting: Acting | null;
  onAct: (acting: Acting | null) => void;
}

/** One order: what is left, what was said about which ticket, from whom to whom, and what may be done about it. */
export function OrderRow({ order, received, id, chosen, acting, onAct }: Props): ReactElement {
  const t = useTexts('orderList');
  const { ticket } = order;
  return (
    <li
      id={id}
      className={`owed owed-row order${chosen ? ' is-chosen' : ''}`}
      aria-current={chosen || undefined}
    >
      <Deadline order={order} />
      <div className="owed-cell order-what">
        <p className="order-text">
          <span className="tag">{t(`kinds.${order.kind}`)}</span>
          {ticket.urgency === 'urgent' && <span className="tag tag-bad">{t('urgent')}</span>} {order.text}
        </p>
        <Link className="order-ticket" to={`/tickets/${ticket.id}`}>
          <span className="number">{ticket.no}</span> {ticket.title}
        </Link>
        <Said order={order} />
      </div>
      <Units order={order} received={received} />
      <div className="owed-acts order-acts">
        {order.mayAnswer && (
          <Button
            type={chosen && !acting ? 'primary' : 'default'}
            aria-expanded={acting === 'answer'}
            onClick={() => onAct(acting === 'answer' ? null : 'answer')}
          >
            {t('answer')}
            {chosen && !acting && <Kbd keys="f" />}
          </Button>
        )}
        {order.mayEnd && (
          <Button aria-expanded={acting === 'end'} onClick={() => onAct(acting === 'end' ? null : 'end')}>
            {t('end')}
          </Button>
        )}
      </div>
      {acting && <OrderAct key={acting} order={order} acting={acting} onClose={() => onAct(null)} />}
    </li>
  );
}
