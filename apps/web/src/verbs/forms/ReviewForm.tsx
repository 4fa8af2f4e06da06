import { Input } from 'antd';
import { useTexts } from '../../app/i18n';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { ReportCard } from '../ReportCard';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

interface Values {
  decision: 'accept' | 'redo' | null;
  reason: string;
}

/** The superior accepts the report or sends it back; sending back needs words that the unit can act on. */
export default function ReviewForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const act = useAct(props.ticket, 'review');
  const { values, set, tried, attempt } = useFields<Values>({ decision: null, reason: '' });
  const redo = values.decision === 'redo';
  const report = props.ticket.reports.at(-1);
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const submit = () => {
    const { decision } = values;
    const reason = values.reason.trim();
    if (!attempt(decision === 'accept' || (redo && reason !== '')) || !decision) return;
    const body = { decision, ...(reason === '' ? {} : { reason }) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="review"
      act={act}
      title={t('review.title')}
      lead={report && t('review.of', { unit: report.unit.name })}
      submit={redo ? t('review.send.redo') : t('review.send.accept')}
      danger={redo}
      mine={[
        { label: t('review.title'), value: values.decision ? t(`review.${values.decision}`) : '' },
        { label: t('review.reason'), value: values.reason },
      ]}
      onSubmit={submit}
    >
      {report && <ReportCard report={report} ticket={props.ticket} />}
      <Field label={t('review.title')} required group span={2} error={need(values.decision === null)}>
        {() => (
          <Choice
            label={t('review.title')}
            options={(['accept', 'redo'] as const).map((value) => ({ value, label: t(`review.${value}`) }))}
            value={values.decision}
            onChange={(value) => set('decision', value)}
          />
        )}
      </Field>
      <Field
        label={redo ? t('review.reason') : t('review.reason.accept')}
        required={redo}
        error={fieldError(act, 'reason') ?? need(redo && values.reason.trim() === '')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={redo ? t('review.reason.hint') : t('optional')}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
