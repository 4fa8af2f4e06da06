import { useState } from 'react';
import { OfflineError, upload } from '../../api/client';
import type { AttachmentView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { desk } from './desk-store';

interface Attachments {
  uploading: string[];
  failures: string[];
  add: (files: Iterable<File>) => void;
  remove: (attachmentId: string) => void;
}

/** Uploads at once, so that a dispatch never waits for a file; only the ids go into the draft. */
export function useAttachments(contactId: string): Attachments {
  const t = useTexts('desk');
  const [uploading, setUploading] = useState<string[]>([]);
  const [failures, setFailures] = useState<string[]>([]);
  const held = (): AttachmentView[] => desk.contact(contactId)?.form.attachments ?? [];
  const one = async (file: File): Promise<void> => {
    setUploading((names) => [...names, file.name]);
    try {
      const stored = await upload(file);
      desk.fill(contactId, { attachments: [...held(), stored] });
    } catch (error) {
      const reason =
        error instanceof OfflineError || !(error instanceof Error) ? t('offline') : error.message;
      setFailures((all) => [...all, t('uploadFailed', { name: file.name, reason })]);
    } finally {
      setUploading((names) => names.filter((name) => name !== file.name));
    }
  };
  return {
    uploading,
    failures,
    add: (files) => {
      setFailures([]);
      for (const file of files) void one(file);
    },
    remove: (attachmentId) =>
      desk.fill(contactId, { attachments: held().filter((attachment) => attachment.id !== attachmentId) }),
  };
}
