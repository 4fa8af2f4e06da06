import { Input, Select } from 'antd';
import type { AttachmentView, UnitBrief } from '../../api/contract';
import { useVocabulary } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { UnitPicker } from '../../parts';
import { EvidenceField } from '../EvidenceField';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

interface Values {
  reasonCode: string | null;
  clause: string;
  reason: string;
  unit: UnitBrief | null;
  files: readonly AttachmentView[];
}

/** A return is a request: the ticket stays here, its clock runs on, and the common superior rules. */
export default function ReturnForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const { language } = useSettings();
  const { returnReasons } = useVocabulary();
  const act = useAct(props.ticket, 'request-return');
  const { values, set, setAll, tried, attempt } = useFields<Values>({
    reasonCode: null,
    clause: '',
    reason: '',
    unit: null,
    files: [],
  });
  const ruler = props.ticket.path[0];
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const submit = () => {
    const { reasonCode } = values;
    if (!attempt(reasonCode !== null && values.reason.trim() !== '') || !reasonCode) return;
    const body = {
      reasonCode,
      reason: values.reason.trim(),
      ...(values.clause.trim() === '' ? {} : { clause: values.clause.trim() }),
      ...(values.unit ? { proposedUnitId: values.unit.id } : {}),
      attachmentIds: values.files.map(({ id }) => id),
    };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="request-return"
      act={act}
      title={t('return.title')}
      lead={ruler ? t('return.warn', { unit: ruler.name }) : t('return.warn.plain')}
      submit={t('return.send')}
      mine={[
        { label: t('return.code'), value: values.reasonCode ?? '' },
        { label: t('return.clause'), value: values.clause },
        { label: t('return.reason'), value: values.reason },
        { label: t('return.unit'), value: values.unit?.name ?? '' },
      ]}
      onSubmit={submit}
    >
      <Field
        label={t('return.code')}
        required
        span={2}
        error={fieldError(act, 'reasonCode') ?? need(!values.reasonCode)}
      >
        {(control) => (
          <Select
            {...control}
            placeholder={t('return.code.hint')}
            options={returnReasons.map((term) => ({ value: term.code, label: term[language] }))}
            value={values.reasonCode}
            onChange={(code: string) => set('reasonCode', code)}
          />
        )}
      </Field>
      <Field label={t('return.clause')} span={2} error={fieldError(act, 'clause')}>
        {(control) => (
          <Input
            {...control}
            placeholder={t('return.clause.hint')}
            value={values.clause}
            onChange={(event) => set('clause', event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('return.reason')}
        required
        error={fieldError(act, 'reason') ?? need(values.reason.trim() === '')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t('return.reason.hint')}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('return.unit')} span={2} error={fieldError(act, 'proposedUnitId')}>
        {(control) => (
          <UnitPicker
            {...control}
            placeholder={t('hint.unit-search')}
            value={values.unit}
            onChange={(unit) => set('unit', unit)}
          />
        )}
      </Field>
      <EvidenceField
        files={values.files}
        error={fieldError(act, 'attachmentIds')}
        onChange={(change) => setAll((old) => ({ ...old, files: change(old.files) }))}
      />
    </VerbFrame>
  );
}
