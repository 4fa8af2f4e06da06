import { Input, InputNumber, Select } from 'antd';
import { useVocabulary } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { momentText } from '../../parts';
import { openPartsOf, WaiverFields } from '../../together/WaiverFields';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { ProofField } from '../ProofField';
import { EMPTY_REPORT, reportBody, reportIsComplete, type ReportValues } from '../reportValues';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

/** The handling result, sent one level up. */
export default function ReportForm(props: VerbFormProps) {
  const { ticket, onDone, onAlso } = props;
  const t = useTexts('verbs');
  const { language } = useSettings();
  const { outcomes } = useVocabulary();
  const act = useAct(ticket, 'report');
  const { values, set, setAll, tried, attempt } = useFields<ReportValues>(EMPTY_REPORT);
  const open = openPartsOf(ticket).map((part) => part.id);
  const reviewer = ticket.path[0];
  const redo = ticket.reports.at(-1)?.reviews.findLast((review) => review.decision === 'redo');
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const submit = () => {
    if (!attempt(reportIsComplete(values, open))) return;
    void act.run(reportBody(values, open)).then((answer) => answer && onDone(answer));
  };
  const outcomeName = outcomes.find((term) => term.code === values.outcome)?.[language] ?? '';
  return (
    <VerbFrame
      {...props}
      verb="report"
      act={act}
      title={t('report.title')}
      lead={reviewer && t('report.to', { unit: reviewer.name })}
      foot={reviewer ? t('report.foot', { unit: reviewer.name }) : t('report.foot.top')}
      submit={t('report.send')}
      mine={[
        { label: t('report.outcome'), value: outcomeName },
        { label: t('report.amount'), value: values.amount ?? '' },
        { label: t('report.people'), value: values.people?.toString() ?? '' },
        { label: t('report.narrative'), value: values.narrative },
      ]}
      onSubmit={submit}
      grow={
        <Field
          label={t('report.narrative')}
          required
          error={fieldError(act, 'narrative') ?? need(values.narrative.trim() === '')}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              className="narrative"
              placeholder={t('report.narrative.hint')}
              value={values.narrative}
              onChange={(event) => set('narrative', event.target.value)}
            />
          )}
        </Field>
      }
    >
      {redo?.reason && (
        <blockquote className="quote is-bad field-wide">
          <strong>
            {t('report.redo')} · {redo.unit.name} {momentText(redo.at)}
          </strong>
          {redo.reason}
        </blockquote>
      )}
      <Field
        label={t('report.outcome')}
        required
        span={2}
        error={fieldError(act, 'outcome') ?? need(!values.outcome)}
      >
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('report.outcome.hint')}
            options={outcomes.map((term) => ({ value: term.code, label: term[language] }))}
            value={values.outcome}
            onChange={(outcome: string) => set('outcome', outcome)}
          />
        )}
      </Field>
      <Field label={t('report.amount')} span={1} error={fieldError(act, 'amountRecovered')}>
        {(control) => (
          <InputNumber<string>
            {...control}
            className="number-right"
            stringMode
            min="0"
            precision={2}
            controls={false}
            formatter={(value) => `${value ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}
            parser={(shown) => (shown ?? '').replace(/,/g, '')}
            value={values.amount}
            onChange={(amount) => set('amount', amount === null ? null : String(amount))}
          />
        )}
      </Field>
      <Field label={t('report.people')} span={1} error={fieldError(act, 'peopleHelped')}>
        {(control) => (
          <InputNumber<number>
            {...control}
            className="number-right"
            min={0}
            precision={0}
            controls={false}
            value={values.people}
            onChange={(people) => set('people', people)}
          />
        )}
      </Field>
      <WaiverFields
        ticket={ticket}
        values={values.waivers ?? {}}
        tried={tried}
        error={fieldError(act, 'waivers')}
        onChange={(waivers) => set('waivers', waivers)}
      />
      <ProofField
        ticket={ticket}
        values={values}
        error={fieldError(act, 'proof')}
        onChange={(change) => setAll((old) => ({ ...old, ...change(old) }))}
        onAlso={onAlso}
      />
    </VerbFrame>
  );
}
