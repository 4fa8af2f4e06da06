import { lazy, Suspense, type ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ListedOrder } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState, Skeletons } from '../../parts';
import '../../verbs';
import { useTicket } from '../ticket/useTicket';

const FORMS = {
  answer: lazy(() => import('../../verbs/forms/AnswerOrderForm')),
  end: lazy(() => import('../../verbs/forms/EndOrderForm')),
};
export type Acting = keyof typeof FORMS;

interface Props {
  order: ListedOrder;
  acting: Acting;
  onClose: () => void;
}

/** The answer or the end of an order, written under its row: the same form as on the ticket, on the ticket as it is now. */
export function OrderAct({ order, acting, onClose }: Props): ReactElement {
  const t = useTexts('orderList');
  const client = useQueryClient();
  const ticket = useTicket(order.ticket.id);
  const Form = FORMS[acting];
  const done = (): void => {
    void client.invalidateQueries({ queryKey: ['orders'] });
    onClose();
  };
  if (ticket.isError) return <ErrorState small error={ticket.error} onRetry={() => void ticket.refetch()} />;
  if (!ticket.data) return <Skeletons rows={3} height={32} />;
  return (
    <div className="owed-act" role="group" aria-label={t(acting)}>
      <Suspense fallback={<Skeletons rows={3} height={32} />}>
        <Form ticket={ticket.data} orderId={order.id} onDone={done} onCancel={onClose} />
      </Suspense>
    </div>
  );
}
