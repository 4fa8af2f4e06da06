import { useState } from 'react';
import { useTexts } from '../../app/i18n';
import { Choice } from '../Choice';
import { Field } from '../Field';
import '../order-texts';
import { useAct, type ActOf } from '../useAct';
import type { VerbFormProps } from '../VerbFrame';
import { OrderTextForm } from './OrderTextForm';

type Within = Parameters<ActOf<'supervise'>['run']>[0]['within'];

const LIMITS: readonly Within[] = [
  { amount: 4, unit: 'working-hours' },
  { amount: 1, unit: 'working-days' },
  { amount: 2, unit: 'working-days' },
  { amount: 3, unit: 'working-days' },
  { amount: 5, unit: 'working-days' },
];
const nameOf = ({ amount, unit }: Within) => `${amount}.${unit}`;

/** 督办: an order with a time to answer in. */
export default function SuperviseForm(props: VerbFormProps) {
  const t = useTexts('orders');
  const act = useAct(props.ticket, 'supervise');
  const [chosen, setChosen] = useState('1.working-days');
  const send = async (text: string, maskNumbers: boolean) => {
    const within = LIMITS.find((limit) => nameOf(limit) === chosen);
    const answer = within && (await act.run({ text, within, maskNumbers }));
    if (answer) props.onDone(answer);
  };
  return (
    <OrderTextForm
      {...props}
      verb="supervise"
      act={act}
      field="text"
      unit={props.ticket.turn?.unit.name}
      send={send}
    >
      <Field label={t('supervise.within')} required group>
        {() => (
          <Choice
            label={t('supervise.within')}
            options={LIMITS.map((limit) => ({ value: nameOf(limit), label: t(`within.${nameOf(limit)}`) }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Field>
    </OrderTextForm>
  );
}
