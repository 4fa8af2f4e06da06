import { Button, Input, InputNumber, Select } from 'antd';
import { useVocabulary } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { momentText, SaveState, useServerDraft } from '../../parts';
import { AttachmentLink } from '../AttachmentList';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { EMPTY_REPORT, reportBody, reportIsComplete, type ReportValues } from '../reportValues';
import { UploadButton } from '../UploadButton';
import { useAct } from '../useAct';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { useState } from 'react';

/** The handling result, sent one level up. Kept as a draft on the server while it is written. */
export default function ReportForm(props: VerbFormProps) {
  const { ticket, onDone, onAlso } = props;
  const t = useTexts('verbs');
  const { language } = useSettings();
  const { outcomes } = useVocabulary();
  const act = useAct(ticket, 'report');
  const draft = useServerDraft<ReportValues>('report', ticket.id, EMPTY_REPORT);
  const [tried, setTried] = useState(false);
  const values = draft.body;
  const reviewer = ticket.path[0];
  const redo = ticket.reports.at(-1)?.reviews.findLast((review) => review.decision === 'redo');
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const done: VerbFormProps['onDone'] = (answer) => {
    void draft.discard();
    onDone(answer);
  };
  const submit = () => {
    setTried(true);
    if (!reportIsComplete(values)) return;
    void act.run(reportBody(values)).then((answer) => answer && done(answer));
  };
  const contacts = ticket.workerContacts.map((contact) => ({
    value: contact.id,
    label: `${t(`means.${contact.means}`)} ${momentText(contact.at)} · ${t(`contact.reached.${contact.reached ? 'yes' : 'no'}`)}`,
    note: contact.note,
  }));
  const outcomeName = outcomes.find((term) => term.code === values.outcome)?.[language] ?? '';
  return (
    <VerbFrame
      {...props}
      onDone={done}
      verb="report"
      act={act}
      title={t('report.title')}
      lead={reviewer && t('report.to', { unit: reviewer.name })}
      aside={draft.status.phase === 'fresh' ? undefined : <SaveState status={draft.status} />}
      foot={reviewer ? t('report.foot', { unit: reviewer.name }) : t('report.foot.top')}
      submit={t('report.send')}
      mine={[
        { label: t('report.outcome'), value: outcomeName },
        { label: t('report.amount'), value: values.amount ?? '' },
        { label: t('report.people'), value: values.people?.toString() ?? '' },
        { label: t('report.narrative'), value: values.narrative },
      ]}
      onSubmit={submit}
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
            onChange={(outcome: string) => draft.setBody({ outcome })}
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
            onChange={(amount) => draft.setBody({ amount: amount === null ? null : String(amount) })}
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
            onChange={(people) => draft.setBody({ people })}
          />
        )}
      </Field>
      <Field
        label={t('report.proof')}
        required
        error={fieldError(act, 'proof')}
        {...(contacts.length === 0 ? { hint: t('report.proof.none') } : {})}
      >
        {(control) => (
          <span className="field-row">
            <Select
              {...control}
              className="wide"
              allowClear
              disabled={contacts.length === 0}
              placeholder={t('report.proof.hint')}
              options={contacts}
              optionRender={(option) => (
                <span className="two-lines">
                  <span>{option.data.label}</span>
                  <small>{option.data.note}</small>
                </span>
              )}
              value={values.contactId}
              onChange={(contactId: string | undefined) => draft.setBody({ contactId: contactId ?? null })}
            />
            {onAlso && ticket.verbs.includes('log-worker-contact') && (
              <Button onClick={() => onAlso('log-worker-contact')}>{t('report.proof.add')}</Button>
            )}
            <UploadButton onUploaded={(file) => draft.setBody({ files: [...values.files, file] })} />
          </span>
        )}
      </Field>
      {values.files.length > 0 && (
        <ul className="chosen-files field-wide" aria-label={t('report.files')}>
          {values.files.map((file) => (
            <li key={file.id}>
              <AttachmentLink file={file} />
              <Button
                type="text"
                size="small"
                aria-label={t('upload.remove', { name: file.name })}
                onClick={() => draft.setBody({ files: values.files.filter((one) => one.id !== file.id) })}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field
        label={t('report.narrative')}
        required
        error={fieldError(act, 'narrative') ?? need(values.narrative.trim() === '')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            className="narrative"
            autoSize={{ minRows: 7, maxRows: 20 }}
            placeholder={t('report.narrative.hint')}
            value={values.narrative}
            onChange={(event) => draft.setBody({ narrative: event.target.value })}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
