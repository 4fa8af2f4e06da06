import { InputNumber } from 'antd';
import type { AttachmentView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CodeField } from '../CodeField';
import { EvidenceField } from '../EvidenceField';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

interface Values {
  reasonCode: string | null;
  workingDays: number | null;
  reason: string;
  files: readonly AttachmentView[];
}

/** More time, asked for before the deadline; the clock runs on until the superior has ruled. */
export default function ExtensionForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const v = useTexts('verbs');
  const act = useAct(props.ticket, 'request-extension');
  const { values, set, setAll, tried, attempt } = useFields<Values>({
    reasonCode: null,
    workingDays: 1,
    reason: '',
    files: [],
  });
  const submit = () => {
    const { reasonCode, workingDays, reason, files } = values;
    if (!attempt(!!reasonCode && !!workingDays && reason.trim() !== '') || !reasonCode || !workingDays)
      return;
    const body = { reasonCode, workingDays, reason: reason.trim(), attachmentIds: files.map(({ id }) => id) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  const ruler = props.ticket.path[0];
  return (
    <VerbFrame
      {...props}
      verb="request-extension"
      act={act}
      title={t('extension.title')}
      lead={ruler ? t('extension.lead', { unit: ruler.name }) : t('extension.lead.own')}
      submit={t('extension.send')}
      mine={[
        { label: t('reasonCode'), value: values.reasonCode ?? '' },
        { label: t('extension.days'), value: String(values.workingDays ?? '') },
        { label: t('reason'), value: values.reason },
      ]}
      onSubmit={submit}
    >
      <CodeField
        label={t('reasonCode')}
        group="extensionReasons"
        value={values.reasonCode}
        tried={tried}
        error={fieldError(act, 'reasonCode')}
        onChange={(code) => set('reasonCode', code)}
      />
      <Field
        label={t('extension.days')}
        required
        span={2}
        hint={t('extension.days.hint')}
        error={fieldError(act, 'workingDays') ?? (tried && !values.workingDays ? v('required') : undefined)}
      >
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={60}
            precision={0}
            value={values.workingDays}
            onChange={(days) => set('workingDays', days)}
          />
        )}
      </Field>
      <WordsField
        label={t('reason')}
        hint={t('extension.reason.hint')}
        required
        tried={tried}
        error={fieldError(act, 'reason')}
        value={values.reason}
        onChange={(reason) => set('reason', reason)}
      />
      <EvidenceField
        files={values.files}
        error={fieldError(act, 'attachmentIds')}
        onChange={(change) => setAll((old) => ({ ...old, files: change(old.files) }))}
      />
    </VerbFrame>
  );
}
