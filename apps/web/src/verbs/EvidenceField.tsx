import { Button } from 'antd';
import type { AttachmentView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { AttachmentLink } from './AttachmentList';
import { Field } from './Field';
import { UploadButton } from './UploadButton';

interface EvidenceFieldProps {
  files: readonly AttachmentView[];
  /** Called with the files as they then are; several may be uploaded one after another. */
  onChange: (change: (files: readonly AttachmentView[]) => readonly AttachmentView[]) => void;
  error?: string | undefined;
  required?: boolean;
  tried?: boolean;
}

/** Files that show why: uploaded at once, attached to the ticket with the request. */
export function EvidenceField({
  files,
  onChange,
  error,
  required = false,
  tried = false,
}: EvidenceFieldProps) {
  const t = useTexts('verbs');
  const r = useTexts('requests');
  const missing = required && tried && files.length === 0 ? r('evidence.needed') : undefined;
  return (
    <Field label={r('evidence')} required={required} group error={error ?? missing}>
      {() => (
        <>
          {files.length > 0 && (
            <ul className="chosen-files" aria-label={r('evidence')}>
              {files.map((file) => (
                <li key={file.id}>
                  <AttachmentLink file={file} />
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('upload.remove', { name: file.name })}
                    onClick={() => onChange((old) => old.filter((one) => one.id !== file.id))}
                  >
                    ×
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <span className="field-row">
            <UploadButton onUploaded={(file) => onChange((old) => [...old, file])} />
          </span>
        </>
      )}
    </Field>
  );
}
