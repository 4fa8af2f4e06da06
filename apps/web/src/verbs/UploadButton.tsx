import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../api/client';
import type { AttachmentView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { Icon } from '../parts';

interface UploadButtonProps {
  onUploaded: (file: AttachmentView) => void;
  size?: 'small' | 'middle';
}

/** Sends the chosen files one after another; each that fails is named and the others go on. */
export function UploadButton({ onUploaded, size = 'middle' }: UploadButtonProps) {
  const t = useTexts('verbs');
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const take = async (files: File[]) => {
    for (const file of files) {
      setBusy(file.name);
      try {
        onUploaded(await upload(file));
      } catch (error) {
        const why = error instanceof Error && error.message !== 'offline' ? ` · ${error.message}` : '';
        void message.error(t('upload.failed', { name: file.name }) + why);
      }
    }
    setBusy(null);
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => void take([...(event.target.files ?? [])])}
      />
      <Button
        size={size}
        icon={<Icon name="paperclip" size={14} />}
        loading={busy !== null}
        onClick={() => input.current?.click()}
      >
        {busy === null ? t('upload.button') : t('upload.busy', { name: busy })}
      </Button>
    </>
  );
}
