import { useAct } from '../useAct';
import type { VerbFormProps } from '../VerbFrame';
import { OrderTextForm } from './OrderTextForm';

/** 催办 */
export default function UrgeForm(props: VerbFormProps) {
  const act = useAct(props.ticket, 'urge');
  const send = async (text: string, maskNumbers: boolean) => {
    const answer = await act.run({ text, maskNumbers });
    if (answer) props.onDone(answer);
  };
  const unit = props.ticket.turn?.unit.name;
  return <OrderTextForm {...props} verb="urge" act={act} field="text" unit={unit} send={send} />;
}
