import { Input } from 'antd';
import { useTexts } from '../../app/i18n';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import '../order-texts';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

interface Values {
  kind: 'psychological' | 'legal';
  reason: string;
  seat: string;
  outcome: string;
}

/** 转心理、法律坐席: a record of who took over and what came of it. */
export default function TransferForm(props: VerbFormProps) {
  const t = useTexts('orders');
  const words = useTexts('verbs');
  const act = useAct(props.ticket, 'record-transfer');
  const { values, set, tried, attempt } = useFields<Values>({
    kind: 'psychological',
    reason: '',
    seat: '',
    outcome: '',
  });
  const missing = values.reason.trim() === '';
  const submit = () => {
    if (!attempt(!missing)) return;
    const { kind } = values;
    const [reason, seat, outcome] = [values.reason.trim(), values.seat.trim(), values.outcome.trim()];
    const body = { kind, reason, ...(seat ? { seat } : {}), ...(outcome ? { outcome } : {}) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  const kinds = (['psychological', 'legal'] as const).map((kind) => ({
    value: kind,
    label: t(`transfer.${kind}`),
  }));
  return (
    <VerbFrame
      {...props}
      verb="record-transfer"
      act={act}
      title={t('record-transfer.title')}
      lead={t('record-transfer.lead')}
      submit={t('record-transfer.send')}
      mine={[
        { label: t('transfer.reason'), value: values.reason },
        { label: t('transfer.outcome'), value: values.outcome },
      ]}
      onSubmit={submit}
    >
      <Field label={t('transfer.kind')} required group span={2}>
        {() => (
          <Choice
            label={t('transfer.kind')}
            options={kinds}
            value={values.kind}
            onChange={(kind) => set('kind', kind)}
          />
        )}
      </Field>
      {(['seat', 'reason', 'outcome'] as const).map((name) => (
        <Field
          key={name}
          label={t(`transfer.${name}`)}
          required={name === 'reason'}
          span={name === 'seat' ? 2 : 4}
          error={
            fieldError(act, name) ?? (name === 'reason' && tried && missing ? words('required') : undefined)
          }
        >
          {(control) => (
            <Input
              {...control}
              placeholder={t(`transfer.${name}.hint`, { defaultValue: words('optional') })}
              value={values[name]}
              onChange={(event) => set(name, event.target.value)}
            />
          )}
        </Field>
      ))}
    </VerbFrame>
  );
}
