import { useState } from 'react';
import { useAct } from '../useAct';
import { useSupervision } from '../useSupervision';
import { OrderChoice, type OrderFormProps } from './OrderChoice';
import { OrderTextForm } from './OrderTextForm';

/** The unit says what it has done about an order; the one due first is offered first. */
export default function AnswerOrderForm({ orderId, ...props }: OrderFormProps) {
  const act = useAct(props.ticket, 'answer-order');
  const { data } = useSupervision(props.ticket);
  const [chosenId, setChosenId] = useState<string | null>(orderId ?? null);
  const owed = (data?.orders ?? []).filter((one) => one.mayAnswer);
  const orders = owed.toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  const chosen = orders.find((one) => one.id === chosenId) ?? orders[0];
  const send = async (answer: string, maskNumbers: boolean) => {
    const done = chosen && (await act.run({ answer, maskNumbers }, chosen.id));
    if (done) props.onDone(done);
  };
  const ready = chosen !== undefined;
  return (
    <OrderTextForm {...props} verb="answer-order" act={act} field="answer" ready={ready} send={send}>
      {data && !orderId && <OrderChoice orders={orders} chosen={chosen} onChoose={setChosenId} />}
    </OrderTextForm>
  );
}
