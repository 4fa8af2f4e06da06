import { useAct } from '../useAct';
import type { VerbFormProps } from '../VerbFrame';
import { OrderTextForm } from './OrderTextForm';

/** 提级 */
export default function RaiseForm(props: VerbFormProps) {
  const act = useAct(props.ticket, 'raise');
  const send = async (reason: string, maskNumbers: boolean) => {
    const answer = await act.run({ reason, maskNumbers });
    if (answer) props.onDone(answer);
  };
  const unit = props.ticket.accountable?.name;
  return <OrderTextForm {...props} verb="raise" act={act} field="reason" unit={unit} danger send={send} />;
}
