import { Input } from 'antd';
import type { UnitBrief } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { UnitPicker } from '../../parts';
import '../../together/texts';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

interface Values {
  who: 'self' | 'unitWhole';
  unit: UnitBrief | null;
  reason: string;
}

/** 回避: oneself, or a whole unit; the server says whom this person may withdraw. */
export default function RecuseForm(props: VerbFormProps) {
  const t = useTexts('together');
  const act = useAct(props.ticket, 'recuse');
  const { values, set, tried, attempt } = useFields<Values>({ who: 'self', unit: null, reason: '' });
  const reason = values.reason.trim();
  const whole = values.who === 'unitWhole';
  const submit = () => {
    if (!attempt(reason !== '' && (!whole || values.unit !== null))) return;
    const body = { reason, ...(whole && values.unit ? { unitId: values.unit.id } : {}) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="recuse"
      act={act}
      title={t('recuseTitle')}
      lead={t('recuseLead')}
      submit={t('recuseSend')}
      danger
      mine={[{ label: t('recuseReason'), value: values.reason }]}
      onSubmit={submit}
    >
      <Field label={t('who')} group span={2}>
        {() => (
          <Choice
            label={t('who')}
            options={(['self', 'unitWhole'] as const).map((value) => ({ value, label: t(value) }))}
            value={values.who}
            onChange={(value) => set('who', value)}
          />
        )}
      </Field>
      {whole && (
        <Field
          label={t('unit')}
          required
          span={2}
          error={fieldError(act, 'unitId') ?? (tried && !values.unit ? t('unitHint') : undefined)}
        >
          {(control) => (
            <UnitPicker
              {...control}
              placeholder={t('unitHint')}
              value={values.unit}
              onChange={(unit) => set('unit', unit)}
            />
          )}
        </Field>
      )}
      <Field
        label={t('recuseReason')}
        required
        error={fieldError(act, 'reason') ?? (tried && reason === '' ? t('recuseReasonHint') : undefined)}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            placeholder={t('recuseReasonHint')}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
