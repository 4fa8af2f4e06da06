import { Input } from 'antd';
import { useTexts } from '../../app/i18n';
import '../../together/texts';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

const MEANS = ['call', 'meeting', 'written', 'online'] as const;

interface Values {
  agreed: 'yes' | 'no' | null;
  means: (typeof MEANS)[number];
  note: string;
}

/** Whether the worker agrees to be known to the union inside the employer. */
export default function ConsentForm(props: VerbFormProps) {
  const t = useTexts('together');
  const act = useAct(props.ticket, 'record-consent');
  const { values, set, tried, attempt } = useFields<Values>({ agreed: null, means: 'call', note: '' });
  const submit = () => {
    if (!attempt(values.agreed !== null)) return;
    const note = values.note.trim();
    const body = { agreed: values.agreed === 'yes', means: values.means, ...(note ? { note } : {}) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="record-consent"
      act={act}
      title={t('consentTitle')}
      lead={t('consentLead')}
      submit={t('consentSend')}
      mine={[{ label: t('note'), value: values.note }]}
      onSubmit={submit}
    >
      <Field
        label={t('agreed')}
        required
        group
        span={2}
        error={tried && !values.agreed ? t('agreed') : undefined}
      >
        {() => (
          <Choice
            label={t('agreed')}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`agree.${value}`) }))}
            value={values.agreed}
            onChange={(value) => set('agreed', value)}
          />
        )}
      </Field>
      <Field label={t('means')} group span={2}>
        {() => (
          <Choice
            label={t('means')}
            options={MEANS.map((value) => ({ value, label: t(`meansOf.${value}`) }))}
            value={values.means}
            onChange={(value) => set('means', value)}
          />
        )}
      </Field>
      <Field label={t('note')} error={fieldError(act, 'note')}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={values.note}
            onChange={(event) => set('note', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
