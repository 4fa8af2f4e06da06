import { Input } from 'antd';
import { useTexts } from '../../app/i18n';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

/** 拆单: everything is again what it was before the link. */
export default function UnlinkForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const act = useAct(props.ticket, 'unlink-from-group');
  const { values, set, tried, attempt } = useFields({ reason: '' });
  const reason = values.reason.trim();
  const submit = () => {
    if (!attempt(reason.length > 1)) return;
    void act.run({ reason }).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="unlink-from-group"
      act={act}
      title={t('unlink.title')}
      lead={t('unlink.lead')}
      submit={t('unlink.send')}
      mine={[{ label: t('unlink.reason'), value: values.reason }]}
      onSubmit={submit}
    >
      <Field
        label={t('unlink.reason')}
        required
        span={4}
        error={fieldError(act, 'reason') ?? (tried && reason.length < 2 ? t('required') : undefined)}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
