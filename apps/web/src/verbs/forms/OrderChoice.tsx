import { Select } from 'antd';
import type { OwnOrderView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { momentText } from '../../parts';
import { Field } from '../Field';
import '../order-texts';
import type { VerbFormProps } from '../VerbFrame';

/** `orderId`: the order the form was opened on; without it the first that fits. */
export interface OrderFormProps extends VerbFormProps {
  orderId?: string;
}

interface OrderChoiceProps {
  orders: readonly OwnOrderView[];
  chosen: OwnOrderView | undefined;
  onChoose: (id: string) => void;
}

/** Which order is meant: shown with its words, chosen only where there are several. */
export function OrderChoice({ orders, chosen, onChoose }: OrderChoiceProps) {
  const t = useTexts('orders');
  if (!chosen) return <p className="note is-warn">{t('order.none')}</p>;
  return (
    <Field label={t('order')}>
      {(control) => (
        <>
          {orders.length > 1 && (
            <Select
              {...control}
              className="wide"
              value={chosen.id}
              onChange={onChoose}
              options={orders.map((one) => ({
                value: one.id,
                label: `${t(`${one.kind}.title`)} · ${one.from.name} · ${momentText(one.at)}`,
              }))}
            />
          )}
          <blockquote className="order-words">
            <strong>
              {t(`${chosen.kind}.title`)} · {chosen.from.name}
            </strong>
            <span>{chosen.text}</span>
            {chosen.answer && <span className="quiet">{chosen.answer.text}</span>}
          </blockquote>
        </>
      )}
    </Field>
  );
}
