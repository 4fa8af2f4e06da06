import { useState } from 'react';
import { useAct } from '../useAct';
import { useSupervision } from '../useSupervision';
import { OrderChoice, type OrderFormProps } from './OrderChoice';
import { OrderTextForm } from './OrderTextForm';

/** The giver ends its order; answered ones are offered first. */
export default function EndOrderForm({ orderId, ...props }: OrderFormProps) {
  const act = useAct(props.ticket, 'end-order');
  const { data } = useSupervision(props.ticket);
  const [chosenId, setChosenId] = useState<string | null>(orderId ?? null);
  const given = (data?.orders ?? []).filter((one) => one.mayEnd);
  const orders = given.toSorted((a, b) => Number(b.answer !== null) - Number(a.answer !== null));
  const chosen = orders.find((one) => one.id === chosenId) ?? orders[0];
  const send = async (reason: string, maskNumbers: boolean) => {
    const done = chosen && (await act.run({ reason, maskNumbers }, chosen.id));
    if (done) props.onDone(done);
  };
  const ready = chosen !== undefined;
  return (
    <OrderTextForm {...props} verb="end-order" act={act} field="reason" ready={ready} send={send}>
      {data && !orderId && <OrderChoice orders={orders} chosen={chosen} onChoose={setChosenId} />}
    </OrderTextForm>
  );
}
