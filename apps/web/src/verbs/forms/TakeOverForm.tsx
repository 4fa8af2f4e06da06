import { useAct } from '../useAct';
import type { VerbFormProps } from '../VerbFrame';
import { OrderTextForm } from './OrderTextForm';

/** The ladder rests at this stage, for a reason. */
export default function TakeOverForm(props: VerbFormProps) {
  const act = useAct(props.ticket, 'take-over-ladder');
  const send = async (reason: string, maskNumbers: boolean) => {
    const answer = await act.run({ reason, maskNumbers });
    if (answer) props.onDone(answer);
  };
  return <OrderTextForm {...props} verb="take-over-ladder" act={act} field="reason" send={send} />;
}
