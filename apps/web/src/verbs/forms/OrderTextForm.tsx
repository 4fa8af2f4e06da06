import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { TicketVerb } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { MaskNote } from '../MaskNote';
import '../order-texts';
import type { Act } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

interface OrderTextFormProps extends VerbFormProps {
  verb: TicketVerb;
  act: Act;
  /** Name of the text in the request. */
  field: string;
  /** The unit named in the lead. */
  unit?: string | undefined;
  ready?: boolean;
  danger?: boolean;
  send: (text: string, maskNumbers: boolean) => Promise<void>;
  children?: ReactNode;
}

/** One text that is said to another unit; what differs from verb to verb stands above it. */
export function OrderTextForm({ verb, act, field, unit, ready = true, send, ...props }: OrderTextFormProps) {
  const t = useTexts('orders');
  const words = useTexts('verbs');
  const { values, set, tried, attempt } = useFields({ text: '' });
  const { text } = values;
  const missing = text.trim() === '';
  const submit = (mask: boolean) => {
    if (attempt(!missing) && ready) void send(text.trim(), mask);
  };
  return (
    <VerbFrame
      {...props}
      verb={verb}
      act={act}
      title={t(`${verb}.title`)}
      lead={t(`${verb}.lead`, { unit: unit ?? '' })}
      submit={t(`${verb}.send`)}
      danger={props.danger ?? false}
      mine={[{ label: t(`${verb}.text`), value: text }]}
      onSubmit={() => submit(false)}
    >
      {props.children}
      <Field
        label={t(`${verb}.text`)}
        required
        error={fieldError(act, field) ?? (tried && missing ? words('required') : undefined)}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t(`${verb}.text.hint`)}
            value={text}
            onChange={(event) => set('text', event.target.value)}
          />
        )}
      </Field>
      <MaskNote act={act} onMask={() => submit(true)} />
    </VerbFrame>
  );
}
