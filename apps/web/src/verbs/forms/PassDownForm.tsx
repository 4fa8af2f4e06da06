import { Input } from 'antd';
import type { UnitBrief } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { UnitPicker } from '../../parts';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { VERB_NAMES } from '../names';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

/** Sends the ticket one custody further down; only units below the present one can be chosen. */
export default function PassDownForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const { language } = useSettings();
  const act = useAct(props.ticket, 'pass-down');
  const { values, set, tried, attempt } = useFields<{ unit: UnitBrief | null; note: string }>({
    unit: null,
    note: '',
  });
  const submit = () => {
    if (!attempt(values.unit !== null) || !values.unit) return;
    const note = values.note.trim();
    const body = { unitId: values.unit.id, ...(note === '' ? {} : { note }) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  const missing = tried && !values.unit ? t('required') : undefined;
  return (
    <VerbFrame
      {...props}
      verb="pass-down"
      act={act}
      title={VERB_NAMES['pass-down'][language]}
      lead={t('hint.unit')}
      submit={values.unit ? t('send.pass-down-to', { unit: values.unit.name }) : t('send.pass-down')}
      mine={[
        { label: t('field.unit'), value: values.unit?.name ?? '' },
        { label: t('field.note'), value: values.note },
      ]}
      onSubmit={submit}
    >
      <Field label={t('field.unit')} required span={2} error={fieldError(act, 'unitId') ?? missing}>
        {(control) => (
          <UnitPicker
            {...control}
            parentId={props.ticket.accountable?.id}
            placeholder={t('hint.unit-search')}
            value={values.unit}
            onChange={(unit) => set('unit', unit)}
          />
        )}
      </Field>
      <Field label={t('field.note')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('hint.note')}
            value={values.note}
            onChange={(event) => set('note', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
