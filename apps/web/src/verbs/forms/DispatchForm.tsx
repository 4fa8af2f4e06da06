import { Input } from 'antd';
import type { UnitBrief } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { UnitPicker } from '../../parts';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

/** Dispatch from the ticket page; the dispatcher's queue does the same with suggestions beside it. */
export default function DispatchForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const act = useAct(props.ticket, 'dispatch');
  const { values, set, tried, attempt } = useFields<{ unit: UnitBrief | null; reason: string }>({
    unit: null,
    reason: '',
  });
  const missing = tried && !values.unit ? t('required') : undefined;
  const submit = () => {
    if (!attempt(values.unit !== null) || !values.unit) return;
    const reason = values.reason.trim();
    const body = { unitId: values.unit.id, ...(reason === '' ? {} : { reason }) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="dispatch"
      act={act}
      title={t('dispatch.title')}
      submit={values.unit ? t('dispatch.send-to', { unit: values.unit.name }) : t('dispatch.send')}
      mine={[
        { label: t('dispatch.title'), value: values.unit?.name ?? '' },
        { label: t('dispatch.reason'), value: values.reason },
      ]}
      onSubmit={submit}
    >
      <Field label={t('dispatch.title')} required span={2} error={fieldError(act, 'unitId') ?? missing}>
        {(control) => (
          <UnitPicker
            {...control}
            placeholder={t('hint.unit-search')}
            value={values.unit}
            onChange={(unit) => set('unit', unit)}
          />
        )}
      </Field>
      <Field label={t('dispatch.reason')} span={2} error={fieldError(act, 'reason')}>
        {(control) => (
          <Input
            {...control}
            placeholder={t('optional')}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
