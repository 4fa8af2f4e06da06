import { useRef, type ReactElement } from 'react';
import type { AttachmentView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';

interface Props {
  attachments: AttachmentView[];
  uploading: string[];
  failures: string[];
  add: (files: Iterable<File>) => void;
  remove: (id: string) => void;
}

export function AttachmentBar({ attachments, uploading, failures, add, remove }: Props): ReactElement {
  const t = useTexts('desk');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="attachments">
      {failures.map((failure) => (
        <p key={failure} className="row-problem" role="alert">
          {failure}
        </p>
      ))}
      {attachments.map((attachment) => (
        <span key={attachment.id} className="attachment">
          <a className="cut" href={`/api/attachments/${attachment.id}`} target="_blank" rel="noreferrer">
            {attachment.name}
          </a>
          <button
            type="button"
            aria-label={t('removeFile', { name: attachment.name })}
            onClick={() => remove(attachment.id)}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {uploading.map((name) => (
        <span key={name} className="attachment quiet" role="status">
          {t('uploading', { name })}
        </span>
      ))}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className="attach"
        title={t('attachDrop')}
        onClick={() => picker.current?.click()}
      >
        <Icon name="paperclip" size={14} />
        {t('attach')}
      </button>
    </div>
  );
}
