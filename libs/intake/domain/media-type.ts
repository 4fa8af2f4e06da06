import { allow, type Decision, deny } from '@hotline/kernel';
import { officeKind } from './office-archive.js';

export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** What a worker may hand in: documents, pictures, tables, text and recordings. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
} as const;
export type FileKind = keyof typeof MEDIA_TYPES;

/** Endings a kind may carry; the content decides, and a name that says otherwise is refused. */
const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  txt: ['txt'],
  mp3: ['mp3'],
  wav: ['wav'],
};

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  bytes.length >= magic.length && magic.every((byte, at) => bytes[at] === byte);

const ascii = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((character, step) => bytes[at + step] === character.charCodeAt(0));

/** MPEG audio, layer III, whatever version: eleven set bits, then the layer. */
const isMp3Frame = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0 && ((bytes[1] ?? 0) & 0x06) === 0x02;

/** The kind by content alone; null when it is none of ours. */
export function sniff(bytes: Uint8Array): FileKind | null {
  if (ascii(bytes, 0, '%PDF-')) return 'pdf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WAVE')) return 'wav';
  if (ascii(bytes, 0, 'ID3') || isMp3Frame(bytes)) return 'mp3';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeKind(bytes);
  return isPlainText(bytes) ? 'txt' : null;
}

// Tab, line feed and carriage return are the only control characters of a text.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const MARKUP = /^\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe)/i;

/** UTF-8 without control characters that no browser would take for a page. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !CONTROL.test(text) && !MARKUP.test(text);
  } catch {
    return false;
  }
}

/** May these bytes be kept under this ending? Answers the media type they are served as. */
export function acceptedMediaType(bytes: Uint8Array, ending: string): Decision<string> {
  const refused = (problem: string) => deny('attachment-refused', { facts: { problem } });
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > MOST_FILE_BYTES) return deny('body-too-large', { facts: { most: MOST_FILE_BYTES } });
  const kind = sniff(bytes);
  if (!kind) return refused('unknown-content');
  return ENDINGS[kind].includes(ending) ? allow(MEDIA_TYPES[kind]) : refused('other-content-than-name');
}
