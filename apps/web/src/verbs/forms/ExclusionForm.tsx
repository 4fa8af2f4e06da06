import type { AttachmentView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CodeField } from '../CodeField';
import { EvidenceField } from '../EvidenceField';
import { fieldError } from '../FailureNote';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

interface Values {
  reasonCode: string | null;
  reason: string;
  files: readonly AttachmentView[];
}

/** Asks that the ticket stand beside the on-time rate; evidence is needed, and another person above has to agree. */
export default function ExclusionForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const act = useAct(props.ticket, 'request-exclusion');
  const { values, set, setAll, tried, attempt } = useFields<Values>({
    reasonCode: null,
    reason: '',
    files: [],
  });
  const submit = () => {
    const { reasonCode, reason, files } = values;
    if (!attempt(!!reasonCode && reason.trim() !== '' && files.length > 0) || !reasonCode) return;
    const body = { reasonCode, reason: reason.trim(), attachmentIds: files.map(({ id }) => id) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="request-exclusion"
      act={act}
      title={t('exclusion.title')}
      lead={t('exclusion.lead')}
      submit={t('exclusion.send')}
      mine={[
        { label: t('reasonCode'), value: values.reasonCode ?? '' },
        { label: t('reason'), value: values.reason },
      ]}
      onSubmit={submit}
    >
      <CodeField
        label={t('reasonCode')}
        group="exclusionReasons"
        value={values.reasonCode}
        tried={tried}
        error={fieldError(act, 'reasonCode')}
        onChange={(code) => set('reasonCode', code)}
      />
      <WordsField
        label={t('reason')}
        required
        tried={tried}
        error={fieldError(act, 'reason')}
        value={values.reason}
        onChange={(reason) => set('reason', reason)}
      />
      <EvidenceField
        files={values.files}
        required
        tried={tried}
        error={fieldError(act, 'attachmentIds')}
        onChange={(change) => setAll((old) => ({ ...old, files: change(old.files) }))}
      />
    </VerbFrame>
  );
}
