import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { AttachmentView } from '../api/contract';
import { useVocabulary } from '../api/vocabulary';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { AttachmentLink } from '../verbs/AttachmentList';
import { fieldError } from '../verbs/FailureNote';
import { Field } from '../verbs/Field';
import { UploadButton } from '../verbs/UploadButton';
import { useAct } from '../verbs/useAct';
import { useFields } from '../verbs/useFields';
import { VerbFrame } from '../verbs/VerbFrame';
import type { PartFormProps } from './PartForm';

interface Values {
  outcome: string | null;
  narrative: string;
  files: AttachmentView[];
}

const EMPTY: Values = { outcome: null, narrative: '', files: [] };

/** 协办反馈: what the part came to, with its files. */
export function PartReportForm({ ticket, part, onDone, onCancel }: PartFormProps): ReactElement {
  const t = useTexts('together');
  const { language } = useSettings();
  const { outcomes } = useVocabulary();
  const act = useAct(ticket, 'report-support');
  const { values, set, setAll, tried, attempt } = useFields<Values>(EMPTY);
  const { outcome, narrative, files } = values;
  const submit = () => {
    if (!attempt(outcome !== null && narrative.trim() !== '') || outcome === null) return;
    const attachmentIds = files.map((file) => file.id);
    const body = { outcome, narrative: narrative.trim(), ...(files.length > 0 ? { attachmentIds } : {}) };
    void act.run(body, part.id).then((answer) => answer && onDone());
  };
  return (
    <VerbFrame
      ticket={ticket}
      onDone={onDone}
      onCancel={onCancel}
      verb="report-support"
      act={act}
      title={t('reportTitle')}
      lead={t('reportLead', { unit: part.askedUnit.name, asked: part.asked })}
      submit={t('reportSend')}
      mine={[{ label: t('narrative'), value: narrative }]}
      onSubmit={submit}
    >
      <Field
        label={t('outcome')}
        required
        error={fieldError(act, 'outcome') ?? (tried && !outcome ? t('outcomeHint') : undefined)}
      >
        {(control) => (
          <Select
            {...control}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('outcomeHint')}
            options={outcomes.map((term) => ({ value: term.code, label: term[language] }))}
            value={outcome}
            onChange={(code: string) => set('outcome', code)}
          />
        )}
      </Field>
      <Field
        label={t('narrative')}
        required
        error={
          fieldError(act, 'narrative') ?? (tried && narrative.trim() === '' ? t('narrativeHint') : undefined)
        }
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 10 }}
            placeholder={t('narrativeHint')}
            value={narrative}
            onChange={(event) => set('narrative', event.target.value)}
          />
        )}
      </Field>
      <div className="field is-span-4">
        {files.map((file) => (
          <AttachmentLink key={file.id} file={file} />
        ))}
        <UploadButton
          size="small"
          onUploaded={(file) => setAll((old) => ({ ...old, files: [...old.files, file] }))}
        />
      </div>
    </VerbFrame>
  );
}
