import { Input } from 'antd';
import { useTexts } from '../../app/i18n';
import { CodeField } from '../CodeField';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

interface Values {
  reasonCode: string | null;
  reason: string;
  guidedTo: string;
  guidedContact: string;
}

/** Not accepted: why, and where the worker can go. The worker is owed both, so a call-back follows. */
export default function DeclineForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const act = useAct(props.ticket, 'decline');
  const { values, set, tried, attempt } = useFields<Values>({
    reasonCode: null,
    reason: '',
    guidedTo: '',
    guidedContact: '',
  });
  const submit = () => {
    const { reasonCode } = values;
    const [reason, guidedTo, guidedContact] = [values.reason, values.guidedTo, values.guidedContact].map(
      (text) => text.trim(),
    );
    if (!attempt(!!reasonCode && !!reason) || !reasonCode || !reason) return;
    const guided = { ...(guidedTo ? { guidedTo } : {}), ...(guidedContact ? { guidedContact } : {}) };
    void act.run({ reasonCode, reason, ...guided }).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="decline"
      act={act}
      title={t('decline.title')}
      lead={t('decline.lead')}
      submit={t('decline.send')}
      mine={[
        { label: t('reasonCode'), value: values.reasonCode ?? '' },
        { label: t('decline.reason'), value: values.reason },
        { label: t('decline.guidedTo'), value: values.guidedTo },
        { label: t('decline.guidedContact'), value: values.guidedContact },
      ]}
      onSubmit={submit}
    >
      <CodeField
        label={t('reasonCode')}
        group="declineReasons"
        value={values.reasonCode}
        tried={tried}
        error={fieldError(act, 'reasonCode')}
        onChange={(code) => set('reasonCode', code)}
      />
      <WordsField
        label={t('decline.reason')}
        hint={t('decline.reason.hint')}
        required
        tried={tried}
        error={fieldError(act, 'reason')}
        value={values.reason}
        onChange={(reason) => set('reason', reason)}
      />
      {(['guidedTo', 'guidedContact'] as const).map((name) => (
        <Field key={name} label={t(`decline.${name}`)} span={2} error={fieldError(act, name)}>
          {(control) => (
            <Input
              {...control}
              placeholder={t(`decline.${name}.hint`)}
              value={values[name]}
              onChange={(event) => set(name, event.target.value)}
            />
          )}
        </Field>
      ))}
    </VerbFrame>
  );
}
