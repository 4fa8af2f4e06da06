import { Button, Select } from 'antd';
import type { TicketVerb, TicketView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { momentText } from '../parts';
import { AttachmentLink } from './AttachmentList';
import { Field } from './Field';
import type { ReportValues } from './reportValues';
import { UploadButton } from './UploadButton';

interface ProofFieldProps {
  ticket: TicketView;
  values: ReportValues;
  error: string | undefined;
  onChange: (change: (old: ReportValues) => Partial<ReportValues>) => void;
  onAlso?: ((verb: TicketVerb) => void) | undefined;
}

function ChosenFiles({ values, onChange }: Pick<ProofFieldProps, 'values' | 'onChange'>) {
  const t = useTexts('verbs');
  if (values.files.length === 0) return null;
  return (
    <ul className="chosen-files field-wide" aria-label={t('report.files')}>
      {values.files.map((file) => (
        <li key={file.id}>
          <AttachmentLink file={file} />
          <Button
            type="text"
            size="small"
            aria-label={t('upload.remove', { name: file.name })}
            onClick={() => onChange((old) => ({ files: old.files.filter((one) => one.id !== file.id) }))}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Which contact of this unit with the worker the report rests on, and the files that show it. */
export function ProofField({ ticket, values, error, onChange, onAlso }: ProofFieldProps) {
  const t = useTexts('verbs');
  const contacts = ticket.workerContacts
    .filter((contact) => contact.unit.id === ticket.accountable?.id)
    .map((contact) => ({
      value: contact.id,
      label: [
        `${t(`means.${contact.means}`)} ${momentText(contact.at)}`,
        t(`contact.reached.${contact.reached ? 'yes' : 'no'}`),
      ].join(' · '),
      note: contact.note,
    }));
  return (
    <>
      <Field
        label={t('report.proof')}
        required
        error={error}
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
              onChange={(contactId: string | undefined) => onChange(() => ({ contactId: contactId ?? null }))}
            />
            {onAlso && ticket.verbs.includes('log-worker-contact') && (
              <Button onClick={() => onAlso('log-worker-contact')}>{t('report.proof.add')}</Button>
            )}
            <UploadButton onUploaded={(file) => onChange((old) => ({ files: [...old.files, file] }))} />
          </span>
        )}
      </Field>
      <ChosenFiles values={values} onChange={onChange} />
    </>
  );
}
