import type { AttachmentView } from '../api/contract';
import { Shape } from './Shape';

/** `48 KB`, `1.2 MB`: decimal units, as file managers show them. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function AttachmentLink({ file }: { file: AttachmentView }) {
  return (
    <a className="attachment" href={`/api/attachments/${file.id}`} download={file.name} title={file.name}>
      <Shape name={file.mediaType.startsWith('image/') ? 'image' : 'file-text'} />
      <span className="attachment-name">{file.name}</span>
      <small>{fileSize(file.size)}</small>
    </a>
  );
}
